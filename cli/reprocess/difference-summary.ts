import { textTable } from '../print.ts';
import type { ComparisonChange, FindingChanges, RecordChange } from './changes.ts';

/** What a new reading of one object version would change. */
export interface ObjectChange {
  readonly key: string;
  readonly versionId: string;
  /** Parser that read it last; null where none has. */
  readonly parserVersion: string | null;
  readonly records: readonly RecordChange[];
}

/** How many object versions were read, by which parser, and what would change in some of them. */
export interface Differences {
  readonly read: number;
  readonly parserVersion: string;
  readonly changes: readonly ObjectChange[];
  /** What years and versions would say otherwise of each other. */
  readonly comparisons: readonly ComparisonChange[];
}

/** Everything that would change, as lines: by rule, by cell, by fact, then document by document, then year by year. */
export function differenceSummary({ read, parserVersion, changes, comparisons }: Differences): string[] {
  const records = changes.flatMap((change) => change.records);
  return [
    `${read} object versions read again, ${changes.length} of them differently`,
    ...sameParser(changes, parserVersion),
    ...titled('By rule', byRule([...records, ...comparisons])),
    ...titled('By cell', counted('records', records.flatMap(cellPaths))),
    ...titled('By fact', counted('records', records.flatMap(factChanges))),
    ...titled(
      'By section',
      counted(
        'records',
        records.flatMap(({ sections }) => sections.map(({ key }) => key)),
      ),
    ),
    ...changes.flatMap(documentLines),
    ...comparisons.flatMap(comparisonLines),
  ];
}

/** What one parser version has made of a document is stored once: a change under the same version would not be applied. */
function sameParser(changes: readonly ObjectChange[], parserVersion: string): string[] {
  const count = changes.filter((change) => change.parserVersion === parserVersion).length;
  if (count === 0) return [];
  return [
    `${count} of these were read by version ${parserVersion} before: raise it (parser/version.ts) for them to change`,
  ];
}

function titled(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length <= 1 ? [] : ['', title, ...textTable(rows).map((line) => `  ${line}`)];
}

function byRule(records: readonly FindingChanges[]): string[][] {
  const come = tally(records.flatMap((record) => record.come.map(({ rule }) => rule)));
  const gone = tally(records.flatMap((record) => record.gone.map(({ rule }) => rule)));
  const rules = [...new Set([...come.keys(), ...gone.keys()])].sort();
  const rows = rules.map((rule) => [rule, `+${come.get(rule) ?? 0}`, `−${gone.get(rule) ?? 0}`]);
  return [['rule', 'come', 'gone'], ...rows];
}

/** Most frequent first. */
function counted(what: string, names: readonly string[]): string[][] {
  const rows = [...tally(names)].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
  return [['', what], ...rows.map(([name, count]) => [name, String(count)])];
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function cellPaths({ cells }: RecordChange): string[] {
  return cells.map(({ path }) => path);
}

/** Outcomes and the like by their values; what has as many values as records, a title, by its name alone. */
const toldByValue: ReadonlySet<string> = new Set(['kind', 'form', 'outcome', 'complete', 'filed']);

function factChanges({ facts }: RecordChange): string[] {
  return facts.map(({ name, before, after }) =>
    toldByValue.has(name) ? `${name} ${before ?? '∅'} → ${after ?? '∅'}` : name,
  );
}

function documentLines({ key, versionId, records }: ObjectChange): string[] {
  return ['', `${key}  ${versionId}`, ...records.flatMap(recordLines)];
}

function recordLines({ name, facts, cells, sections, come, gone }: RecordChange): string[] {
  return [
    `  ${name}`,
    ...facts.map((fact) => `    ${fact.name}: ${fact.before ?? '∅'} → ${fact.after ?? '∅'}`),
    ...cells.map(({ path, before, after }) => `    ${path}: ${shown(before)} → ${shown(after)}`),
    ...sections.map(({ key, removed, added }) => `    ${key}: −${removed.length} +${added.length} paragraphs`),
    ...findingLines({ come, gone }),
  ];
}

function findingLines({ come, gone }: FindingChanges): string[] {
  return [
    ...gone.map(({ rule, message }) => `    − ${rule}: ${message.en}`),
    ...come.map(({ rule, message }) => `    + ${rule}: ${message.en}`),
  ];
}

const compared = { 'across-years': 'with the year before', versions: 'with its earlier version' } as const;

function comparisonLines({ name, kind, come, gone }: ComparisonChange): string[] {
  return ['', `${name}  ${compared[kind]}`, ...findingLines({ come, gone })];
}

function shown(figure: RecordChange['cells'][number]['before']): string {
  if (figure === null) return '∅';
  return figure.value === null ? `${figure.state} “${figure.raw}”` : String(figure.value);
}
