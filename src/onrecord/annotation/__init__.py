"""Annotation: a document to names, parties, times, statements and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.annotation.annotator import Annotator, RuleAnnotator, annotate, shipped

__all__ = ["Annotator", "RuleAnnotator", "annotate", "shipped"]


def __getattr__(name: str) -> Any:
    """The annotator is imported when it is first asked for: `onrecord.times` needs none of its lexicons."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord.annotation import annotator

    return getattr(annotator, name)
