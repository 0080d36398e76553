-- Version 2: reports and stories follow the documents one batch at a time.

-- The onrecord that added the annotations, or found the same ones later.
ALTER TABLE annotations ADD COLUMN version TEXT;

-- Documents that reports and stories do not take account of yet.
CREATE TABLE pending (
  document_key INTEGER PRIMARY KEY REFERENCES documents (key)
);

-- The others, with the hashes of their longer sentences: 64-bit numbers, little endian, one behind the other.
CREATE TABLE described (
  document_key INTEGER PRIMARY KEY REFERENCES documents (key),
  sentences BLOB NOT NULL
);

-- Which documents have a sentence, by its hash (as a signed number), in the order of the documents' ranks.
CREATE TABLE long_sentences (
  hash INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  document_key INTEGER NOT NULL REFERENCES documents (key),
  PRIMARY KEY (hash, rank, document_key)
) WITHOUT ROWID;

-- Those of them that stand in unrelated documents.
CREATE TABLE boilerplate (
  hash INTEGER PRIMARY KEY
);

-- Documents that share text, whether or not that makes them one report.
CREATE TABLE pairs (
  from_key INTEGER NOT NULL REFERENCES documents (key),
  to_key INTEGER NOT NULL REFERENCES documents (key),
  relation TEXT NOT NULL,
  direction TEXT NOT NULL,
  evidence TEXT NOT NULL,             -- JSON list of objects
  PRIMARY KEY (from_key, to_key)
) WITHOUT ROWID;
CREATE INDEX pairs_by_to ON pairs (to_key);

-- What a story is about, and the words by which it is found.
CREATE TABLE story_centres (
  story TEXT PRIMARY KEY,
  thread TEXT NOT NULL,
  reports INTEGER NOT NULL,
  "begin" TEXT,
  "end" TEXT,
  weights TEXT NOT NULL               -- JSON object: words and their weights
) WITHOUT ROWID;

CREATE TABLE story_words (
  word TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (word, story)
) WITHOUT ROWID;

-- Ids of reports and stories that became part of another one.
CREATE TABLE merged (
  id TEXT PRIMARY KEY,
  became TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX story_reports_by_report ON story_reports (report);

INSERT INTO pending SELECT key FROM documents;
DELETE FROM story_reports;
DELETE FROM story_documents;
DELETE FROM stories;
DELETE FROM edges;
DELETE FROM report_documents;
DELETE FROM reports;
DELETE FROM state WHERE name = 'derived';
