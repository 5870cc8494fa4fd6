import type { Agency } from '../../schema/record/agency.ts';
import type { Comparison, ComparisonKind } from '../../schema/record/comparison.ts';
import type { Ingestion } from '../../schema/record/ingestion.ts';
import type { Outcome } from '../../schema/record/report.ts';
import type { DocumentRef, VersionHead, VersionRef } from '../../schema/record/version-head.ts';
import { arrivalOf } from '../aws/s3-message.ts';

/**
 * The one table: its attributes, its indexes and every key in it. What creates the table (the cloud stack, the local
 * stack) and what reads and writes it agree through this file alone. Questions and costs: `docs/access-patterns.md`.
 */

/** Name of the table where nothing else is said; a province stack passes its own in `TABLE_NAME`. */
export const defaultTableName = 'gongkai';

/** Attributes of a key. All are strings. */
export interface KeyNames {
  readonly partition: string;
  readonly sort: string;
}

export const tableKeyNames = { partition: 'pk', sort: 'sk' } as const satisfies KeyNames;

/** Global indexes, both overloaded and both projecting every attribute of the (small) items that carry their keys. */
export const tableIndexes = {
  /** Agencies, what the register says of them, denominators, undecided uploads, current documents of a year and comparisons with findings by division and name · ingestions by arrival. */
  gsi1: { partition: 'gsi1pk', sort: 'gsi1sk' },
  /** Ingestions of one outcome by arrival · agencies, the register, denominators, undecided uploads, current documents and comparisons of a year, by the time of their last change. */
  gsi2: { partition: 'gsi2pk', sort: 'gsi2sk' },
} as const satisfies Record<string, KeyNames>;

export type IndexName = keyof typeof tableIndexes;

export interface TableKey {
  readonly pk: string;
  readonly sk: string;
}

/** The two halves of a stored record: everything but narrative texts, and the narrative texts. */
export type BodyPart = 'DATA' | 'TEXT';

/** Stands in a sort key for the division of an agency that has none; no division has this code. */
const noDivision = '000000';

/** An index sort key may hold 1,024 bytes: a printed name longer than any real one must not make a write fail. */
const longestNameInKey = 200;

/** Last possible sort key among an agency's own item and what stands under its years, so that one Query reads it all and no body. */
export const lastHeadKey = 'HEAD#~';

export function agencyPartition(agencyId: string): string {
  return `AGENCY#${agencyId}`;
}

export function agencyKey(agencyId: string): TableKey {
  return { pk: agencyPartition(agencyId), sk: 'AGENCY' };
}

/** The small item that says which version is current. */
export function headKey(ref: DocumentRef): TableKey {
  return { pk: agencyPartition(ref.agencyId), sk: `HEAD#${place(ref)}` };
}

/** What a report says of another, under the year of the later one. */
export function comparisonKey(agencyId: string, year: number, kind: ComparisonKind): TableKey {
  return { pk: agencyPartition(agencyId), sk: `HEAD#${year}#COMPARISON#${kind}` };
}

/** A decision on a finding, under the finding's year. */
export function reviewKey(agencyId: string, year: number, key: string): TableKey {
  return { pk: agencyPartition(agencyId), sk: `HEAD#${year}#REVIEW#${key}` };
}

/** What stands under a year of an agency. */
export type YearItemKind = 'head' | 'comparison' | 'review';

const yearItemKinds: Readonly<Record<string, YearItemKind>> = { COMPARISON: 'comparison', REVIEW: 'review' };

/** Tells from its sort key what an item under a year is. */
export function yearItemKind(sk: string): YearItemKind {
  return yearItemKinds[sk.split('#')[2] ?? ''] ?? 'head';
}

/** Sort keys of everything that stands under these years and those between them. */
export function yearsRange(first: number, last: number): { readonly first: string; readonly last: string } {
  return { first: `HEAD#${first}#`, last: `HEAD#${last}#~` };
}

/** All heads of an agency once more in one item, so that the years of many agencies are one batch, see `infra/store/heads/agency-snapshot.ts`. */
export function agencySnapshotKey(agencyId: string): TableKey {
  return { pk: `CARD#${agencyId}`, sk: 'CARD' };
}

/** The item that names every list of which anything was ever stored, see `infra/store/lists/list-kinds.ts`; release 0.2.0 gave it its key. */
export const listNamesKey: TableKey = { pk: 'STAMP', sk: 'STAMP' };

/** Says that an item of a list is about to be deleted: an index tells nothing of what is gone. */
export function removalKey(partition: string, { pk, sk }: TableKey): TableKey {
  return { pk: `REMOVED#${partition}`, sk: `${pk}|${sk}` };
}

/** The keys by which an item of a list stands in gsi2, under the time of its change: a list is brought up to date by one Query. */
export function changeIndexKeys(partition: string, changedAt: number) {
  return { gsi2pk: changesPartition(partition), gsi2sk: changeTime(changedAt) };
}

/** Changes of a list, by its partition of gsi1. */
export function changesPartition(partition: string): string {
  return `CHANGED#${partition}`;
}

/** Milliseconds since 1970 as they are compared in a sort key. */
export function changeTime(at: number): string {
  return new Date(at).toISOString();
}

/** The small item that says a version is stored whole. */
export function versionKey(ref: VersionRef): TableKey {
  return { pk: agencyPartition(ref.agencyId), sk: `VERSION#${place(ref)}#${ref.version}` };
}

/** Begins the sort key of every version of a report or plan. */
export function versionsPrefix(ref: DocumentRef): string {
  return `VERSION#${place(ref)}#`;
}

/** One piece of a version's body, counted from 0. */
export function bodyKey(ref: VersionRef, part: BodyPart, piece: number): TableKey {
  const number = String(piece).padStart(2, '0');
  return { pk: agencyPartition(ref.agencyId), sk: `RECORD#${place(ref)}#${ref.version}#${part}#${number}` };
}

/** What is undecided of an upload, beside its ingestion. */
export function undecidedKey(ingestionId: string): TableKey {
  return { pk: `INGESTION#${ingestionId}`, sk: 'UNDECIDED' };
}

export function ingestionKey(id: string): TableKey {
  return { pk: `INGESTION#${id}`, sk: 'INGESTION' };
}

/** What one import said of an organ; a later one stands beside it, for nothing said of an organ is overwritten. */
export function registerKey(id: string, recordedAt: string): TableKey {
  return { pk: `REGISTER#${id}`, sk: recordedAt };
}

/** Begins the keys of what imports say of the denominators of divisions. */
export const denominatorsPrefix = 'DENOMINATOR#';

/** What one import said of a division, year and measure; a later one stands beside it. */
export function denominatorKey(subject: string, recordedAt: string): TableKey {
  return { pk: `${denominatorsPrefix}${subject}`, sk: recordedAt };
}

/** Partitions of the indexes. */
export const agenciesPartition = 'AGENCIES';
export const registerPartition = 'REGISTER';
export const denominatorsPartition = 'DENOMINATORS';
/** Uploads of which it is not decided whose report they are. */
export const undecidedPartition = 'UNDECIDED';
/** What the reports of a year say of others, where they disagree. */
export function comparisonsPartition(year: number): string {
  return `COMPARISONS#${year}`;
}

export const allIngestionsPartition = 'INGESTIONS';

export function documentsPartition({ kind, year }: Pick<DocumentRef, 'kind' | 'year'>): string {
  return kind === 'annual-report' ? `REPORTS#${year}` : `PLANS#${year}`;
}

export function outcomePartition(outcome: Outcome): string {
  return `INGESTIONS#${outcome}`;
}

export function agencyIndexKeys(agency: Agency) {
  return { gsi1pk: agenciesPartition, gsi1sk: byDivisionAndName(agency.divisionCode, agency.name, agency.id) };
}

export function registerIndexKeys(agency: Agency) {
  return { gsi1pk: registerPartition, gsi1sk: byDivisionAndName(agency.divisionCode, agency.name, agency.id) };
}

export function denominatorIndexKeys(subject: string) {
  return { gsi1pk: denominatorsPartition, gsi1sk: subject };
}

export function headIndexKeys(head: VersionHead) {
  return {
    gsi1pk: documentsPartition(head),
    gsi1sk: byDivisionAndName(head.divisionCode, head.agencyName, head.agencyId),
  };
}

/** Only an upload of which something is undecided stands in the list; one that is decided since is told of among its changes. */
export function undecidedIndexKeys({ id, undecided = [] }: Pick<Ingestion, 'id' | 'undecided'>) {
  return undecided.length === 0 ? {} : { gsi1pk: undecidedPartition, gsi1sk: id };
}

/** Only a comparison that has findings stands in its list; one that has them no more is told of among its changes. */
export function comparisonIndexKeys({ agencyId, kind, after, findings }: Comparison) {
  const partition = comparisonsPartition(after.year);
  return findings.length === 0 ? {} : { gsi1pk: partition, gsi1sk: `${agencyId}#${kind}` };
}

export function ingestionIndexKeys(ingestion: Ingestion) {
  const byArrival = `${arrivalOf(ingestion.arrivedAt, ingestion.sequencer)}#${ingestion.id}`;
  return {
    gsi1pk: allIngestionsPartition,
    gsi1sk: byArrival,
    gsi2pk: outcomePartition(ingestion.outcome),
    gsi2sk: byArrival,
  };
}

function place(ref: DocumentRef): string {
  return ref.kind === 'annual-report' ? `${ref.year}#REPORT` : `${ref.year}#PLAN#${ref.slot}`;
}

function byDivisionAndName(divisionCode: string | null, name: string, id: string): string {
  return `${divisionCode ?? noDivision}#${name.slice(0, longestNameInKey)}#${id}`;
}
