"""Templates to HTML. The same templates make the served page and the self-contained file.

The file carries its style sheet and its script inside and a content security policy that lets nothing else run or load:
documents come from strangers. Text is escaped by the template engine; no HTML of a document is ever passed on.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from onrecord.exports.outline import UNTITLED, dates
from onrecord.exports.wording import claimed, said
from onrecord.page.view import BASIS_WORDS, RecordView, label_of, show_comparison
from onrecord.types import Comparison, Document, Record
from onrecord.version import __version__


def asset(name: str) -> str:
    """A file of the page's `static` folder as text."""
    return files("onrecord.page").joinpath("static", name).read_text(encoding="utf-8")


def _template(name: str) -> str | None:
    path = files("onrecord.page").joinpath("templates", name)
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def moment(published: str | None) -> str:
    """An ISO time as people write it, `2024-03-06 07:40 UTC`; a bare date as it is; nothing for None."""
    if not published:
        return ""
    try:
        time = datetime.fromisoformat(published)
    except ValueError:
        return published
    if "T" not in published:
        return published
    return f"{time:%Y-%m-%d %H:%M} {time.tzname() or ''}".rstrip()


def content_security_policy() -> str:
    """The policy that lets exactly the page's own style sheet and script through."""
    digests = [base64.b64encode(hashlib.sha256(asset(n).encode()).digest()).decode() for n in ("page.css", "page.js")]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'self'"
    )


def environment() -> Environment:
    """The template environment: escaping always on, an unknown name is an error."""
    env = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {"percent": _percent, "moment": moment}
    env.globals |= {
        "css": Markup(asset("page.css")),
        "js": Markup(asset("page.js")),
        "policy": content_security_policy(),
        "version": __version__,
        "said": said,
        "claimed": claimed,
        "basis_words": BASIS_WORDS,
        "dates": dates,
        "untitled": UNTITLED,
        "label_of": label_of,
        "served": False,
    }
    return env


def render_record(
    record: Record,
    documents: Sequence[Document],
    comparisons: Sequence[Comparison] = (),
    *,
    env: Environment | None = None,
    served: bool = False,
) -> str:
    """One HTML page: the record, its documents with every quoted word marked, and the given comparisons.

    Args:
        record: the record to show.
        documents: the documents that it quotes; evidence in others is left out.
        comparisons: pairs of editions to show side by side.
        env: a template environment to use again; None makes one.
        served: whether the page is part of a running server (it then links to the archive's other pages).
    """
    view = RecordView(record, documents, comparisons)
    return (env or environment()).get_template("record.html").render(view=view, record=record, served=served)


def render_comparison(
    comparison: Comparison, a: Document, b: Document, *, env: Environment | None = None, served: bool = False
) -> str:
    """One HTML page with two editions side by side."""
    shown = show_comparison(comparison, a, b, {})
    return (env or environment()).get_template("comparison.html").render(c=shown, served=served)
