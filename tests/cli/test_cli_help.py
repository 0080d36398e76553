"""Help is quick, complete and the same everywhere."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest

from onrecord.cli.app import COMMANDS, cli
from onrecord.cli.reference import reference
from onrecord.version import __version__

CONTEXT = click.Context(cli, info_name="onrecord")
REFERENCE = Path(__file__).parents[2] / "docs" / "cli.md"


def command(name: str) -> click.Command:
    found = cli.get_command(CONTEXT, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name):
    found = command(name)
    assert found.name == name
    assert found.help is not None
    assert found.help.split("\n\n")[0].strip() == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help(run, name, flag):
    result = run(name, flag)
    assert result.exit_code == 0
    assert COMMANDS[name][1] in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name):
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts}"


def test_the_reference_is_up_to_date():
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "python -m onrecord.cli.reference > docs/cli.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name):
    section = REFERENCE.read_text(encoding="utf-8").split(f"## onrecord {name}\n")[1].split("\n## ")[0]
    for parameter in command(name).params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert option in section


def test_version(run):
    assert run("--version").output == f"onrecord, version {__version__}\n"


def test_no_arguments_shows_the_help(run):
    assert "Commands:" in run().output


def test_exit_codes_are_in_the_help(run):
    assert "nothing could be read" in run("--help").output


def test_help_starts_quickly():
    """Measured as processor time, so that other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(5):
        subprocess.run([sys.executable, "-m", "onrecord", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 5 < 0.3


def test_help_imports_nothing_heavy():
    program = (
        "import sys\n"
        "from onrecord.cli.app import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        "print(sorted({'numpy', 'lxml', 'rich', 'fastapi', 'jinja2', 'sqlite3', 'py3langid'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_completion_scripts(run, shell_name):
    result = run("completion", shell_name)
    assert result.exit_code == 0
    assert f"_ONRECORD_COMPLETE={shell_name}_complete" in result.output


def test_completion_offers_files_for_inputs(shell):
    done = shell("COMP_WORDS='onrecord record wi' COMP_CWORD=2 _ONRECORD_COMPLETE=bash_complete onrecord")
    assert done.stdout == "file,wi\n"


def test_completion_completes(shell):
    done = shell("COMP_WORDS='onrecord sto' COMP_CWORD=1 _ONRECORD_COMPLETE=bash_complete onrecord")
    assert "stories" in done.stdout
