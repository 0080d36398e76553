"""Stories: reports to stories and threads."""

from onrecord.stories.assign import find_stories

__all__ = ["find_stories"]
