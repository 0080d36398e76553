"""The archive: one SQLite file."""

from onrecord.store.archive import Added, Archive
from onrecord.store.search import Hit

__all__ = ["Added", "Archive", "Hit"]
