"""`onrecord serve` answers on the loopback address, and Ctrl-C ends it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest


def test_serve(archive):
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "onrecord", "serve", "--db", archive, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        with urllib.request.urlopen(address.group(), timeout=20) as response:
            assert "Tollmark" in response.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode in (0, 130)


def test_a_port_in_use(shell, archive):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = shell(f"onrecord serve --db {archive} --port {taken.getsockname()[1]}")
    assert done.returncode == 1
    assert "in use" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize("host", ["nowhere.invalid", "203.0.113.7"])
def test_an_address_that_is_not_ours(shell, archive, host):
    done = shell(f"onrecord serve --db {archive} --host {host}")
    assert done.returncode == 1
    assert host in done.stderr
