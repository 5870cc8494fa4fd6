import type { KindFilter } from '../lists/agency-list.ts';

/** What a file of an export is: a line for each figure, a line for each report, or whole records. */
export const exportKinds = ['long', 'wide', 'ndjson', 'json'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Which export: a province by its two digits (GB/T 2260), a year, of which level and kind of organ, and what kind of file. */
export interface ExportRequest extends KindFilter {
  readonly province: string;
  readonly year: number;
  readonly kind: ExportKind;
}

interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  /** Tells files of one extension apart; empty for the usual one. */
  readonly shape: '' | 'wide';
}

export const fileKinds: Readonly<Record<ExportKind, FileKind>> = {
  long: { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv', shape: '' },
  wide: { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv', shape: 'wide' },
  ndjson: { mediaType: 'application/x-ndjson; charset=utf-8', extension: 'ndjson', shape: '' },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', shape: '' },
};

/** Name of the file, as it is saved. */
export function fileName({ province, year, level, type, kind }: ExportRequest): string {
  const { extension, shape } = fileKinds[kind];
  const parts = ['gongkai', province, String(year), level ?? '', type ?? '', shape];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

/** Under this path the API serves everything that is exported. */
export const exportRoot = '/export/';

/** Where the API serves what is exported of a province. */
export function exportFolder(province: string): string {
  return `${exportRoot}${province}/`;
}

/** Where the API serves the file. */
export function exportPath({ province, year, kind }: ExportRequest): string {
  const { extension, shape } = fileKinds[kind];
  return `${exportFolder(province)}${year}.${extension}${shape === '' ? '' : `?shape=${shape}`}`;
}
