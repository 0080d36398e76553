"""What each format holds, and that the same record gives the same bytes."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile

import pytest
from exports_record import DOCUMENTS, RECORD, TEXT

from onrecord.exports import FORMATS
from onrecord.exports.outline import dates, in_short, outline
from onrecord.exports.tables import cell, tables_of
from onrecord.exports.wording import claimed, said
from onrecord.types import Answer, Claim, Record, StoryHead, as_json

EMPTY = Record(StoryHead("st0", "Nothing", None, 0, 0, 0))


@pytest.mark.parametrize("name", FORMATS)
def test_same_record_same_bytes(name):
    assert FORMATS[name](RECORD, DOCUMENTS) == FORMATS[name](RECORD, DOCUMENTS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_record_with_nothing_in_it(name):
    assert FORMATS[name](EMPTY, ())


def test_json_is_the_contract_s_form():
    assert json.loads(FORMATS["json"](RECORD, DOCUMENTS)) == as_json(RECORD)


def section(title: str) -> list[tuple[int, str, str, str]]:
    lines = next(s.lines for s in outline(RECORD).sections if s.title == title)
    return [(line.level, line.text, line.state, line.note) for line in lines]


def test_the_outline_starts_with_the_state_of_play():
    shown = outline(RECORD)
    assert shown.facts == ("as of 2024-05-12", "2 documents = 1 report = 1 origin")
    assert shown.short == ("wanted: 1 pending, 1 rejected", "due: last 2024-05-10, expired (2 deadlines)", "disputed: 1 claim")
    assert [s.title for s in shown.sections][:4] == ["Who wants what", "What is due", "What is disputed", "Timeline"]


def test_the_state_of_play_in_short_names_the_next_date_rather_than_the_last():
    deadline = RECORD.deadlines[0]
    ahead = [dataclasses.replace(deadline, id=f"t{day}", due=f"2024-05-{day}", state="pending") for day in (21, 14)]
    record = dataclasses.replace(RECORD, demands=(), claims=(), deadlines=(deadline, *ahead))
    assert in_short(record) == (("due", "due: next 2024-05-14 (3 deadlines)"),)
    undated = dataclasses.replace(record, deadlines=(dataclasses.replace(deadline, due=None),))
    assert in_short(undated) == (("due", "due: no date"),)
    assert in_short(EMPTY) == ()


def test_a_record_without_a_title_says_so():
    nameless = dataclasses.replace(EMPTY, story=dataclasses.replace(EMPTY.story, title=""))
    assert outline(nameless).title == "Without a title"


def test_demands_stand_with_their_answers():
    assert section("Who wants what") == [
        (0, "Dockers of Tollmark demand of Port of Tollmark", "", ""),
        (1, "drop its fees", "rejected by Port of Tollmark", ""),
        (2, "rejected by Port of Tollmark", "", ""),
        (0, "Port of Tollmark offers somebody", "", ""),
        (1, "two new cranes", "pending", ""),
    ]


def test_nobody_is_said_to_have_answered_whose_words_are_not_there():
    demand = RECORD.demands[0]
    silent = dataclasses.replace(demand, answers=(Answer("unclear", demand.to, ()),), state="unclear")
    wants = outline(dataclasses.replace(RECORD, demands=(silent,))).sections[0].lines
    assert [(line.text, line.state, line.note) for line in wants[1:]] == [("drop its fees", "unclear", "")]


def test_deadlines_say_how_they_were_reckoned():
    assert section("What is due") == [
        (0, "Dockers of Tollmark to Port of Tollmark: drop its fees", "expired", "2024-05-03 + one week"),
        (0, "somebody to Dockers of Tollmark: answer, or strike; “soon”", "unclear", ""),
    ]


def test_statements_stand_by_source():
    assert section("Who says what") == [
        (0, "Karel Vint", "", ""),
        (1, "denied: a plot", "", ""),
        (0, "Traders", "", ""),
        (1, "expected: empty shops", "", "as told by Karel Vint"),
    ]


def test_lines_name_their_documents_and_quote_what_they_do_not_repeat():
    timeline = next(s.lines for s in outline(RECORD).sections if s.title == "Timeline")
    assert [line.documents for line in timeline] == [(1, 2), (1, 2), (1,)]
    assert [line.quote for line in timeline] == [None, None, "stood on a poster"]
    assert [line.lead for line in timeline] == ["2024-05-03", "2024-05-06–08", "2024-04-29–05-02"]
    assert timeline[1].state == "alleged"


def test_an_inferred_date_says_where_it_comes_from():
    assert section("Documents")[1] == (0, "Tidings — copy", "", "2024-05-03 (as [1])")


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (None, None, "undated"),
        ("2024-05-03", "2024-05-03", "2024-05-03"),
        ("2024-05-03", "2024-05-09", "2024-05-03–09"),
        ("2024-05-03", "2024-06-09", "2024-05-03–06-09"),
        ("2024-05-03", "2025-05-03", "2024-05-03–2025-05-03"),
        ("2024-05", "2024-06", "2024-05–2024-06"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01–28"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1970-01-01", "1979-12-31", "1970–1979"),
    ],
)
def test_days_of_an_interval(begin, end, shown):
    assert dates(begin, end) == shown


def test_markdown():
    text = FORMATS["markdown"](RECORD, DOCUMENTS).decode()
    assert text.startswith("# Fees \\*quarrel\\* in Tollmark\n\nas of 2024-05-12")
    assert "\n\n**wanted: 1 pending, 1 rejected · due: last 2024-05-10, expired (2 deadlines) · disputed: 1 claim**\n\n" in text
    assert "- **2024-05-06–08** The port said no. **(alleged)** [1] [2]\n" in text
    assert "  “stood on a poster”" in text
    assert text.endswith("[1]: <https://news.example/1>\n")


def test_markdown_of_hostile_text_stays_text():
    head = dataclasses.replace(RECORD.story, title='<script>x</script> [a](javascript:b) & # `c`\n\n- d')
    line = dataclasses.replace(RECORD.documents[0], url="https://a.example/>\n# b")
    text = FORMATS["markdown"](dataclasses.replace(EMPTY, story=head, documents=(line,)), ()).decode()
    assert text.splitlines()[0] == "# \\<script\\>x\\</script\\> \\[a\\](javascript:b) \\& \\# \\`c\\` - d"
    assert "a.example" not in text


def test_tables():
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["csv"](RECORD, DOCUMENTS)))
    assert archive.testzip() is None
    tables = {n: list(csv.DictReader(io.StringIO(archive.read(n).decode("utf-8-sig")))) for n in archive.namelist()}
    assert tables["demands.csv"][0]["what"] == "drop its fees"
    assert tables["parties.csv"][2] == {"row": "p3", "name": "Karel Vint", "kind": "person", "role": "union leader", "country": "", "aliases": "", "rule": "", "confidence": ""}
    assert [r["row"] for r in tables["timeline.csv"]] == ["1", "2", "3"]
    parts = {(r["table"], r["part"]) for r in tables["evidence.csv"]}
    assert {("demands", "answer 1"), ("drift", "summary"), ("drift", "body"), ("timeline", "evidence")} <= parts
    for row in tables["evidence.csv"]:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]


def test_every_quotation_is_in_the_evidence_table():
    def quotes(value):
        if isinstance(value, dict):
            if "quote" in value:
                yield (value["document"], value["start"], value["end"])
            for inner in value.values():
                yield from quotes(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from quotes(inner)

    rows = tables_of(RECORD)["evidence"]
    assert sorted((r["document"], r["start"], r["end"]) for r in rows) == sorted(quotes(as_json(RECORD)))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (5, "5"), ("a", "a"), (["a", "b"], "a; b"), ([1], "[1]"), ({"a": 1}, '{"a": 1}'), ("=1+1", "'=1+1"), ("@x", "'@x"), ("+1", "'+1"), (-1, "-1")],
)
def test_cells(value, shown):
    assert cell(value) == shown


def test_calendar():
    text = FORMATS["ics"](RECORD, DOCUMENTS).decode()
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert unfolded.count("BEGIN:VEVENT") == 1, "a deadline without a day is no day in a calendar"
    assert "DTSTART;VALUE=DATE:20240510" in unfolded
    assert "DTEND;VALUE=DATE:20240511" in unfolded
    assert "DTSTAMP:20240512T000000Z" in unfolded
    assert "SUMMARY:Dockers of Tollmark to Port of Tollmark (expired)" in unfolded
    assert "DESCRIPTION:“until May 10” (wire)\\n“until May 10” (copy)" in unfolded


def test_calendar_text_is_escaped():
    deadline = dataclasses.replace(RECORD.deadlines[1], due="2024-05-20")
    text = FORMATS["ics"](dataclasses.replace(RECORD, deadlines=(deadline,)), ()).decode().replace("\r\n ", "")
    assert "SUMMARY:Dockers of Tollmark: answer\\, or strike\\; “soon” (unclear)" in text


def test_an_outlook_names_its_holder_unless_the_text_does():
    named, unnamed = RECORD.outlooks
    other = dataclasses.replace(named, text="Calm is near")
    record = dataclasses.replace(RECORD, outlooks=(named, unnamed, other))
    lines = next(s.lines for s in outline(record).sections if s.title == "What is expected")
    assert [line.text for line in lines] == ["Karel Vint expects calm", "Shops may be empty", "Karel Vint: Calm is near"]


@pytest.mark.parametrize(
    ("reality", "words"), [("asserted", "followed by: closing the “north” gate"), ("possible", "or else: closing the “north” gate")]
)
def test_a_deadline_tells_what_followed_it_in_words_that_can_be_read(reality, words):
    event = dataclasses.replace(
        RECORD.events[0],
        text="The port gave them until May 10 before closing the “north” gate.",
        reality=reality,
        evidence=(dataclasses.replace(RECORD.events[0].evidence[0], quote="north"),),
    )
    deadline = dataclasses.replace(RECORD.deadlines[0], consequence=event.id)
    record = dataclasses.replace(RECORD, events=(event,), deadlines=(deadline,))
    (line,) = next(s.lines for s in outline(record).sections if s.title == "What is due")
    assert words in line.note


def test_an_outlook_says_what_became_of_it():
    outlook = dataclasses.replace(RECORD.outlooks[0], outcome="did not", outcome_evidence=RECORD.events[1].evidence)
    record = dataclasses.replace(RECORD, outlooks=(outlook,))
    (line,) = next(s.lines for s in outline(record).sections if s.title == "What is expected")
    assert line.state == "did not"


def test_a_group_wants_in_the_plural_only_where_its_name_is_one():
    from onrecord.exports.outline import _is_plural

    assert [name for name in ("dockers of the port", "a group of dockers", "three people", "the press") if _is_plural(name)] == [
        "dockers of the port",
        "three people",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("His office denies all charges", "all charges"),
        ("The yard has denied that a diver was hurt", "a diver was hurt"),
        ("denying any tie to the bank", "any tie to the bank"),
        ("The yard was paid", "The yard was paid"),
    ],
)
def test_what_is_denied_stands_without_its_denial(text, shown):
    claim = Claim("c1", text, (), (), ("p1",), "denied", 1, None, (), ())
    assert claimed(claim) == shown
    assert claimed(dataclasses.replace(claim, denied_by=())) == text


def told(record: Record, title: str) -> list[str]:
    return [line.text for s in outline(record).sections if s.title == title for line in s.lines]


def test_statements_that_are_rather_none_stand_apart():
    sure, doubted = (dataclasses.replace(RECORD.statements[0], id=i, confidence=c) for i, c in (("s1", 0.8), ("s2", 0.3)))
    record = dataclasses.replace(RECORD, statements=(sure, dataclasses.replace(doubted, text="a raid")))
    assert told(record, "Who says what") == ["Karel Vint", "denied: a plot"]
    assert told(record, "Who may say what") == ["Karel Vint", "denied: a raid"]


@pytest.mark.parametrize(
    ("cue", "shown"),
    [
        ("told the Courier:", "told the Courier"), ("’ve assured", "assured"), ("warned", "warned"),
        ("was “warned", "denied"), ("was this week's announcement by", "denied"), ("to persuade", "denied"), ("", "denied"),
    ],
)  # fmt: skip
def test_a_statement_is_told_by_its_own_verb_or_by_a_word_for_its_stance(cue, shown):
    assert said(dataclasses.replace(RECORD.statements[0], cue=cue)) == shown


@pytest.mark.parametrize("text", ["that", "It", "this, too."])
def test_what_only_points_at_other_words_stands_apart(text):
    record = dataclasses.replace(RECORD, statements=(dataclasses.replace(RECORD.statements[0], text=text, confidence=0.9),))
    assert told(record, "Who says what") == []
    assert len(told(record, "Who may say what")) == 2


def test_what_was_rejected_by_nobody_named_is_told_as_rejected():
    statement = dataclasses.replace(RECORD.statements[0], cue="was also rejected")
    assert said(statement) == "was also rejected"
    assert said(dataclasses.replace(statement, source=None, source_text="")) == "rejected"


def test_no_heading_without_a_line():
    teller = RECORD.statements[0]
    part = dataclasses.replace(teller, id="s9", via=teller.id, text=teller.text)
    record = dataclasses.replace(RECORD, statements=(teller, dataclasses.replace(part, confidence=0.2)))
    assert told(record, "Who may say what") == []
