from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_texts import COPY, OTHER, WIRE
from click.testing import CliRunner, Result

from onrecord.cli.app import cli

TEXTS = {"wire.txt": WIRE, "copy.txt": COPY, "other.txt": OTHER}


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the three documents, made once."""
    folder = tmp_path_factory.mktemp("archive")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["add", *(str(folder / name) for name in TEXTS), "--db", str(folder / "news.db")])
    assert result.exit_code == 0, result.output
    return folder / "news.db"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a wire story, a copy of it and another story; no environment of the user."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_DB", "ONRECORD_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run a command in this process."""

    def call(*arguments: str, input: str | bytes | None = None, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(cli, list(arguments), input=input, env=env)

    return call


@pytest.fixture
def shell(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a shell command in which `onrecord` is this package's, in a process of its own."""

    def call(command: str, **env: str) -> subprocess.CompletedProcess[str]:
        script = f'onrecord() {{ "{sys.executable}" -m onrecord "$@"; }}\n{command}'
        return subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, env=os.environ | env, check=False, timeout=60
        )

    return call


@pytest.fixture
def archive(folder: Path, archive_file: Path) -> str:
    """The name of an archive that holds the three documents."""
    shutil.copy(archive_file, folder / "news.db")
    return "news.db"
