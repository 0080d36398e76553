"""Temporal expressions on their own: `find` in any text, without reading or annotating a document.

    >>> from onrecord.times import find
    >>> [time] = find("He has until Friday, Nov. 28.", published="2025-12-03")
    >>> time.value, time.relation
    ('2025-11-28', 'until')
"""

from onrecord.annotation.times import find
from onrecord.types import Time

__all__ = ["Time", "find"]
