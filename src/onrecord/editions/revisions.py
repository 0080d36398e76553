"""What changed on a page: corrections kept apart, and changes that say nothing about the text told from the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.editions.origins import plain_address
from onrecord.editions.touches import changed_words, is_date_word
from onrecord.types import Annotated, Document, Row, RowNote, Span

LONGEST_APPEAL = 25
"""Words. A longer sentence that begins like an appeal of the site (`Read more …`) is one of the text."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d[\d.,:/h-]*")
_CORRECTION = re.compile(
    r"^\W{0,3}(?:(?:corrections?|clarifications?|corrected|erratum|errata|editor['’]s note|berichtigung"
    r"|korrektur|rectificatif|précision|corrección|rectificación|fe de erratas|rettifica|correzione|correção"
    r"|errata corrige|rectificatie|correctie)\b(?: \([^)]{1,40}\)| of [^:]{1,30})? ?[:.—–-])|\b(?:an?"
    r"|the) (?:earlier|previous|original|prior) versions? of (?:(?:this|our) \w+|the (?:article|story|report"
    r"|post|headline|caption|page))\b|\b(?:this|the) (?:article|story|report|post|piece|column|headline|caption"
    r"|page|item) (?:has been|was|has since been|is) (?:corrected|amended|clarified|(?:updated|changed|edited"
    r"|revised) to (?:correct|reflect|clarify|remove|say|show))|\bregrets? the errors?\b|\bin einer (?:früheren"
    r"|vorherigen|ersten) (?:version|fassung)|\bune (?:version|première version) (?:précédente|antérieure"
    r"|de cet article)|\buna versión (?:anterior|previa)|\buna versione precedente|\buma versão anterior"
    r"|\been eerdere versie",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"^\W{0,3}(?:advertisement|(?:story|article) continues below|sign up (?:for|to|here|now)|subscribe\b"
    r"|read (?:more|also|next)\b|see also\b|related(?: articles?| stories| coverage| content| links?)? ?(?::|$)"
    r"|more (?:on this|from) \w+.{0,40}$|click here|follow us|share this|download (?:the|our) |(?:watch|listen"
    r"|photos|video|gallery):|sponsored\b|most (?:read|popular)\b|loading\W{0,3}$|anzeige\b|werbung\b"
    r"|lesen sie (?:auch|mehr)|lesen sie hier|mehr zum thema|jetzt abonnieren|publicité\b|(?:à )?lire aussi"
    r"|abonnez-vous|publicidad\b|(?:lea|lee|leer) (?:también|más)|suscríbete|pubblicità\b|leggi anche|abbonati"
    r"|publicidade\b|leia (?:também|mais)|assine|advertentie\b|lees ook|lees meer)",
    re.IGNORECASE,
)
_STAMP_WORDS = frozenset(
    "updated update published posted modified created edited last first originally on at by the of and ago"
    " from to am pm a.m p.m est edt et cst cdt mst mdt pst pdt gmt utc bst ist cet cest z minutes minute mins"
    " min hours hour hrs hr days day read time date h uhr stand aktualisiert veröffentlicht zuletzt am um vom"
    " erstellt publié publie mis à jour le modifié actualizado publicado el a las hora horas aggiornato"
    " pubblicato il alle ore atualizado em às bijgewerkt gepubliceerd op om laatste".split()
)
_STAMP_VERBS = frozenset(
    "updated published posted modified created edited aktualisiert veröffentlicht stand publié publie mis"
    " actualizado publicado aggiornato pubblicato atualizado bijgewerkt gepubliceerd".split()
)


def note(row: Row, a: Document, b: Document) -> RowNote | None:
    """What a row is besides a change of the text.

    `correction`: a notice that something was wrong came, went or changed. `boring`: on either side nothing but the
    page's own date, an advertisement or an appeal of the site. None for all others, and for what did not change.
    """
    if row.op == "same":
        return None
    sides = [document.quote(span) for document, span in ((a, row.a), (b, row.b)) if span is not None]
    if row.op != "moved" and any(_CORRECTION.search(side) for side in sides):
        return "correction"
    return "boring" if all(is_stamp(side) or is_appeal(side) for side in sides) else None


def is_stamp(sentence: str) -> bool:
    """Whether the sentence says nothing but when the page was published or changed."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    told = any(word in _STAMP_VERBS for word in words) or any(word[0].isdigit() for word in words)
    return told and all(word[0].isdigit() or word in _STAMP_WORDS or is_date_word(word) for word in words)


def is_appeal(sentence: str) -> bool:
    """Whether the sentence is the site's, not the text's: an advertisement's mark, a link to something else."""
    return _APPEAL.search(sentence) is not None and len(_WORD.findall(sentence)) <= LONGEST_APPEAL


def size(row: Row, a: Document, b: Document) -> int:
    """How many words a row changes: those added or dropped, whichever are more; those of a sentence that moved."""
    if row.op == "same":
        return 0
    if row.op == "reworded" and row.a is not None and row.b is not None:
        return changed_words(a.text, row.a, b.text, row.b)
    sides: list[tuple[Document, Span]] = [(d, s) for d, s in ((a, row.a), (b, row.b)) if s is not None]
    return max(len(_WORD.findall(document.quote(span))) for document, span in sides)


def states(documents: Iterable[Annotated]) -> tuple[tuple[Annotated, ...], ...]:
    """Documents that are states of one page, by the time at which each was published or changed, undated ones last.

    Pages that there is only one state of are left out; pages are sorted by address.
    """
    pages: dict[str, list[Annotated]] = {}
    for annotated in documents:
        if annotated.document.url:
            pages.setdefault(plain_address(annotated.document.url), []).append(annotated)
    return tuple(tuple(sorted(group, key=_by_time)) for _, group in sorted(pages.items()) if len(group) > 1)


def _by_time(annotated: Annotated) -> tuple[str, str]:
    document = annotated.document
    return (document.modified or document.published or "9999", document.id)


def notable(rows: Sequence[Row], a: Document, b: Document, least: int = 1) -> tuple[Row, ...]:
    """The rows that are changes of the text of at least so many words; corrections and boring ones are none."""
    return tuple(row for row in rows if row.op != "same" and row.note is None and size(row, a, b) >= least)
