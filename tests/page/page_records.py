"""A small record made by hand, so that the page's tests do not hang on what the stages find."""

from onrecord.types import (
    Answer,
    Block,
    Claim,
    Deadline,
    Demand,
    Document,
    DocumentLine,
    Drift,
    Edge,
    EdgeEvidence,
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
)

A_TEXT = "Mill owners give weavers until Friday\n\nThe owners gave the weavers until Friday to return. Weavers <b>may</b> refuse, said Ada Roe."
B_TEXT = "The owners gave the weavers until Friday to come back. The mayor denied it. 🧵 Weavers may refuse, said Ada Roe."


def document(name: str, text: str, **fields: object) -> Document:
    kinds = ["title", "paragraph"] if "\n\n" in text else ["paragraph"]
    blocks, at = [], 0
    for kind, piece in zip(kinds, text.split("\n\n"), strict=True):
        blocks.append(Block(kind, at, at + len(piece)))
        at += len(piece) + 2
    return Document(id=name, text=text, blocks=tuple(blocks), source=Source(f"{name}.txt", "text/plain", "0" * 64), **fields)


A = document("a", A_TEXT, title="Mill owners give weavers until Friday", published="2024-03-06", published_basis="block", outlet="The Loom")
B = document("b", B_TEXT, url="https://spindle.example/b")


def words(doc: Document, quote: str) -> Evidence:
    start = doc.text.index(quote)
    return Evidence(doc.id, start, start + len(quote), quote)


def small_record() -> Record:
    ask = (words(A, "gave the weavers until Friday to return"), words(B, "gave the weavers until Friday to come back"))
    return Record(
        story=StoryHead("s", "Mill owners give weavers until Friday", "2024-03-09", 2, 1, 1),
        documents=(
            DocumentLine("a", A.title, "The Loom", "2024-03-06", "block", "r"),
            DocumentLine("b", None, None, "2024-03-06", "inferred", "r", published_from="a"),
        ),
        reports=(
            Report("r", ("a", "b"), 1, None, (Edge("a", "b", "revised", "undetermined", (EdgeEvidence("containment", "80 % shared"),)),)),
        ),
        parties=(
            RecordParty("p1", "the owners", "group", None, None, (), (words(A, "The owners"),)),
            RecordParty("p2", "the weavers", "group", None, None, (), (words(A, "the weavers"),)),
            RecordParty("p3", "Ada Roe", "person", "spokeswoman", None, (), (words(A, "Ada Roe"), words(B, "Ada Roe"))),
        ),
        timeline=(TimelineEntry("2024-03-08", None, "day", "The deadline for the weavers", None, 1, (words(A, "until Friday"),)),),
        events=(RecordEvent("e1", "REJECT", None, ("p2",), ("p1",), None, None, "unknown", None, "possible", (), (words(A, "may"),)),),
        statements=(RecordStatement("s1", "p3", "named", "Ada Roe", "predicts", None, "Weavers may refuse", (words(B, "Weavers may refuse, said Ada Roe"),)),),
        claims=(Claim("c1", "the owners gave them until Friday", ("p1",), (), ("mayor",), "disputed", 1, "2024-03-06", (), (words(B, "The mayor denied it"),)),),
        demands=(Demand("d1", "demand", ("p1",), ("p2",), "return to work", (Answer("unclear", ("p2",), (words(A, "may"),)),), "unclear", ask),),
        deadlines=(Deadline("t1", ("p1",), ("p2",), "d1", "2024-03-06", "2024-03-08", "expired", "e1", (words(A, "until Friday to return"),), basis="Friday after 2024-03-06"),),
        outlooks=(Outlook("p3", "weavers may refuse", (words(A, "Ada Roe"),)),),
        questions=(Question("Did the weavers return?", (words(A, "weavers"),)),),
        drift=(Drift("“return” became “come back”", words(A, "return"), words(B, "come back"), ("wording",)),),
    )
