"""Whatever a user does wrong ends in one clear line and a stated exit code, never in a traceback."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
import time

import pytest

from onrecord.cli.__main__ import run as start

BAD_LINE = '{"id": "a", "text": "The port closed on Monday."}\n{"id": \n{"id": "c", "text": "It opened again on Friday."}\n'


def test_a_bad_item_is_said_and_the_rest_goes_on(shell, folder):
    (folder / "news.jsonl").write_text(BAD_LINE, encoding="utf-8")
    done = shell("onrecord annotate news.jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("news.jsonl, line 2: invalid JSON")


def test_nothing_read_is_an_exit_code_of_its_own(shell):
    done = shell("onrecord annotate nowhere.txt")
    assert done.returncode == 3
    assert "nowhere.txt: no such file" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("", 2, "Usage"),
        ("reed x.txt", 2, "Did you mean `read`?"),
        ("frobnicate", 2, "onrecord --help"),
        ("record", 2, "INPUT"),
        ("record wire.txt --as-of soon", 2, "Write it as 2025-12-03"),
        ("record wire.txt --as-of 2024-02-31", 2, "Write it as 2025-12-03"),
        ("record wire.txt --json --html -", 2, "Only one of"),
        ("record wire.txt --nonsense", 2, "nonsense"),
        ("record wire.txt --html --output", 2, "--html needs a value, and --output is an option"),
        ("record wire.txt --as-of --json", 2, "--as-of needs a value, and --json is an option"),
        ("timeline --party --db news.db", 2, "--party needs a value, and --db is an option"),
        ("record wire.txt --since yesterday", 2, "Write it as 2025-12-03"),
        ("explain drift:99 wire.txt --rules", 5, "It has no drift."),
        ("explain statements:99 wire.txt --rules", 5, "Its statements: s1"),
        ("explain zz9 wire.txt --rules", 5, "It has: p1"),
        ("record wire.txt --html no/such/folder/a.html", 1, "no/such/folder/a.html"),
        ("record nowhere.txt", 3, "nowhere.txt"),
        ("compare wire.txt", 2, "B"),
        ("compare wire.txt nowhere.txt", 3, "nowhere.txt"),
        ("compare wire.txt two.jsonl", 2, "2 documents"),
        ("compare wire.txt nowhere --db news.db", 5, "neither a file nor a document"),
        ("show x", 4, "onrecord.db"),
        ("show x --db wire.txt", 4, "wire.txt"),
        ("show nowhere --db news.db", 5, "nowhere"),
        ("stories --db nowhere.db", 4, "onrecord add"),
        ("timeline --db news.db", 2, "--party"),
        ("reports wire.txt --db news.db", 2, "not both"),
        ("search ferry --db nowhere.db", 4, "nowhere.db"),
        ("search -- -ferry --db", 2, "--db"),
        ("search ferry --limit 0 --db news.db", 2, "limit"),
        ("export --format json --db news.db", 2, "STORY"),
        ("export x --format docx --db news.db", 2, "docx"),
        ("export x --format json --table timeline --db news.db", 2, "--table"),
        ("export --input wire.txt --format csv --table nothing", 5, "nothing"),
        ("serve --db nowhere.db", 4, "nowhere.db"),
        ("serve --db news.db --port 99999", 2, "port"),
        ("serve --db news.db --host 203.0.113.7", 1, "203.0.113.7"),
        ("add nowhere.txt --db new.db", 3, "nowhere.txt"),
        ("add wire.txt --db no/such/folder/new.db", 4, "no/such/folder"),
        ("add wire.txt --db other.txt", 4, "other.txt"),
        ("completion tcsh", 2, "tcsh"),
    ],
)
def test_exit_codes_and_messages(archive, folder, capsys, arguments, code, words):
    (folder / "two.jsonl").write_text(BAD_LINE, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        start(shlex.split(arguments))
    errors = capsys.readouterr().err
    assert ended.value.code == code, errors
    assert words in errors


def test_nothing_is_made_where_nothing_was_read(shell, folder):
    shell("onrecord add nowhere.txt --db new.db")
    assert not (folder / "new.db").exists()


@pytest.mark.parametrize("command", ["read wire.txt", "read wire.txt --csv", "read wire.txt --json"])
def test_a_reader_that_stops_reading_is_no_error(shell, command):
    done = shell(f'onrecord {command} | true; echo "${{PIPESTATUS[0]}}"')
    assert done.stderr == ""
    assert done.stdout == "141\n"


@pytest.mark.parametrize("command", ["read wire.txt", "read wire.txt --json", "record wire.txt --rules"])
def test_a_full_disk_is_said_and_no_bug(shell, command):
    done = shell(f"onrecord {command} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == (
        "Error: the output cannot be written (no space left on device). Make room, or write it elsewhere.\n"
    )


def test_a_party_without_a_name_is_refused(shell):
    done = shell("onrecord timeline wire.txt --party ' '")
    assert done.returncode == 2
    assert "--party needs a name" in done.stderr


def test_ctrl_c_ends_with_130(folder):
    lines = "".join(f'{{"id": "n{i}", "text": "The port closed on day {i}."}}\n' for i in range(200_000))
    (folder / "many.jsonl").write_text(lines, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "read", "many.jsonl", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell lets its background jobs ignore Ctrl-C, and what they start inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    time.sleep(0.05)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors.strip() == "Stopped."


def broken(stage: str, name: str, command: str) -> str:
    """A program that runs a command with one function of a stage broken."""
    return (
        f"import onrecord.{stage} as stage\nfrom onrecord.cli.__main__ import run\n"
        f"def fail(*_, **__): raise KeyError('inside')\nstage.{name} = fail\nrun({command.split()!r})\n"
    )


def test_a_bug_is_one_line_that_asks_for_a_report(shell, folder):
    (folder / "broken.py").write_text(broken("stories", "find_stories", "stories wire.txt"), encoding="utf-8")
    done = shell(f"{sys.executable} broken.py")
    assert done.returncode == 70
    (line,) = done.stderr.splitlines()
    assert "KeyError" in line
    assert "ONRECORD_DEBUG=1" in line
    assert "Traceback" in shell(f"{sys.executable} broken.py", ONRECORD_DEBUG="1").stderr


@pytest.mark.parametrize(("stage", "name"), [("annotation", "annotate"), ("reading.text", "read_text")])
def test_a_document_that_trips_a_bug_is_set_aside(shell, folder, stage, name):
    (folder / "page.html").write_text("<p>The port closed on Monday.</p>", encoding="utf-8")
    (folder / "broken.py").write_text(broken(stage, name, "annotate wire.txt page.html"), encoding="utf-8")
    done = shell(f"{sys.executable} broken.py")
    assert done.returncode == (3 if name == "annotate" else 1)
    assert done.stderr.startswith("wire.txt: a bug in onrecord (KeyError)")
    assert "Traceback" not in done.stderr
    assert "Traceback" in shell(f"{sys.executable} broken.py", ONRECORD_DEBUG="1").stderr


def test_a_terminal_cannot_be_steered_by_a_document(run, folder):
    (folder / "evil.jsonl").write_text(
        '{"id": "a", "title": "Red \\u001b[31m alert \\u202e", "text": "The port \\u001b]0;owned\\u0007 closed on Monday."}\n'
        '{"id": "\\u001b[2J", "txt": 5}\n',
        encoding="utf-8",
    )
    for command in ("read", "record", "stories", "read --table"):
        result = run(*command.split(), "evil.jsonl")
        assert "Red" in result.stdout
        assert "\x1b" not in result.stdout + result.stderr, command
        assert "\u202e" not in result.stdout, command


def test_a_locale_without_unicode(shell, folder):
    done = shell("onrecord read wire.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?We will not pay" in done.stdout


def test_the_encoding_that_was_guessed_is_said(shell, folder):
    (folder / "old.txt").write_bytes("La grève est terminée, a dit le préfet à la presse.\n".encode("cp1252"))
    done = shell("onrecord read old.txt")
    assert done.returncode == 0
    assert "old.txt: read as windows-1252" in done.stderr
