-- What the heaviest read asks for, as tables: cells under their section, with the row as a column, which costs PostGraphile a level less than rows of cells.
CREATE TABLE agency (id text PRIMARY KEY, name text NOT NULL);
CREATE TABLE report (
  id int PRIMARY KEY,
  agency_id text NOT NULL REFERENCES agency,
  year int NOT NULL,
  title text,
  outcome text NOT NULL,
  complete boolean NOT NULL,
  UNIQUE (agency_id, year)
);
CREATE TABLE section (
  id int PRIMARY KEY,
  report_id int NOT NULL REFERENCES report,
  key text NOT NULL,
  ordinal text,
  heading text,
  text text NOT NULL
);
CREATE INDEX ON section (report_id);
CREATE TABLE cell (
  id int PRIMARY KEY,
  section_id int NOT NULL REFERENCES section,
  line text NOT NULL,
  position text NOT NULL,
  value float,
  raw text,
  state text NOT NULL,
  place_table int,
  place_row int,
  place_column int,
  place_line int
);
CREATE INDEX ON cell (section_id);
CREATE TABLE finding (
  id int PRIMARY KEY,
  report_id int NOT NULL REFERENCES report,
  rule text NOT NULL,
  severity text NOT NULL,
  cells text[] NOT NULL
);
CREATE INDEX ON finding (report_id);
