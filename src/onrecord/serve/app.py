"""An archive as web pages and JSON.

Reading only: no address changes anything, so there is nothing to forge. Requests are answered only under a host name of
this machine (or one that the caller allows), so that a foreign page cannot reach the archive by pointing its own name
at the loopback address (DNS rebinding). Every response carries the page's content security policy.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from onrecord.editions import compare
from onrecord.errors import ArchiveError, NotFoundError, OnrecordError, Problem, UsageError
from onrecord.page import environment, render_comparison, render_record
from onrecord.page.highlight import show_blocks
from onrecord.page.pairs import edition_pairs
from onrecord.page.render import content_security_policy
from onrecord.page.view import label_of
from onrecord.store import Archive, Hit
from onrecord.types import as_json
from onrecord.version import __version__

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]", "testserver")
SEARCH_PAGE = 50
"""Places listed for one search."""

_HEADERS = {
    "Content-Security-Policy": content_security_policy() + "; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_STATUS: tuple[tuple[type[OnrecordError], int], ...] = ((NotFoundError, 404), (UsageError, 400), (ArchiveError, 503))


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """A snippet cut into text and matches."""
    out: list[tuple[str, bool]] = []
    at = 0
    for start, end in hit.snippet_matches:
        out += [(hit.snippet[at:start], False), (hit.snippet[start:end], True)]
        at = end
    return [(text, match) for text, match in [*out, (hit.snippet[at:], False)] if text]


def _day(given: str | None) -> str | None:
    """A date out of an address.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(given).isoformat() if given else None
    except ValueError:
        raise UsageError("the date in this address is none", "as_of", "Write it as 2025-12-03.") from None


def make_app(path: str | Path, *, hosts: Sequence[str] = LOOPBACK_HOSTS) -> FastAPI:
    """The application that shows the archive at `path`.

    Args:
        path: an archive; it is opened read-only.
        hosts: host names under which requests are answered.

    Raises:
        ArchiveError: `path` is no archive or cannot be opened.
    """
    archive = Archive(path, read_only=True)
    env = environment()
    app = FastAPI(title="onrecord", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))

    def page(template: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(env.get_template(template).render(served=True, **values))

    @app.middleware("http")
    async def headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        response.headers.update(_HEADERS)
        return response

    @app.exception_handler(OnrecordError)
    async def problem(request: Request, error: OnrecordError) -> Response:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
        return said(request, error.problem, status)

    @app.exception_handler(HTTPException)
    async def unknown(request: Request, error: HTTPException) -> Response:
        found = Problem("there is no such page", request.url.path, "The stories and the search lead to all there is.")
        return said(request, found, error.status_code)

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, error: RequestValidationError) -> Response:
        names = ", ".join(sorted({str(e["loc"][-1]) for e in error.errors()}))
        return said(request, Problem(f"this address lacks or misstates: {names}", request.url.path, "Mend it."), 422)

    def said(request: Request, found: Problem, status: int) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse(as_json(found), status_code=status)
        return HTMLResponse(
            env.get_template("problem.html").render(served=True, what=found.what, do=found.do), status_code=status
        )

    # Plain functions: the framework runs them in its thread pool, so a long record does not hold up other requests.

    @app.get("/", response_class=HTMLResponse)
    def stories() -> HTMLResponse:
        newest_first = sorted(archive.stories(), key=lambda s: (s.end or "", s.id), reverse=True)
        return page("stories.html", stories=newest_first)

    @app.get("/story/{story_id}", response_class=HTMLResponse)
    def story(story_id: str, as_of: str | None = None) -> HTMLResponse:
        record = archive.record(story_id, _day(as_of))
        annotated = archive.annotated([line.id for line in record.documents])
        comparisons = [compare(a, b) for a, b in edition_pairs(record, annotated)]
        documents = [a.document for a in annotated]
        return HTMLResponse(render_record(record, documents, comparisons, env=env, served=True))

    @app.get("/reports", response_class=HTMLResponse)
    def reports() -> HTMLResponse:
        titles = {d.id: f"{label_of(d)}: {d.title}" if d.title else label_of(d) for d in archive.documents()}
        found = sorted(archive.reports(), key=lambda r: (-len(r.documents), r.id))
        return page("reports.html", reports=found, titles=titles)

    @app.get("/compare", response_class=HTMLResponse)
    def comparison(a: str, b: str) -> HTMLResponse:
        left, right = archive.get(a), archive.get(b)
        shown = render_comparison(compare(left, right), left.document, right.document, env=env, served=True)
        return HTMLResponse(shown)

    @app.get("/document/{document_id}", response_class=HTMLResponse)
    def document(document_id: str, start: int = 0, end: int = 0) -> HTMLResponse:
        found = archive.get(document_id).document
        story_id = next((s.id for s in archive.stories() if document_id in s.documents), None)
        return page("document.html", document=found, blocks=show_blocks(found, [(start, end)]), story=story_id)

    @app.get("/search", response_class=HTMLResponse)
    def search(q: str = "") -> HTMLResponse:
        hits = archive.search(q, limit=SEARCH_PAGE + 1)
        shown = [(hit, pieces(hit)) for hit in hits[:SEARCH_PAGE]]
        return page("search.html", query=q, hits=shown, more=len(hits) > SEARCH_PAGE)

    @app.get("/api/stories")
    def api_stories() -> Any:
        return as_json(archive.stories())

    @app.get("/api/reports")
    def api_reports() -> Any:
        return as_json(archive.reports())

    @app.get("/api/record/{story_id}")
    def api_record(story_id: str, as_of: str | None = None) -> Any:
        return as_json(archive.record(story_id, _day(as_of)))

    @app.get("/api/document/{document_id}")
    def api_document(document_id: str) -> Any:
        return as_json(archive.get(document_id))

    @app.get("/api/timeline")
    def api_timeline(party: str) -> Any:
        return as_json(archive.timeline(party))

    @app.get("/api/search")
    def api_search(q: str, limit: int = Query(20, ge=1, le=500), offset: int = Query(0, ge=0)) -> Any:
        return as_json(archive.search(q, limit=limit, offset=offset))

    return app
