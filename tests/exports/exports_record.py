"""A record made by hand, with a line of every kind: an invented quarrel over a port's fees."""

from __future__ import annotations

from onrecord.types import (
    Answer,
    Background,
    Claim,
    Deadline,
    Demand,
    Document,
    DocumentLine,
    Drift,
    Evidence,
    Outlook,
    Question,
    Record,
    RecordEvent,
    RecordParty,
    RecordStatement,
    Report,
    Source,
    StoryHead,
    TimelineEntry,
)  # fmt: skip

TEXT = (
    "Dockers give the port until May 10 to drop its fees. The port said no. Karel Vint denied a plot. "
    "Traders fear empty shops. Trade is down because of the fees. =SUM(A1) stood on a poster."
)


def at(words: str, document: str = "wire") -> Evidence:
    start = TEXT.index(words)
    return Evidence(document, start, start + len(words), words)


def both(words: str) -> tuple[Evidence, ...]:
    return (at(words), at(words, "copy"))


def document(name: str) -> Document:
    return Document(name, TEXT, (), Source(f"{name}.txt", "text/plain", "0" * 64))


RECORD = Record(
    StoryHead("st1", "Fees *quarrel* in Tollmark", "2024-05-12", 2, 1, 1),
    documents=(
        DocumentLine("wire", "Dockers give port a week", "Harbour Post", "2024-05-03", "block", "r1", "https://news.example/1"),
        DocumentLine("copy", None, "Tidings", "2024-05-03", "inferred", "r1", None, "wire"),
    ),
    reports=(Report("r1", ("wire", "copy")),),
    parties=(
        RecordParty("p1", "Dockers of Tollmark", "group", None, None, ("dockers",), both("Dockers")),
        RecordParty("p2", "Port of Tollmark", "organisation", None, None, (), both("The port")),
        RecordParty("p3", "Karel Vint", "person", "union leader", None, (), both("Karel Vint")),
    ),
    timeline=(
        TimelineEntry("2024-05-03", None, "day", "Dockers give the port until May 10", "e1", 1, both("Dockers give the port until May 10")),
        TimelineEntry("2024-05-06", "2024-05-08", "day", "The port said no.", "e2", 1, both("The port said no.")),
        TimelineEntry("2024-04-29", "2024-05-02", "day", "A poster went up", None, 1, (at("stood on a poster"),)),
    ),
    events=(
        RecordEvent("e1", "DEMAND", None, ("p1",), ("p2",), "2024-05-03", None, "day", None, "asserted", (), both("Dockers give")),
        RecordEvent("e2", "REJECT", None, ("p2",), ("p1",), "2024-05-06", None, "day", None, "alleged", (), both("The port said no.")),
    ),
    statements=(
        RecordStatement("s1", "p3", "named", "Karel Vint", "denies", None, "a plot", both("Karel Vint denied a plot.")),
        RecordStatement("s2", None, "collective", "Traders", "predicts", "s1", "empty shops", both("Traders fear empty shops.")),
    ),
    claims=(Claim("c1", "a plot", (), (), ("p3",), "denied", 1, "2024-05-03", ("s1",), both("denied a plot")),),
    demands=(
        Demand("d1", "demand", ("p1",), ("p2",), "drop its fees", (Answer("rejects", ("p2",), both("The port said no.")),), "rejected", both("to drop its fees")),
        Demand("d2", "offer", ("p2",), (), "two new cranes", (), "pending", both("empty shops")),
    ),
    deadlines=(
        Deadline("t1", ("p1",), ("p2",), "d1", "2024-05-03", "2024-05-10", "expired", None, both("until May 10"), basis="2024-05-03 + one week"),
        Deadline("t2", (), ("p1",), None, None, None, "unclear", None, both("Trade is down"), text="answer, or strike; “soon”"),
    ),
    outlooks=(Outlook("p3", "Karel Vint expects calm", both("Karel Vint")), Outlook(None, "Shops may be empty", both("empty shops"))),
    background=(Background("Trade is down", "the fees", both("Trade is down because of the fees.")),),
    questions=(Question("Will the port answer?", both("The port said no.")),),
    drift=(Drift("“all” is lost", at("Dockers"), at("The port said no."), ("quantifier",)),),
)  # fmt: skip

DOCUMENTS = (document("wire"), document("copy"))
