"""Stories: reports to stories and threads."""
