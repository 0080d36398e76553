"""On a terminal there are colours and progress; elsewhere, and with NO_COLOR, there are none."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest


@pytest.fixture
def terminal(folder):
    """Run a command with standard output or standard error (or both) on a terminal of 60 columns."""

    def call(*arguments: str, out: bool, err: bool, **env: str) -> tuple[str, str, str]:
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "onrecord", *arguments],
            stdout=follower if out else subprocess.PIPE,
            stderr=follower if err else subprocess.PIPE,
            env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "60"} | env,
        )
        os.close(follower)
        seen = bytearray()
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other side is closed: the command has ended
                break
            if not piece:
                break
            seen += piece
        stdout, stderr = process.communicate(timeout=60)
        os.close(leader)
        return seen.decode(), (stdout or b"").decode(), (stderr or b"").decode()

    return call


def test_the_record_is_coloured_and_as_wide_as_the_terminal(terminal):
    seen, _, errors = terminal("record", "wire.txt", out=True, err=False)
    assert "\x1b[1;36mTIMELINE" in seen
    assert errors == ""


def test_no_color(terminal):
    coloured, _, _ = terminal("read", "wire.txt", out=True, err=False)
    assert "\x1b[36mparagraph" in coloured
    plain, _, _ = terminal("read", "wire.txt", out=True, err=False, NO_COLOR="1")
    assert "paragraph" in plain
    assert "\x1b[36m" not in plain


def test_progress_goes_to_standard_error_and_disappears(terminal):
    seen, stdout, _ = terminal("read", "wire.txt", "copy.txt", "--json", out=False, err=True)
    assert "Reading" in seen
    assert seen.endswith("\x1b[2K")
    assert len([json.loads(line) for line in stdout.splitlines()]) == 2


def test_no_progress_among_output_that_comes_as_it_is_read(terminal):
    seen, _, _ = terminal("read", "wire.txt", "copy.txt", "--json", out=True, err=True)
    assert len([json.loads(line) for line in seen.splitlines()]) == 2
