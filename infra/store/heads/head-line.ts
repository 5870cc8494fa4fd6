import { createHash } from 'node:crypto';
import { cellPaths } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import { indicatorTerms } from '../../../schema/law/vocabulary/indicators.ts';
import { type FindingCounts, VersionHead } from '../../../schema/record/version-head.ts';

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

function encodeFigures(figures: VersionHead['figures']): CodedFigures {
  return Object.entries(figures).flatMap(([path, value]) => [codes.get(path) ?? path, value]);
}

function decodeFigures(coded: CodedFigures): VersionHead['figures'] {
  const figures: Record<string, number> = {};
  for (let index = 0; index < coded.length; index += 2) {
    const code = coded[index];
    const value = coded[index + 1];
    if (typeof code === 'string' && typeof value === 'number') figures[paths.get(code) ?? code] = value;
  }
  return figures;
}

type Counts = readonly [error: number, warning: number, info: number];

function encodeCounts({ error, warning, info }: FindingCounts): Counts {
  return [error, warning, info];
}

function decodeCounts([error, warning, info]: Counts): FindingCounts {
  return { error, warning, info };
}

/** How a field stands in the line, where it does not stand as it is. */
interface Codec<Value, Coded> {
  readonly encode: (value: Value) => Coded;
  readonly decode: (coded: Coded) => Value;
}

const codec = <Value, Coded>(encode: (value: Value) => Coded, decode: (coded: Coded) => Value) =>
  ({ encode, decode }) as Codec<unknown, unknown>;

const codecs: { readonly [Field in keyof VersionHead]?: Codec<unknown, unknown> } = {
  findings: codec(encodeCounts, decodeCounts),
  rules: codec(
    (rules: VersionHead['rules']) => mapValues(rules, encodeCounts),
    (coded) => mapValues(coded, decodeCounts),
  ),
  figures: codec(encodeFigures, decodeFigures),
  tasks: codec(
    (tasks: NonNullable<VersionHead['tasks']>) => tasks.map(({ responsible, dueOn }) => [responsible, dueOn] as const),
    (coded) => coded.map(([responsible, dueOn], index) => ({ number: index + 1, responsible, dueOn })),
  ),
  reading: codec(
    ({ mediaType, unreadable, doubts, printed, address }: NonNullable<VersionHead['reading']>) =>
      [mediaType, unreadable, doubts, printed, address] as const,
    ([mediaType, unreadable, doubts, printed, address]) => ({ mediaType, unreadable, doubts, printed, address }),
  ),
};

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  const mapped: Record<string, To> = {};
  for (const key in record) mapped[key] = map(record[key] as From);
  return mapped;
}

const { shape } = VersionHead.unwrap();

/** The fields of a head in the order of its line. A field that may be absent is null in the line, or the line ends before it. */
const fields = (Object.keys(shape) as (keyof VersionHead)[]).map((name) => ({
  name,
  mayBeAbsent: shape[name].isOptional(),
  codec: codecs[name],
}));

/** A head as one line of JSON without names: a list of thousands is read in a fifth of the time. */
export function encodeHead(head: VersionHead): string {
  const known = VersionHead.parse(head);
  const line = fields.map(({ name, codec }) => {
    const value = known[name];
    return codec === undefined || value === undefined ? value : codec.encode(value);
  });
  return JSON.stringify(line);
}

/** The head again. It was validated before it was written, and is not again: a list holds thousands. */
export function decodeHead(text: string): VersionHead {
  const line = JSON.parse(text) as readonly unknown[];
  const head: Partial<Record<keyof VersionHead, unknown>> = {};
  let index = 0;
  for (const { name, mayBeAbsent, codec } of fields) {
    const value = line[index++];
    if (mayBeAbsent && (value === null || value === undefined)) continue;
    head[name] = codec === undefined ? value : codec.decode(value);
  }
  // What stands in the table under a head's key was written by `encodeHead`.
  return head as VersionHead;
}
