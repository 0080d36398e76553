"""Editions: annotated documents to reports: near-copies, alignments, who derives from whom, origins."""
