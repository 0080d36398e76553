"""Invented articles and a builder of documents from them."""

from __future__ import annotations

from onrecord.types import Annotated, Annotations, Block, BlockKind, Document, Provenance, Source

LEAD = "The harbour council of Port Lumen voted on Tuesday to close the northern quay until the cracked pier is repaired."
WHO = "Council leader Maren Oddsby said the decision was taken after divers found two broken piles below the waterline."
COST = "Repairs will cost about 4.2 million crowns and are to begin on May 3, according to the council."
FISHERS = "Fishing crews protested outside the chamber and demanded compensation for every day their boats stay tied up."
QUOTE = "“We were promised in winter that the pier would hold until autumn,” said Tobin Reske, who owns three trawlers."
HISTORY = "The pier was built in 1931 and widened twice, the last time after the storm that sank the lightship Corvina."
NEXT = "A second vote on a loan from the provincial bank is expected within a fortnight."
FERRY = "The ferry to Sandholm will leave from the southern basin in the meantime, the harbour master announced."
ARTICLE = (LEAD, WHO, COST, FISHERS, QUOTE, HISTORY, NEXT, FERRY)

OTHER = (
    "A glassworks in Vennerby has delivered the last of nine windows for the rebuilt chapel on the hill.",
    "Master glazier Ilse Thoren worked on the panes for four years with two apprentices and a borrowed kiln.",
    "The old windows were lost in a fire that burned for two nights and could be seen across the valley.",
    "Parishioners paid for the lead, the sand and most of the firewood with a yearly fair.",
    "The first service under the new glass will be held on the first Sunday of June.",
)

THIRD = (
    "The chess federation of Aldermark has suspended its treasurer over missing entry fees.",
    "Auditors Bram Quill and Odile Fenn found receipts for a tournament that was never played.",
    "The treasurer, Leopold Strick, denies any wrongdoing and has asked for a hearing before the players.",
    "Club secretaries in eleven towns have stopped paying dues until the books are opened.",
    "An extraordinary meeting is called for the last week of the month in the old corn exchange.",
)


def document(
    name: str,
    *paragraphs: str | tuple[BlockKind, str],
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    authors: tuple[str, ...] = (),
    provenance: Provenance | None = None,
) -> Annotated:
    """A document of these blocks, one below the other; a plain string is a paragraph."""
    blocks: list[Block] = []
    text = ""
    for item in paragraphs:
        kind, content = ("paragraph", item) if isinstance(item, str) else item
        if text:
            text += "\n\n"
        blocks.append(Block(kind, len(text), len(text) + len(content)))
        text += content
    return Annotated(
        Document(
            id=name,
            text=text,
            blocks=tuple(blocks),
            source=Source(name, "text/plain", "0" * 64),
            published=published,
            published_basis="given" if published else None,
            outlet=outlet,
            url=url,
            authors=authors,
            provenance=provenance or Provenance(),
        ),
        Annotations(),
    )


def quotes(of: Annotated, spans: list[tuple[int, int] | None]) -> list[str]:
    """The exact words at the spans that are there."""
    return [of.document.quote(span) for span in spans if span is not None]
