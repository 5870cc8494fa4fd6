import { Agency } from '../record/agency.ts';

/**
 * Global ids: opaque to clients, made of keys that stay. An agency, a finding, an ingestion and a rule have ids of their own; everything
 * else is named by what it belongs to:
 *
 * - `division:511000`, `province:51`
 * - `AGENCY:2020` a year of an agency, `AGENCY:2020:VERSION` a document of it
 * - what either of these has: `…/applications` a section (`…/other~2` the second of its key), `…/applications/granted` a row of its table or
 *   of the annex, `…/applications/granted/total` a cell
 */

/** A division or province by its code. */
interface OfPlace {
  readonly kind: 'division' | 'province';
  readonly code: string;
}

/** A year of an agency or a document of it, or what either has. */
export interface InYear {
  readonly kind: 'year';
  readonly agencyId: string;
  readonly year: number;
  /** Names a document of the year; null for the year as it is now. */
  readonly version: string | null;
  /** Section, row, and column below it; as many as the id goes deep. */
  readonly path: readonly string[];
  /** The id without its path. */
  readonly parent: string;
}

export function divisionId(code: string): string {
  return `division:${code}`;
}

/** Id of a province by its two digits. */
export function provinceId(prefix: string): string {
  return `province:${prefix}`;
}

export function yearId(agencyId: string, year: number): string {
  return `${agencyId}:${year}`;
}

export function documentId({ agencyId, year, version }: { agencyId: string; year: number; version: string }): string {
  return `${yearId(agencyId, year)}:${version}`;
}

/** Id of the nth section of a key, from 1, in what has the id `parent`: a year or a document. */
export function sectionId(parent: string, key: string, nth: number): string {
  return `${parent}/${key}${nth === 1 ? '' : `~${nth}`}`;
}

/** Id of a row of a section's table. */
export function rowId(section: string, key: string): string {
  return `${section}/${key}`;
}

/** Id of a cell of a row. */
export function cellId(row: string, column: string): string {
  return `${row}/${column}`;
}

const place = /^(?<kind>division|province):(?<code>\d{2}(?:\d{4})?)$/;
const nested = /^(?<agencyId>[^:/]+):(?<year>\d{4})(?::(?<version>[^:/]+))?(?<path>(?:\/[^/]+){0,3})$/;

/** Null for what names nothing by what it belongs to. */
export function parseNestedId(id: string): OfPlace | InYear | null {
  const { kind, code = '' } = place.exec(id)?.groups ?? {};
  if (kind === 'division' || kind === 'province') return { kind, code };
  const { agencyId = '', year, version = null, path = '' } = nested.exec(id)?.groups ?? {};
  if (!Agency.shape.id.safeParse(agencyId).success) return null;
  const parent = id.slice(0, id.length - path.length);
  return { kind: 'year', agencyId, year: Number(year), version, path: path.split('/').slice(1), parent };
}
