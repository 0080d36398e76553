"""Each command on real files: the forms for programs, and what a person sees."""

from __future__ import annotations

import csv
import io
import json
import re
from operator import itemgetter

import pytest
from cli_texts import COPY, WIRE

import onrecord.annotation.annotator

ALL = ("wire.txt", "copy.txt", "other.txt")


def rows(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_annotate_prints_one_object_a_line(run):
    result = run("annotate", *ALL)
    assert result.exit_code == 0
    wire, copy, _ = rows(result.stdout)
    assert (wire["text"], copy["text"]) == (WIRE, COPY)
    assert wire["id"].startswith("wire-")
    wanted = "id text title published published_basis authors tags outlet url language blocks sentences mentions parties"
    assert {*wanted.split(), "times", "statements", "events"} <= set(wire)
    assert {"kind", "start", "end"} <= set(wire["blocks"][0])
    assert all(0 <= start < end <= len(WIRE) for start, end in wire["sentences"])


def test_annotate_reads_standard_input(run):
    (document,) = rows(run("annotate", "-", input=json.dumps({"id": "a", "text": WIRE})).stdout)
    assert (document["id"], document["text"]) == ("a", WIRE)


@pytest.mark.parametrize(("options", "maker"), [((), "rules and network"), (("--rules",), "rules")])
def test_annotate_does_without_the_network_where_it_is_told_to(run, monkeypatch, options, maker):
    used = []
    kept = onrecord.annotation.annotator._annotations

    def watched(document, name, *rest):
        used.append(name)
        return kept(document, name, *rest)

    monkeypatch.setattr(onrecord.annotation.annotator, "_annotations", watched)
    run("annotate", "-", *options, input=json.dumps({"id": "a", "text": WIRE}))
    assert [re.split(r" \d", name)[0] for name in used] == [maker]


@pytest.mark.parametrize(
    "command",
    [
        ("record", "wire.txt"), ("reports", "wire.txt"), ("stories", "wire.txt"), ("explain", "d1", "wire.txt"),
        ("timeline", "wire.txt", "--party", "Karel Vint"), ("export", "--input", "wire.txt", "--format", "json"),
        ("add", "wire.txt", "--db", "new.db", "--anew"),
    ],
)  # fmt: skip
def test_whatever_annotates_does_without_the_network_where_it_is_told_to(run, monkeypatch, command):
    def read(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(onrecord.annotation.annotator.TrainedAnnotator, "annotate", read)
    assert run(*command, "--rules").exit_code == 0
    assert "a bug in onrecord" in run(*command).stderr  # it is asked by default


@pytest.mark.parametrize(
    "command", [("reports",), ("stories",), ("timeline", "--party", "x"), ("export", "s1", "--format", "json")]
)
def test_rules_are_for_inputs_not_for_what_the_archive_keeps(run, command):
    result = run(*command, "--rules")
    assert result.exit_code == 2
    assert "onrecord add" in result.stderr


def test_annotate_takes_the_name_of_the_text_column(run, folder):
    (folder / "n.csv").write_text("id,meldung\na,The port closed on Monday.\n", encoding="utf-8")
    assert run("annotate", "n.csv").exit_code == 3
    (document,) = rows(run("annotate", "n.csv", "--text-column", "meldung").stdout)
    assert document["text"] == "The port closed on Monday."


def test_the_same_input_gives_the_same_bytes(run):
    for command in ("annotate", "reports", "stories"):
        arguments = (command, *ALL) if command == "annotate" else (command, *ALL, "--json")
        assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes
    assert run("record", *ALL, "--json").stdout_bytes == run("record", *reversed(ALL), "--json").stdout_bytes


def test_read_shows_blocks(run):
    result = run("read", "wire.txt")
    assert "Tollmark dockers give port until Friday to drop fees" in result.stdout
    assert "paragraph" in result.stdout
    (document,) = rows(run("read", "wire.txt", "--json").stdout)
    assert document["text"] == WIRE
    assert document["source"]["name"] == "wire.txt"


@pytest.mark.parametrize("flag", ["--json", "--nl"])
def test_rows_as_json(run, flag):
    assert len(rows(run("read", *ALL, flag).stdout)) == 3


def test_rows_as_csv(run):
    table = list(csv.DictReader(io.StringIO(run("read", *ALL, "--csv").stdout)))
    assert [r["source"] for r in table] == list(ALL)
    assert table[0]["characters"] == str(len(WIRE))


def test_rows_as_a_table(run):
    lines = run("read", *ALL, "--table", env={"COLUMNS": "200"}).stdout.splitlines()
    assert lines[0].split()[:2] == ["id", "published"]
    assert len(lines) == 4
    assert not any(line.endswith(" ") for line in lines)


def test_compare(run):
    result = run("compare", "wire.txt", "copy.txt", "--json")
    assert result.exit_code == 0
    (found,) = rows(result.stdout)
    assert found["relation"] == "abridged"
    assert found["containment"]["a_in_b"] < found["containment"]["b_in_a"] <= 1
    assert {"op", "a", "b", "touches"} <= set(found["rows"][0])
    dropped = [WIRE[slice(*row["a"])] for row in found["rows"] if row["op"] == "dropped"]
    assert "Traders fear that a stoppage could empty the island’s shops within a week." in dropped


def test_compare_for_a_person(run):
    result = run("compare", "wire.txt", "copy.txt")
    assert "B is an abridged version of A" in result.stdout
    assert "Traders fear" in result.stdout
    assert "sentences the same" in result.stdout
    assert "Union leader" not in result.stdout
    assert "Union leader" in run("compare", "wire.txt", "copy.txt", "--all").stdout


def test_compare_shows_what_a_new_wording_changes(run, folder):
    (folder / "new.txt").write_text(WIRE.replace("stop work on Saturday", "stop all work on Sunday"), encoding="utf-8")
    assert "≈" in run("compare", "wire.txt", "new.txt").stdout
    table = list(csv.DictReader(io.StringIO(run("compare", "wire.txt", "new.txt", "--csv").stdout)))
    assert any(r["op"] == "reworded" and "Sunday" in r["b"] for r in table)


def test_compare_takes_ids_of_the_archive(run, archive):
    ids = [json.loads(line)["id"] for line in run("annotate", "wire.txt", "copy.txt").stdout.splitlines()]
    (found,) = rows(run("compare", *ids, "--db", archive, "--json").stdout)
    assert (found["a"], found["b"]) == tuple(ids)


def test_reports_from_inputs_and_from_the_archive_are_the_same(run, archive):
    from_inputs = rows(run("reports", *ALL, "--json").stdout)
    from_archive = rows(run("reports", "--db", archive, "--json").stdout)
    assert sorted(from_inputs, key=itemgetter("report")) == sorted(from_archive, key=itemgetter("report"))
    assert sorted(len(r["documents"]) for r in from_archive) == [1, 2]
    assert {"report", "documents", "origins", "origin", "edges"} <= set(from_archive[0])
    (edge,) = (e for r in from_archive for e in r["edges"])
    assert {"from", "to", "relation", "direction", "evidence"} <= set(edge)
    assert "2 documents = 1 origin" in run("reports", "--db", archive).stdout


def test_stories(run, archive):
    stories = rows(run("stories", "--db", archive, "--json").stdout)
    assert stories == rows(run("stories", *ALL, "--json").stdout)
    assert {"story", "title", "thread", "documents", "reports", "origins", "begin", "end"} <= set(stories[0])
    shown = run("stories", "--db", archive).stdout
    assert all(s["story"] in shown for s in stories)


def test_show(run, archive):
    story = next(s for s in rows(run("stories", "--db", archive, "--json").stdout) if len(s["documents"]) == 2)
    (record,) = rows(run("show", story["story"], "--db", archive, "--json").stdout)
    assert record["story"]["id"] == story["story"]
    assert record["story"]["documents"] == 2
    (later,) = rows(run("show", story["story"], "--db", archive, "--as-of", "2024-06-01", "--json").stdout)
    assert later["story"]["as_of"] == "2024-06-01"
    assert "TIMELINE" in run("show", story["story"], "--db", archive).stdout


def test_record_as_json(run):
    (record,) = rows(run("record", "wire.txt", "copy.txt", "--json").stdout)
    lists = "documents reports parties timeline events statements claims demands deadlines outlooks background questions"
    assert {"story", "drift", *lists.split()} <= set(record)
    assert record["story"]["as_of"] == "2024-05-06"
    texts = {d["id"]: WIRE if d["id"].startswith("wire") else COPY for d in record["documents"]}
    quoted = [e for key in ("timeline", "statements", "parties") for item in record[key] for e in item["evidence"]]
    assert quoted
    assert all(texts[e["document"]][e["start"] : e["end"]] == e["quote"] for e in quoted)


def test_record_for_a_person(run):
    result = run("record", "wire.txt", "copy.txt", env={"COLUMNS": "80"})
    first, second, *rest = result.stdout.splitlines()
    assert first == "Tollmark dockers give port until Friday to drop fees"
    assert second == "as of 2024-05-06 · 2 documents = 1 report = 1 origin"
    assert all(len(line) <= 80 for line in rest)
    assert "DOCUMENTS" in rest
    assert "\x1b" not in result.stdout


def test_record_as_a_page(run, folder):
    result = run("record", *ALL, "--html", "record.html")
    assert result.exit_code == 0
    assert "record.html" in result.stderr
    assert result.stdout == run("record", *ALL).stdout
    page = (folder / "record.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "Traders fear" in page
    again = run("record", *ALL, "--html", "-")
    assert (again.stdout, again.stderr) == (page, "")
    assert sorted(p.name for p in folder.iterdir()) == ["copy.txt", "other.txt", "record.html", "wire.txt"]


def test_timeline(run, archive):
    entries = rows(run("timeline", "--db", archive, "--party", "Tollmark", "--json").stdout)
    assert entries == rows(run("timeline", *ALL, "--party", "Tollmark", "--json").stdout)
    assert entries
    assert [e["date"] for e in entries] == sorted(e["date"] for e in entries)
    for entry in entries:
        assert {"date", "end", "precision", "events"} <= set(entry)
        assert {"document", "start", "end", "quote"} <= set(entry["events"][0])


def test_timeline_of_nobody_says_so(run, archive):
    result = run("timeline", "--db", archive, "--party", "Nobody Atall", "--json")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Nobody Atall" in result.stderr


def test_add_twice_adds_nothing(run, archive):
    result = run("add", *ALL, "--db", archive)
    assert result.stdout == "0 new, 3 known: news.db\n"


def test_add_annotates_nothing_that_the_archive_has_unless_it_is_asked_to(run, archive, monkeypatch):
    annotated = []
    annotate = onrecord.annotation.annotator.annotate
    monkeypatch.setattr(onrecord.annotation.annotator, "annotate", lambda d, *by: annotated.append(d.id) or annotate(d, *by))
    assert run("add", "wire.txt", "copy.txt", "other.txt", "--db", "news.db").stdout == "0 new, 3 known: news.db\n"
    assert annotated == []
    assert run("add", "wire.txt", "--anew", "--db", "news.db").stdout == "0 new, 1 known: news.db\n"
    assert len(annotated) == 1


def test_add_says_what_it_set_aside(run, archive, folder):
    (folder / "n.jsonl").write_text('{"id": "a", "text": "One text."}\n{"id": "a"}\n', encoding="utf-8")
    result = run("add", "n.jsonl", "--db", archive)
    assert result.exit_code == 1
    assert result.stdout.startswith("1 new, 0 known")
    assert "n.jsonl, line 2" in result.stderr
    (folder / "n.jsonl").write_text('{"id": "a", "text": "Another text."}\n', encoding="utf-8")
    result = run("add", "n.jsonl", "--db", archive)
    assert result.exit_code == 1
    assert result.stdout.startswith("0 new")


def test_the_archive_may_be_named_in_the_environment(run, archive):
    assert run("stories", "--json", env={"ONRECORD_DB": archive}).stdout == run("stories", "--db", archive, "--json").stdout


def test_search(run, archive):
    hits = rows(run("search", "cranes", "--db", archive, "--json").stdout)
    assert len(hits) >= 2
    assert {"document", "start", "end", "quote", "snippet"} <= set(hits[0])
    assert len(rows(run("search", "cranes", "--db", archive, "--limit", "1", "--json").stdout)) == 1
    assert "forty tonnes" in run("search", "forty tonnes", "--db", archive).stdout
    nothing = run("search", "zebra", "--db", archive)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "No block" in nothing.stderr


@pytest.mark.parametrize("form", ["html", "json", "markdown", "csv", "ics"])
def test_export(run, archive, folder, form):
    story = next(s for s in rows(run("stories", "--db", archive, "--json").stdout) if len(s["documents"]) == 2)
    result = run("export", story["story"], "--db", archive, "--format", form, "-o", "out")
    assert result.exit_code == 0
    content = (folder / "out").read_bytes()
    start = {"html": b"<!DOCTYPE html>", "json": b"{\n", "markdown": b"# ", "csv": b"PK", "ics": b"BEGIN:VCALENDAR\r\n"}[form]
    assert content.startswith(start)
    assert run("export", story["story"], "--db", archive, "--format", form).stdout_bytes == content


def test_export_of_inputs_and_of_one_table(run):
    result = run("export", "--input", "wire.txt", "--input", "copy.txt", "--format", "csv", "--table", "documents")
    table = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))
    assert len(table) == 2


PAGE = (
    "Updated {} pm, May 2, 2025\n\nThe Orrin ferry left Velling with {} people aboard. Its owner said the engine had been checked in spring.\n\n"
    "Divers from two harbours went down to the hull in the morning and came back without an answer. The weather was calm and the sea was flat.\n"
)
OLD_PAGE = PAGE.format("3:14", 40)
NEW_PAGE = PAGE.format("9:02", 60) + "\nCorrection: An earlier version of this story gave a wrong number of passengers.\n"


def pages(folder):
    for name, text in (("old.json", OLD_PAGE), ("new.json", NEW_PAGE)):
        page = {"id": name[:3], "text": text, "url": "https://quay.example/ferry", "published": f"2025-05-0{2 + (name == 'new.json')}"}
        (folder / name).write_text(json.dumps(page), encoding="utf-8")


def test_compare_keeps_corrections_apart_and_leaves_out_what_is_small(run, folder):
    pages(folder)
    result = run("compare", "old.json", "new.json")
    assert "Correction  Correction: An earlier version" in result.stdout
    assert "3 sentences the same" in result.stdout
    small = run("compare", "old.json", "new.json", "--least", "3", "--json")
    (object_,) = rows(small.stdout)
    assert [(row["op"], row["note"]) for row in object_["rows"] if row["op"] != "same"] == [("added", "correction")]


def test_reports_say_what_changed_on_a_page(run, folder):
    pages(folder)
    result = run("reports", "old.json", "new.json")
    assert "[2] to [1]: 1 reworded (number)" in result.stdout
    assert "correction: “Correction: An earlier version" in result.stdout
    assert run("add", "old.json", "new.json", "--db", "pages.db").exit_code == 0
    assert "correction: “Correction: An earlier version" in run("reports", "--db", "pages.db").stdout
