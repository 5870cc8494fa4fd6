import { z } from 'zod';
import { AgencyLevel } from '../agency.ts';
import { Scope } from '../scope.ts';

/** What a file of a province and year is: a line for each figure, a line for each report, or whole records. */
export const exportKinds = ['long', 'wide', 'ndjson', 'json'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Files of one province, by its two digits (GB/T 2260), and one year, of which level and kind of organ, and what kind of file. */
export const YearRequest = z.object({
  what: z.literal('year'),
  province: z.string(),
  year: z.int(),
  kind: z.enum(exportKinds),
  level: AgencyLevel.exactOptional(),
  type: z.string().exactOptional(),
});
export type YearRequest = z.infer<typeof YearRequest>;

/** Formats of the panel. The long form, which may have millions of rows, has the first two. */
export const panelFormats = ['csv', 'parquet', 'xlsx', 'dta'] as const;
export type PanelFormat = (typeof panelFormats)[number];

/**
 * The panel: reports of many places and years in one file, a row each or, in the long form, a row for each figure. Every list names what
 * may be in it; one that is empty lets everything through. Places are codes of divisions with two, four or six digits; years are from and to.
 */
export const PanelRequest = z.object({
  what: z.literal('panel'),
  form: z.enum(['wide', 'long']),
  format: z.enum(panelFormats),
  places: z.array(z.string()).readonly(),
  years: z.array(z.tuple([z.int(), z.int()]).readonly()).readonly(),
  types: z.array(z.string()).readonly(),
  levels: z.array(AgencyLevel).readonly(),
  scopes: z.array(Scope).readonly(),
});
export type PanelRequest = z.infer<typeof PanelRequest>;

/** Which file. */
export const ExportRequest = z.union([YearRequest, PanelRequest]);
export type ExportRequest = z.infer<typeof ExportRequest>;

interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  /** Tells files of one extension apart; empty for the usual one. */
  readonly shape: '' | 'wide';
}

const csv = { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv' } as const;

export const fileKinds: Readonly<Record<ExportKind, FileKind>> = {
  long: { ...csv, shape: '' },
  wide: { ...csv, shape: 'wide' },
  ndjson: { mediaType: 'application/x-ndjson; charset=utf-8', extension: 'ndjson', shape: '' },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', shape: '' },
};

const panelTypes: Readonly<Record<PanelFormat, string>> = {
  csv: csv.mediaType,
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  dta: 'application/x-stata-dta',
};

export function mediaTypeOf(request: ExportRequest): string {
  return request.what === 'panel' ? panelTypes[request.format] : fileKinds[request.kind].mediaType;
}

/** Name of the file, as it is saved. */
export function fileName(request: ExportRequest): string {
  if (request.what === 'panel') {
    const { places, years, types, levels, scopes } = request;
    const spans = years.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
    const parts = [panelName(request), ...places, ...spans, ...levels, ...types, ...scopes];
    return `${['gongkai', ...parts].join('-').slice(0, longestFileName)}.${request.format}`;
  }
  const { province, year, level, type, kind } = request;
  const { extension, shape } = fileKinds[kind];
  const parts = ['gongkai', province, String(year), level ?? '', type ?? '', shape];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

/** So that no file system refuses it. */
const longestFileName = 120;

function panelName({ form }: Pick<PanelRequest, 'form'>): string {
  return form === 'long' ? 'panel-long' : 'panel';
}

/** Under this path the API serves everything that is exported. */
export const exportRoot = '/export/';

/** Where the API serves what is exported of a province. */
export function exportFolder(province: string): string {
  return `${exportRoot}${province}/`;
}

/** Where the API serves the file of a year. */
export function exportPath({ province, year, kind }: Pick<YearRequest, 'province' | 'year' | 'kind'>): string {
  const { extension, shape } = fileKinds[kind];
  return `${exportFolder(province)}${year}.${extension}${shape === '' ? '' : `?shape=${shape}`}`;
}
