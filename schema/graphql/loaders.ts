import DataLoader from 'dataloader';
import { Agency } from '../record/agency.ts';
import type { Comparison } from '../record/comparison.ts';
import type { Finding } from '../record/finding.ts';
import { findingKey, operandsOf } from '../record/finding-key.ts';
import type { Operand } from '../record/operand.ts';
import type { AgencyWithHeads, RecordReader } from '../record/record-store.ts';
import type { ReportRecord } from '../record/report.ts';
import type { Review, ReviewRef } from '../record/review.ts';

/** Keys of agencies, and how they are loaded together. */
interface Load<Key, Value> {
  readonly agencyOf: (key: Key) => string;
  readonly load: (keys: readonly Key[]) => Promise<readonly Value[]>;
}

/** Loads the keys of each part of the store together, so that a part that fails takes no other along: its keys are errors. */
export async function loadByPart<Key, Value>(
  { partOf = oneStore }: Pick<RecordReader, 'partOf'>,
  keys: readonly Key[],
  { agencyOf, load }: Load<Key, Value>,
): Promise<(Value | Error)[]> {
  const places = Map.groupBy(keys.entries(), ([, key]) => partOf(agencyOf(key)));
  const values: (Value | Error)[] = [];
  const loadPart = async (part: readonly (readonly [number, Key])[]) => {
    const loaded = await settled(load(part.map(([, key]) => key)));
    for (const [at, [index]] of part.entries()) values[index] = loaded instanceof Error ? loaded : valueAt(loaded, at);
  };
  await Promise.all([...places.values()].map(loadPart));
  return values;
}

/** An answer, or the error in its place. */
export async function settled<T>(answer: Promise<T>): Promise<T | Error> {
  try {
    return await answer;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function oneStore(): string {
  return '';
}

function valueAt<Value>(values: readonly Value[], index: number): Value | Error {
  const value = values[index];
  return value === undefined ? new Error('the store answered fewer keys than it was asked for') : value;
}

/** A finding as it is told of a year: the one it stands under, or the year before, of which what two reports say is told too. */
export interface FindingRef extends ReviewRef {
  readonly toldOf: number;
}

/** Whose finding it is, and what it is about: enough to name it and to find what was decided of it. */
interface FindingSubject extends FindingRef {
  readonly rule: string;
  readonly operands: readonly Operand[];
}

/**
 * What the findings of one request are about. A finding is served in many places (a report, a year, a cell) and is the same
 * object in all of them; what it is about is told once, by whoever loads it.
 */
export interface FindingSubjects {
  ofRecord(record: ReportRecord): void;
  /** The findings of a comparison as they are told of one of its two years. */
  ofComparison(comparison: Comparison, year: number): Finding[];
  get(finding: Finding): FindingSubject;
}

export function createFindingSubjects(): FindingSubjects {
  const subjects = new WeakMap<Finding, () => FindingSubject>();
  return {
    ofRecord(record) {
      const { agency, year } = record;
      if (agency === null || year === null) return;
      for (const finding of record.findings) {
        subjects.set(finding, () =>
          subject(finding, { agencyId: agency.id, year, toldOf: year }, operandsOf(finding, record)),
        );
      }
    },
    ofComparison(comparison, year) {
      const place = { agencyId: comparison.agencyId, year: comparison.after.year, toldOf: year };
      return comparison.findings.map((compared) => {
        const seen = toldOf(compared, year);
        subjects.set(seen, () => subject(compared, place, compared.operands));
        return seen;
      });
    },
    get(finding) {
      const told = subjects.get(finding);
      if (told === undefined) throw new Error(`what a finding of ${finding.rule} is about was not told`);
      return told();
    },
  };
}

type Place = Omit<FindingRef, 'key'>;

function subject(finding: Finding, place: Place, operands: readonly Operand[]): FindingSubject {
  return { ...place, key: findingKey(finding, operands), rule: finding.rule, operands };
}

/** A year's own cells are named as in its record; those of the other year keep their year behind them. */
function toldOf(finding: Finding, year: number): Finding {
  const own = `@${year}`;
  const cells = finding.cells.map((path) => (path.endsWith(own) ? path.slice(0, -own.length) : path));
  const { rule, severity, expected, actual, message, cause, evidence } = finding;
  return { rule, severity, cells, expected, actual, message, cause, ...(evidence === undefined ? {} : { evidence }) };
}

const separator = '.';
const pattern = /^(?<agencyId>[^.]+)\.(?<year>\d{4})\.(?<key>[0-9a-f]{24})(?:\.(?<toldOf>\d{4}))?$/;

/**
 * Id of a finding: opaque to clients, the same in every version of the report that has the same figures there. What two reports say of
 * each other has an id for each of the two years, for it names the cells of the other year as such; decisions are on both.
 */
export function findingId({ agencyId, year, key, toldOf }: FindingRef): string {
  return [agencyId, year, key, ...(toldOf === year ? [] : [toldOf])].join(separator);
}

/** Null for what was never an id of ours. */
export function parseFindingId(id: string): FindingRef | null {
  const { agencyId = '', year = '', key = '', toldOf = year } = pattern.exec(id)?.groups ?? {};
  if (!Agency.shape.id.safeParse(agencyId).success) return null;
  return { agencyId, year: Number(year), key, toldOf: Number(toldOf) };
}

/** Loads decisions on findings, together with all others asked for in the same turn. */
export type ReviewLoader = DataLoader<ReviewRef, Review | null, string>;

const nameOf = ({ agencyId, year, key }: ReviewRef): string => [agencyId, year, key].join('\n');

/**
 * Decisions of an agency that the request has read anyway come with it; those of all other agencies of a list are one more
 * call, however many there are. `asked` holds the agencies that the request has asked for.
 */
export function reviewLoader(
  reader: RecordReader,
  asked: ReadonlyMap<string, Promise<AgencyWithHeads | null>>,
): ReviewLoader {
  const load = async (refs: readonly ReviewRef[]): Promise<(Review | null)[]> => {
    const agencies = await Promise.all(refs.map(({ agencyId }) => asked.get(agencyId)));
    const unread = refs.filter((_, at) => agencies[at] === undefined);
    const read = unread.length === 0 ? [] : await reader.reviews(unread);
    const byName = new Map(unread.map((ref, at) => [nameOf(ref), read[at] ?? null]));
    return refs.map((ref, at) => byName.get(nameOf(ref)) ?? decided(agencies[at], ref));
  };
  return new DataLoader(load, { cacheKeyFn: nameOf });
}

function decided(agency: AgencyWithHeads | null | undefined, ref: ReviewRef): Review | null {
  return agency?.reviews.find((review) => nameOf(review) === nameOf(ref)) ?? null;
}
