-- Version 1 of the archive. Frozen: a change of the schema is a new script beside this one.
--
-- Keys are internal to the file; ids are what the outside sees. Offsets are code points into documents.text.

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,               -- SHA-256 of the document and its annotations, without its source
  text TEXT NOT NULL,
  title TEXT,
  authors TEXT NOT NULL,              -- JSON list
  published TEXT,
  published_basis TEXT,
  modified TEXT,
  outlet TEXT,
  url TEXT,
  language TEXT,
  tags TEXT NOT NULL,                 -- JSON list
  credits TEXT NOT NULL,              -- JSON list
  links TEXT NOT NULL,                -- JSON list
  source_name TEXT NOT NULL,
  source_media_type TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  maker TEXT NOT NULL
);

CREATE TABLE blocks (
  key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES documents (key),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  place TEXT
);
CREATE INDEX blocks_by_document ON blocks (document_key);

-- What was found in a document, as JSON lists; the views below show them as rows.
CREATE TABLE annotations (
  document_key INTEGER PRIMARY KEY REFERENCES documents (key),
  maker TEXT NOT NULL,
  sentences TEXT NOT NULL,
  mentions TEXT NOT NULL,
  parties TEXT NOT NULL,
  times TEXT NOT NULL,
  statements TEXT NOT NULL,
  events TEXT NOT NULL
);

CREATE VIEW block_words (key, words) AS
  SELECT b.key, substr(d.text, b.start + 1, b."end" - b.start)
  FROM blocks AS b JOIN documents AS d ON d.key = b.document_key;

CREATE VIRTUAL TABLE search USING fts5 (
  words, content = 'block_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW sentences (document, number, start, "end", quote) AS
  SELECT d.id, s.key, json_extract(s.value, '$[0]'), json_extract(s.value, '$[1]'),
         substr(d.text, json_extract(s.value, '$[0]') + 1, json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]'))
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.sentences) AS s;

CREATE VIEW mentions (document, number, start, "end", quote, kind, party) AS
  SELECT d.id, m.key, json_extract(m.value, '$.start'), json_extract(m.value, '$.end'),
         substr(d.text, json_extract(m.value, '$.start') + 1, json_extract(m.value, '$.end') - json_extract(m.value, '$.start')),
         json_extract(m.value, '$.kind'), json_extract(m.value, '$.party')
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.mentions) AS m;

CREATE VIEW parties (document, party, name, kind, role, country, aliases) AS
  SELECT d.id, json_extract(p.value, '$.id'), json_extract(p.value, '$.name'), json_extract(p.value, '$.kind'),
         json_extract(p.value, '$.role'), json_extract(p.value, '$.country'), json_extract(p.value, '$.aliases')
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.parties) AS p;

CREATE VIEW times (document, number, start, "end", quote, type, value, "begin", end_, relation, basis) AS
  SELECT d.id, t.key, json_extract(t.value, '$.start'), json_extract(t.value, '$.end'),
         substr(d.text, json_extract(t.value, '$.start') + 1, json_extract(t.value, '$.end') - json_extract(t.value, '$.start')),
         json_extract(t.value, '$.type'), json_extract(t.value, '$.value'), json_extract(t.value, '$.begin'),
         json_extract(t.value, '$.end_'), json_extract(t.value, '$.relation'), json_extract(t.value, '$.basis')
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.times) AS t;

-- source, cue, content: JSON lists of [start, end].
CREATE VIEW statements (document, number, source, cue, content, stance, source_kind, party, via, confidence, rule) AS
  SELECT d.id, s.key, json_extract(s.value, '$.source'), json_extract(s.value, '$.cue'), json_extract(s.value, '$.content'),
         json_extract(s.value, '$.stance'), json_extract(s.value, '$.source_kind'), json_extract(s.value, '$.party'),
         json_extract(s.value, '$.via'), json_extract(s.value, '$.confidence'), json_extract(s.value, '$.rule')
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.statements) AS s;

-- actor, recipient: JSON lists of [start, end]; place: [start, end] or null; time, statement: numbers of the document's.
CREATE VIEW events (document, number, start, "end", quote, type, mode, actor, recipient, place, time, reality, statement, confidence) AS
  SELECT d.id, e.key, json_extract(e.value, '$.trigger[0]'), json_extract(e.value, '$.trigger[1]'),
         substr(d.text, json_extract(e.value, '$.trigger[0]') + 1,
                json_extract(e.value, '$.trigger[1]') - json_extract(e.value, '$.trigger[0]')),
         json_extract(e.value, '$.type'), json_extract(e.value, '$.mode'), json_extract(e.value, '$.actor'),
         json_extract(e.value, '$.recipient'), json_extract(e.value, '$.place'), json_extract(e.value, '$.time'),
         json_extract(e.value, '$.reality'), json_extract(e.value, '$.statement'), json_extract(e.value, '$.confidence')
  FROM documents AS d JOIN annotations AS a ON a.document_key = d.key, json_each(a.events) AS e;

-- From here on: derived from the documents, replaced whole when they have changed.

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  origins INTEGER NOT NULL,
  origin TEXT
) WITHOUT ROWID;

CREATE TABLE report_documents (
  report TEXT NOT NULL REFERENCES reports (id),
  number INTEGER NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE INDEX report_documents_by_document ON report_documents (document);

CREATE TABLE edges (
  report TEXT NOT NULL REFERENCES reports (id),
  number INTEGER NOT NULL,
  "from" TEXT NOT NULL REFERENCES documents (id),
  "to" TEXT NOT NULL REFERENCES documents (id),
  relation TEXT NOT NULL,
  direction TEXT NOT NULL,
  evidence TEXT NOT NULL,             -- JSON list of objects
  PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  thread TEXT,
  origins INTEGER NOT NULL,
  "begin" TEXT,
  "end" TEXT
) WITHOUT ROWID;

CREATE TABLE story_documents (
  story TEXT NOT NULL REFERENCES stories (id),
  number INTEGER NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  PRIMARY KEY (story, number)
) WITHOUT ROWID;
CREATE INDEX story_documents_by_document ON story_documents (document);

CREATE TABLE story_reports (
  story TEXT NOT NULL REFERENCES stories (id),
  number INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

-- `documents`: a digest of all documents, whatever their order. `derived`: the one that reports and stories were made
-- from, and what made them. The derived tables hold good while both agree.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
