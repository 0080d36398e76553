"""Annotation: a document to names, parties, times, statements and events."""

from onrecord.annotation.annotator import Annotator, RuleAnnotator, annotate

__all__ = ["Annotator", "RuleAnnotator", "annotate"]
