-- Version 4: words that tell of something done where no event says by whom.

ALTER TABLE annotations ADD COLUMN triggers TEXT NOT NULL DEFAULT '[]';
