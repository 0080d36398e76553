"""Annotation: a document to names, times, statements and events."""
