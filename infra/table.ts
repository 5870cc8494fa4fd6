import type { Agency } from '../schema/agency.ts';
import type { Ingestion } from '../schema/ingestion.ts';
import type { VersionHead, VersionRef } from '../schema/record-store.ts';
import type { Outcome } from '../schema/report.ts';
import { arrivalOf } from './arrival.ts';

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
  /** Agencies by division and name · current reports of a year by division and name · ingestions by arrival. */
  gsi1: { partition: 'gsi1pk', sort: 'gsi1sk' },
  /** Ingestions of one outcome by arrival. */
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

/** Last possible sort key among an agency's own item and its heads, so that one Query reads both and nothing else. */
export const lastHeadKey = 'HEAD#~';

export function agencyPartition(agencyId: string): string {
  return `AGENCY#${agencyId}`;
}

export function agencyKey(agencyId: string): TableKey {
  return { pk: agencyPartition(agencyId), sk: 'AGENCY' };
}

/** The small item that says which version is current. */
export function headKey(ref: VersionRef): TableKey {
  return { pk: agencyPartition(ref.agencyId), sk: `HEAD#${place(ref)}` };
}

/** The small item that says a version is stored whole. */
export function versionKey(ref: VersionRef): TableKey {
  return { pk: agencyPartition(ref.agencyId), sk: `VERSION#${place(ref)}#${ref.version}` };
}

/** Begins the sort key of every version of a year's annual report. */
export function reportVersionsPrefix(year: number): string {
  return `VERSION#${year}#REPORT#`;
}

/** One piece of a version's body, counted from 0. */
export function bodyKey(ref: VersionRef, part: BodyPart, piece: number): TableKey {
  const number = String(piece).padStart(2, '0');
  return { pk: agencyPartition(ref.agencyId), sk: `RECORD#${place(ref)}#${ref.version}#${part}#${number}` };
}

export function ingestionKey(id: string): TableKey {
  return { pk: `INGESTION#${id}`, sk: 'INGESTION' };
}

/** Partitions of the indexes. */
export const agenciesPartition = 'AGENCIES';
export const allIngestionsPartition = 'INGESTIONS';

export function reportsPartition(year: number): string {
  return `REPORTS#${year}`;
}

export function outcomePartition(outcome: Outcome): string {
  return `INGESTIONS#${outcome}`;
}

export function agencyIndexKeys(agency: Agency) {
  return { gsi1pk: agenciesPartition, gsi1sk: byDivisionAndName(agency.divisionCode, agency.name, agency.id) };
}

/** A work plan is in no list of its own: its head carries no index key. */
export function headIndexKeys(head: VersionHead) {
  if (head.kind !== 'annual-report') return {};
  return {
    gsi1pk: reportsPartition(head.year),
    gsi1sk: byDivisionAndName(head.divisionCode, head.agencyName, head.agencyId),
  };
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

function place(ref: VersionRef): string {
  return ref.kind === 'annual-report' ? `${ref.year}#REPORT` : `${ref.year}#PLAN#${ref.slot}`;
}

function byDivisionAndName(divisionCode: string | null, name: string, id: string): string {
  return `${divisionCode ?? noDivision}#${name.slice(0, longestNameInKey)}#${id}`;
}
