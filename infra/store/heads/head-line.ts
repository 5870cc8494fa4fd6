import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cellPaths, FormId } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import { timings } from '../../../schema/law/vocabulary/deadlines.ts';
import { indicatorTerms } from '../../../schema/law/vocabulary/indicators.ts';
import { AgencyLevel } from '../../../schema/record/agency.ts';
import type { TaskLine } from '../../../schema/record/plan-tasks.ts';
import type { FindingCounts, Reading, VersionHead } from '../../../schema/record/record-store.ts';
import { Outcome } from '../../../schema/record/report.ts';
import { Scope } from '../../../schema/record/scope.ts';

/** Digits each part of a parser version is padded to, so that 0.10.0 comes after 0.9.0. */
const partDigits = 6;

/**
 * The total order of the versions of one report: the later arrival, of one arrival the newer parser, and where both are
 * the same the greater id. Being total it makes every order of deliveries end in the same table.
 */
export function versionOrder(head: VersionHead, parserVersion: string): string {
  return [head.arrival, parserOrder(parserVersion), head.version, head.ingestionId].join('#');
}

/** A parser version, `1.2.3`, comparable as a string. */
export function parserOrder(parserVersion: string): string {
  return parserVersion.replace(/\d+/g, (digits) => digits.padStart(partDigits, '0'));
}

/** Digits of a code. With some hundred paths four of 64 each are distinct; a test holds that they are. */
const codeLength = 4;

const indicatorPaths = indicatorTerms.flatMap(({ key }) => [`statistics.${key}`, `indicators.${key}`]);
const tablePaths = forms.flatMap(({ tables }) =>
  tables.flatMap((table) => cellPaths(table).map((path) => `${table.key}.${path}`)),
);

/** Every path a headline figure can have by the forms and the dictionary of indicators. */
export const figurePaths: readonly string[] = [...new Set([...tablePaths, ...indicatorPaths])];

/** A code depends on its path alone, so that forms and indicators may be added and reordered. */
export function codeOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, codeLength);
}

const codes: ReadonlyMap<string, string> = new Map(figurePaths.map((path) => [path, codeOf(path)]));
const paths: ReadonlyMap<string, string> = new Map(figurePaths.map((path) => [codeOf(path), path]));

/** Code, value, code, value: a fifth of the size of the same with paths. A path of no form stands as it is. */
type CodedFigures = readonly (string | number)[];

function encodeFigures(figures: Readonly<Record<string, number>>): CodedFigures {
  return Object.entries(figures).flatMap(([path, value]) => [codes.get(path) ?? path, value]);
}

function decodeFigures(coded: CodedFigures): Record<string, number> {
  const figures: Record<string, number> = {};
  for (let index = 0; index < coded.length; index += 2) {
    const code = coded[index];
    const value = coded[index + 1];
    if (typeof code === 'string' && typeof value === 'number') figures[paths.get(code) ?? code] = value;
  }
  return figures;
}

const count = z.int().nonnegative();
const Counts = z.tuple([count, count, count]);

/** A head as one line of JSON without names: a list of thousands is read in a fifth of the time. New fields are added last. */
const HeadLine = z.tuple([
  z.string(),
  z.int(),
  z.enum(['annual-report', 'work-plan']),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  AgencyLevel.nullable(),
  FormId.nullable(),
  z.string().nullable(),
  Outcome,
  z.boolean(),
  z.string().nullable(),
  Counts,
  z.record(z.string(), Counts),
  z.array(z.union([z.string(), z.number()])),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.array(z.tuple([z.array(z.string()), z.array(z.string())])).nullable(),
  z.tuple([z.string(), count, count, z.string(), z.string()]).nullable(),
  Scope.nullable(),
  z.enum(timings).nullable(),
]);
type HeadLine = z.infer<typeof HeadLine>;

export function encodeHead(head: VersionHead): string {
  const line: HeadLine = [
    ...([head.agencyId, head.year, head.kind, head.slot, head.version] as const),
    ...([head.agencyName, head.divisionCode, head.provinceCode, head.level] as const),
    ...([head.form, head.title, head.outcome, head.complete, head.publishedOn] as const),
    tuple(head.findings),
    Object.fromEntries(Object.entries(head.rules).map(([rule, counts]) => [rule, tuple(counts)])),
    [...encodeFigures(head.figures)],
    ...([head.ingestionId, head.bucket, head.key, head.objectVersionId, head.arrival] as const),
    head.sha256 ?? null,
    head.tasks?.map(({ responsible, dueOn }) => [[...responsible], [...dueOn]]) ?? null,
    head.reading === undefined ? null : readingTuple(head.reading),
    head.scope ?? null,
    head.timing ?? null,
  ];
  return JSON.stringify(HeadLine.parse(line));
}

export function decodeHead(text: string): VersionHead {
  return headOfLine(JSON.parse(text));
}

/** The head again, of its line as JSON gives it. It was validated before it was written, and is not again: a list holds thousands. */
function headOfLine(json: unknown): VersionHead {
  // What stands in the table under a head's key was written by `encodeHead`.
  const line = json as HeadLine;
  const [agencyId, year, kind, slot, version, agencyName, divisionCode, provinceCode, level, form, title, outcome] =
    line;
  const head = {
    agencyId,
    year,
    kind,
    slot,
    version,
    agencyName,
    divisionCode,
    provinceCode,
    level,
    form,
    title,
    outcome,
    complete: line[12],
    publishedOn: line[13],
    findings: counts(line[14]),
    rules: rulesOf(line[15]),
    figures: decodeFigures(line[16]),
    ingestionId: line[17],
    bucket: line[18],
    key: line[19],
    objectVersionId: line[20],
    arrival: line[21],
    sha256: line[22] ?? undefined,
    reading: readingOf(line[24]),
    // A line of an earlier release ends before it.
    scope: line[25] ?? undefined,
    timing: line[26] ?? undefined,
  };
  return line[23] === null ? head : { ...head, tasks: line[23].map(taskOf) };
}

function rulesOf(line: HeadLine[15]): VersionHead['rules'] {
  const rules: Record<string, FindingCounts> = {};
  for (const rule in line) rules[rule] = counts(line[rule] ?? [0, 0, 0]);
  return rules;
}

function taskOf([responsible, dueOn]: NonNullable<HeadLine[23]>[number], index: number): TaskLine {
  return { number: index + 1, responsible, dueOn };
}

function readingTuple({ mediaType, unreadable, doubts, printed, address }: Reading): NonNullable<HeadLine[24]> {
  return [mediaType, unreadable, doubts, printed, address];
}

/** A line of an earlier release ends before it. */
function readingOf(line: HeadLine[24] | undefined): Reading | undefined {
  if (line === null || line === undefined) return undefined;
  const [mediaType, unreadable, doubts, printed, address] = line;
  return { mediaType, unreadable, doubts, printed, address };
}

function tuple({ error, warning, info }: FindingCounts): z.infer<typeof Counts> {
  return [error, warning, info];
}

function counts([error, warning, info]: z.infer<typeof Counts>): FindingCounts {
  return { error, warning, info };
}
