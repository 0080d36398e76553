-- Version 3: what the network takes for moves of one party towards another.

ALTER TABLE annotations ADD COLUMN moves TEXT NOT NULL DEFAULT '[]';
