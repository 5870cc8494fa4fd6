import { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/**
 * A segment: the index of the texts of a year's reports, a file of SQLite with a table of FTS5. It holds no text, only which word stands
 * where; and versions, of which some may be current no more: who searches it knows which are.
 */

/** Counted up whenever the file or the words of unchanged texts are others: an index of another release is not read. */
export const segmentFormat = 1;

/** A text of a report by its number, and the words by which it is found, parted by blanks. */
export interface IndexedText {
  readonly text: number;
  /** What it is about; empty for what stands before the first section. */
  readonly key: string;
  readonly words: string;
}

/** One version of a report. */
interface ReportVersion {
  readonly agencyId: string;
  readonly version: string;
}

interface SegmentReport extends ReportVersion {
  /** Its texts that have words. Their rows in the index follow one another from `firstRow` on. */
  readonly texts: readonly { readonly text: number; readonly key: string }[];
  readonly firstRow: number;
}

/** Words are ours: letters, digits and ideographs, parted by blanks. Columns' sizes serve an order by relevance alone. */
const tables = `
  CREATE TABLE report (agencyId TEXT NOT NULL, version TEXT NOT NULL, firstRow INTEGER NOT NULL, texts TEXT NOT NULL,
    PRIMARY KEY (agencyId, version)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE content USING fts5(words, content='', detail=full, columnsize=0, tokenize='ascii');
  INSERT INTO content(content, rank) VALUES ('hashsize', 4194304);
  PRAGMA user_version = ${segmentFormat};`;

/** Faster by half: a file that is not finished is thrown away. */
const unsafe = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;';

export interface SegmentWriter {
  /** Versions in it. */
  readonly size: number;
  has(report: ReportVersion): boolean;
  add(report: ReportVersion, texts: readonly IndexedText[]): void;
  /** Merges a part of the index; answers whether there is more to merge. */
  merge(): boolean;
  /** Nothing can be added after it. */
  close(): void;
}

/** Pages that one step of merging writes: some tens of milliseconds. */
const pagesOfStep = 500;

/** Writes a segment, or adds to one that was written by `createSegment` before. */
export function createSegment(path: string): SegmentWriter {
  const database = new DatabaseSync(path);
  database.exec(unsafe);
  if (formatOf(database) === 0) database.exec(tables);
  const written = new Set(readReports(database).map(nameOf));
  const last = database
    .prepare('SELECT coalesce(max(firstRow + json_array_length(texts)), 1) AS next FROM report')
    .get();
  let nextRow = z.object({ next: z.int() }).parse(last).next;
  const addReport = database.prepare('INSERT INTO report VALUES (?, ?, ?, ?)');
  const addText = database.prepare('INSERT INTO content(rowid, words) VALUES (?, ?)');
  const mergeSome = database.prepare("INSERT INTO content(content, rank) VALUES ('merge', ?)");
  const changes = database.prepare('SELECT total_changes() AS changes');
  const changed = () => z.object({ changes: z.int() }).parse(changes.get()).changes;
  let isFirstMerge = true;
  database.exec('BEGIN');
  return {
    get size() {
      return written.size;
    },
    has: (report) => written.has(nameOf(report)),
    add(report, texts) {
      addReport.run(
        report.agencyId,
        report.version,
        nextRow,
        JSON.stringify(texts.map(({ text, key }) => [text, key])),
      );
      for (const { words } of texts) {
        addText.run(nextRow, words);
        nextRow += 1;
      }
      written.add(nameOf(report));
    },
    merge() {
      // The first negative one has everything merged, not only what has grown too many (FTS5, 6.8).
      const before = changed();
      mergeSome.run(isFirstMerge ? -pagesOfStep : pagesOfStep);
      isFirstMerge = false;
      return changed() - before >= 2;
    },
    close() {
      database.exec('COMMIT');
      database.close();
    },
  };
}

/** Answers that are kept of a segment, a byte a text: the next page, and the same words with another filter, look at the same texts. */
const expressionsKept = 16;

export interface Segment {
  readonly reports: readonly SegmentReport[];
  /** Rows whose texts are found, each a 1 at its number; null where there are none. Throws for an expression that is none of FTS5. */
  rowsWith(expression: string): Uint8Array | null;
  close(): void;
}

/** Opens a segment for reading. Throws where the file is none of this release. */
export function openSegment(path: string): Segment {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    if (formatOf(database) !== segmentFormat) throw new Error(`${path} is no index of this release`);
    const reports = readReports(database);
    const rows = reports.reduce((most, { firstRow, texts }) => Math.max(most, firstRow + texts.length), 1);
    const matching = database.prepare('SELECT rowid FROM content WHERE content MATCH ?');
    matching.setReturnArrays(true);
    const known = new LRUCache<string, { readonly rows: Uint8Array | null }>({ max: expressionsKept });
    const read = (expression: string): Uint8Array | null => {
      // A row is an array of its one column, as `setReturnArrays` has it, which its type does not say.
      const found = matching.all(expression) as unknown as readonly (readonly [number])[];
      if (found.length === 0) return null;
      const marks = new Uint8Array(rows);
      for (const [row] of found) marks[row] = 1;
      return marks;
    };
    return {
      reports,
      rowsWith(expression) {
        const found = known.get(expression) ?? { rows: read(expression) };
        known.set(expression, found);
        return found.rows;
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function formatOf(database: DatabaseSync): number {
  return z.object({ user_version: z.int() }).parse(database.prepare('PRAGMA user_version').get()).user_version;
}

const Row = z.object({ agencyId: z.string(), version: z.string(), firstRow: z.int(), texts: z.string() });
const Texts = z.array(z.tuple([z.int(), z.string()]));

function readReports(database: DatabaseSync): SegmentReport[] {
  return database
    .prepare('SELECT agencyId, version, firstRow, texts FROM report')
    .all()
    .map((row) => {
      const { texts, ...report } = Row.parse(row);
      return { ...report, texts: Texts.parse(JSON.parse(texts)).map(([text, key]) => ({ text, key })) };
    });
}

/** Names a version: one document may be the report of several agencies. */
export function nameOf({ agencyId, version }: ReportVersion): string {
  return `${agencyId} ${version}`;
}
