import { createHash } from 'node:crypto';
import { arrivalOf, ingestionId } from '../../infra/aws/s3-message.ts';
import type { ParseHints } from '../../parser/records.ts';
import { type ReasonCode, reason } from '../../schema/law/vocabulary/reasons.ts';
import type { Agency } from '../../schema/record/agency.ts';
import { timelinessOf } from '../../schema/record/calendar.ts';
import type { Finding, Severity } from '../../schema/record/finding.ts';
import { findingKey, operandsOf } from '../../schema/record/finding-key.ts';
import type { IngestedRecord, Ingestion } from '../../schema/record/ingestion.ts';
import { taskLines } from '../../schema/record/plan-tasks.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { ReportRecord, TableRow } from '../../schema/record/report.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import {
  type FindingCounts,
  isIdentityRule,
  type Reading,
  type VersionHead,
  type VersionRef,
} from '../../schema/record/version-head.ts';
import type { ObjectReading } from './read-object.ts';
import type { ObjectNotice } from './s3-event.ts';

/** All that decides what a record says: the bytes, the parser, which record of the file it is, and what the sender said. */
export interface RecordOrigin {
  readonly sha256: string;
  readonly parserVersion: string;
  readonly index: number;
  readonly hints: ParseHints;
}

/** Name of a version of a record. The same origin has the same name, so the same record is never stored twice. */
export function recordVersion({ sha256, parserVersion, index, hints }: RecordOrigin): string {
  const { sourceUrl = null, agency = null, publishedOn = null, fileName } = hints;
  const said = [sourceUrl, agency, publishedOn, ...(fileName === undefined ? [] : [fileName])];
  return shortHash(JSON.stringify([sha256, parserVersion, index, ...said]));
}

/** Tells the work plans of an agency and year apart: a plan that is sent again, corrected, has the same title. */
function planSlot(title: string | null): string {
  return shortHash((title ?? '').replace(/\s/g, '')).slice(0, 12);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Of the seven columns of the applications table, the one whose figures rank and aggregate agencies. */
const applicationsColumn = 'total';

/** Of the national indicators, those that the statutory tables do not ask for and reports go on to tell. */
const besideTables: ReadonlySet<string> = new Set(['statistics.proactive.total', 'indicators.proactive.total']);

/**
 * Headline figures of a report by cell path: the total column of the applications table and every figure of the two small
 * tables; and the national indicators of its annex (`statistics.<key>`) and of its sentences (`indicators.<key>`), all of
 * them for a report without any of the three tables. A cell without a value has no entry, and nor has a sentence's figure of
 * another scope than the report's: 我局2件 is not what the whole city received.
 */
export function figuresOf(record: ReportRecord): Record<string, number> {
  const { proactiveDisclosure, applications, reviewAndLitigation } = record.tables;
  const tables = [
    ...tableFigures('proactiveDisclosure', proactiveDisclosure),
    ...tableFigures('applications', applications).filter(([path]) => path.endsWith(`.${applicationsColumn}`)),
    ...tableFigures('reviewAndLitigation', reviewAndLitigation),
  ];
  const indicators = indicatorFigures(record).filter(([path]) => tables.length === 0 || besideTables.has(path));
  return Object.fromEntries([...tables, ...indicators]);
}

type Figure = readonly [path: string, value: number];

function tableFigures(name: string, table: ReportRecord['tables']['applications']): Figure[] {
  if (table === undefined) return [];
  return Object.entries(table).flatMap(([row, cells]) => (isRow(cells) ? rowFigures(`${name}.${row}`, cells) : []));
}

/** Beside its rows a table has the name of its form. */
function isRow(value: string | TableRow): value is TableRow {
  return typeof value !== 'string';
}

function rowFigures(path: string, cells: TableRow): Figure[] {
  return Object.entries(cells).flatMap(([column, { value }]) => (value === null ? [] : [[`${path}.${column}`, value]]));
}

/** Where a key comes twice the first printed stands, so the list is walked backwards. */
function indicatorFigures({ statistics, indicators, scopes }: ReportRecord): Figure[] {
  const scope = scopes?.report.scope ?? 'unknown';
  const annex = statistics.flatMap(({ key, cell }): Figure[] =>
    key === null || cell.value === null ? [] : [[`statistics.${key}`, cell.value]],
  );
  const narrative = indicators
    .filter((indicator) => !differentScopes(scopeOf(indicator), scope))
    .flatMap(({ key, value }): Figure[] => (key === null ? [] : [[`indicators.${key}`, value]]));
  return [...annex, ...narrative].toReversed();
}

/** A record with its place in the table, or with the reasons why it has none. */
export type FiledRecord =
  | { readonly filed: true; readonly head: VersionHead; readonly agency: Agency; readonly record: ReportRecord }
  | { readonly filed: false; readonly record: ReportRecord; readonly reasons: readonly Reason[] };

/** Finds the place of a record. One that is rejected, or of no known kind, agency or year, has none. */
export function fileRecord(record: ReportRecord, version: string, notice: ObjectNotice): FiledRecord {
  const { kind, agency, year } = record;
  if (kind === 'unrecognised' || agency === null || year === null || record.outcome === 'rejected') {
    return { filed: false, record, reasons: record.reasons.length > 0 ? record.reasons : [missingPart(record)] };
  }
  const slot = kind === 'work-plan' ? planSlot(record.title) : '';
  const head: VersionHead = {
    ...{ agencyId: agency.id, year, kind, slot, version },
    ...{ agencyName: agency.name, divisionCode: agency.divisionCode },
    ...{ provinceCode: agency.provinceCode, level: agency.level },
    ...{ form: record.form, title: record.title, outcome: record.outcome, complete: record.complete },
    publishedOn: record.publishedOn,
    findings: countFindings(record.findings),
    rules: countByRule(record.findings),
    figures: figuresOf(record),
    ...(record.scopes === undefined ? {} : { scope: record.scopes.report.scope }),
    ...(record.workPlan === null ? {} : { tasks: taskLines(record.workPlan, year) }),
    ...{
      ingestionId: ingestionId(notice, record.source.member),
      bucket: notice.bucket,
      key: notice.key,
      objectVersionId: notice.versionId,
    },
    ...(kind === 'annual-report' ? { timing: timelinessOf(record).timing } : {}),
    arrival: arrivalOf(notice.eventTime, notice.sequencer),
  };
  return { filed: true, head, agency, record };
}

/** The line of an ingestion that says what became of a record. */
export function ingestedRecord(filing: FiledRecord): IngestedRecord {
  const { kind, outcome, agency, year, findings } = filing.record;
  return {
    kind,
    outcome: filing.filed ? outcome : 'rejected',
    agencyId: agency?.id ?? null,
    year,
    version: filing.filed ? filing.head.version : null,
    ...(filing.filed && filing.head.slot !== '' ? { slot: filing.head.slot } : {}),
    findings: findings.length,
  };
}

function missingPart({ kind, agency }: ReportRecord): Reason {
  const code: ReasonCode =
    kind === 'unrecognised' ? 'no-report' : agency === null ? 'agency-unrecognised' : 'year-unrecognised';
  return reason(code);
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

function countByRule(findings: readonly Finding[]): VersionHead['rules'] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return Object.fromEntries([...byRule].map(([rule, ofRule]) => [rule, countFindings(ofRule)]));
}

/** Finds the place of every record of a reading, in the order of the file. */
export function fileReading(
  { records, sha256, hints, fetchedAt }: ObjectReading,
  notice: ObjectNotice,
  parserVersion: string,
): FiledRecord[] {
  return records.map((record, index) => {
    const origin = { sha256: sha256 ?? record.source.sha256, parserVersion, index, hints };
    const filing = fileRecord(record, recordVersion(origin), notice);
    if (!filing.filed) return filing;
    const { member } = record.source;
    const inArchive = member === undefined ? '' : `/${member}`;
    const pageUrl = webAddress(hints.sourceUrl ?? record.source.pageUrl);
    const reading = readingOf(record, hints.sourceUrl ?? `${notice.bucket}/${notice.key}${inArchive}`);
    const published = {
      ...(pageUrl === null ? {} : { pageUrl }),
      ...(fetchedAt === null || Number.isNaN(Date.parse(fetchedAt))
        ? {}
        : { fetchedAt: new Date(fetchedAt).toISOString() }),
    };
    const doubts = doubtsOf(record);
    return {
      ...filing,
      head: {
        ...filing.head,
        ...{ sha256: `${origin.sha256}${inArchive}`, reading, ...published },
        ...(doubts.length === 0 ? {} : { doubts }),
      },
    };
  });
}

/** Names of the doubts of whose report on which year it is, by which decisions on them are found. */
function doubtsOf(record: ReportRecord): string[] {
  const held = record.findings.filter(({ rule, severity }) => severity === 'error' && isIdentityRule(rule));
  return [...new Set(held.map((finding) => findingKey(finding, operandsOf(finding, record))))];
}

/** An address as browsers write it; null for what leads to no page of the web. */
function webAddress(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** How a record was read, by which its copies are weighed. `address` is where it was published, else where it lies. */
function readingOf(record: ReportRecord, address: string): Reading {
  const cells = tableCells(record.tables).map(([, cell]) => cell);
  return {
    mediaType: record.source.mediaType,
    unreadable: cells.filter(({ state }) => state === 'unreadable').length,
    doubts: record.findings.filter(({ cause }) => cause === 'suspected-parse').length,
    printed: digest(printedValues(record)),
    address: digest(address),
  };
}

/** Every figure of the statutory tables and of the annex by its path, in one order however it was printed. */
function printedValues({ tables, statistics }: ReportRecord): (readonly [path: string, value: number | null])[] {
  const inTables = tableCells(tables).map(([path, { value }]) => [path, value] as const);
  const inAnnex = statistics.map(({ path, cell }) => [path, cell.value] as const);
  return [...inTables, ...inAnnex].toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/** Short, for lists hold thousands: two of one report are told apart by far less. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}

/** A version with the place where it was filed. */
export type FiledVersion = VersionRef;

/** What a reading files. */
export function filedBy(filings: readonly FiledRecord[]): FiledVersion[] {
  return filings.flatMap((filing) => (filing.filed ? [filing.head] : []));
}

/** What an earlier reading of the same object version filed, as its ingestion remembers. */
export function versionsOf({ records }: Ingestion): FiledVersion[] {
  return records.flatMap(({ kind, agencyId, year, version, slot = '' }) =>
    kind === 'unrecognised' || agencyId === null || year === null || version === null
      ? []
      : [{ kind, agencyId, year, version, slot }],
  );
}

/** Of these versions those whose place is none of the others': the same agency, year, kind and plan. */
export function notAmong(others: readonly FiledVersion[], versions: readonly FiledVersion[]): FiledVersion[] {
  const places = new Set(others.map(placeOf));
  return versions.filter((version) => !places.has(placeOf(version)));
}

function placeOf({ agencyId, year, kind, slot }: FiledVersion): string {
  return [agencyId, year, kind, slot].join(' ');
}
