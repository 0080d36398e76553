"""The page: a record beside the documents it rests on, as one self-contained file or served from an archive."""

from onrecord.page.pairs import edition_pairs
from onrecord.page.render import environment, render_comparison, render_record

__all__ = ["edition_pairs", "environment", "render_comparison", "render_record"]
