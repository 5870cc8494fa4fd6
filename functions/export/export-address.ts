import { isOrganKind } from '../../schema/law/vocabulary/organ-kinds.ts';
import { AgencyLevel } from '../../schema/record/agency.ts';
import {
  type ExportKind,
  type ExportRequest,
  exportRoot,
  type PanelRequest,
  panelFormats,
} from '../../schema/record/exports/export-kind.ts';
import { originalFolder } from '../../schema/record/original-path.ts';
import type { KindFilter } from '../../schema/record/record-store.ts';
import { releaseFolder } from '../../schema/record/release.ts';
import { Scope } from '../../schema/record/scope.ts';

/**
 * What an address under `/export/` asks for: a file, the description of a year's files, what the panel's columns mean, the file that a
 * report was read from, a file of a release, the news of a division, or the schema of a record.
 */
export type ExportAddress =
  | { readonly what: 'file'; readonly request: ExportRequest }
  | ({ readonly what: 'package'; readonly province: string; readonly year: number } & KindFilter)
  | { readonly what: 'codebook' }
  | { readonly what: 'panelPackage'; readonly request: PanelRequest }
  | { readonly what: 'original'; readonly agencyId: string; readonly year: number; readonly hash: string }
  | { readonly what: 'release'; readonly name: string; readonly path: string }
  | { readonly what: 'feed'; readonly division: string }
  | { readonly what: 'schema' };

const kinds: Readonly<Record<string, ExportKind>> = {
  'csv/': 'long',
  'csv/long': 'long',
  'csv/wide': 'wide',
  'ndjson/': 'ndjson',
  'json/': 'json',
};

/** A province, and a division that begins with its two digits. */
const feedFile = /^(\d{2})\/(\1\d{4})\.atom$/;
const yearFile = /^(\d{2})\/(\d{4})\.(csv|ndjson|json|datapackage\.json)$/;
const originalFile = new RegExp(`^${originalFolder}(\\d{6}-[0-9a-f]{12})/(\\d{4})/([0-9a-f]{64})$`);
const releasedFile = new RegExp(`^${releaseFolder}([a-z0-9][a-z0-9.-]*)/([\\w.-]+)$`);
const panelFile = /^panel(-long)?\.([a-z.]+)$/;

/** Null for an address where nothing is. */
export function readAddress({ pathname, searchParams }: URL): ExportAddress | null {
  const path = pathname.slice(exportRoot.length);
  if (path === 'record.schema.json') return { what: 'schema' };
  if (path === 'panel-codebook.csv') return { what: 'codebook' };
  const [, agencyId = '', year, hash = ''] = originalFile.exec(path) ?? [];
  if (agencyId !== '') return { what: 'original', agencyId, year: Number(year), hash };
  const [, name = '', file = ''] = releasedFile.exec(path) ?? [];
  if (name !== '') return { what: 'release', name, path: file };
  const [, long, extension = ''] = panelFile.exec(path) ?? [];
  if (extension !== '') return panelAddress({ isLong: long !== undefined, extension }, searchParams);
  const division = feedFile.exec(path)?.[2];
  return division === undefined ? yearAddress(path, searchParams) : { what: 'feed', division };
}

function yearAddress(path: string, searchParams: URLSearchParams): ExportAddress | null {
  const [, province = '', digits, extension] = yearFile.exec(path) ?? [];
  if (digits === undefined) return null;
  const year = Number(digits);
  const filter = kindFilter(searchParams);
  if (filter === null) return null;
  if (extension === 'datapackage.json') return { what: 'package', province, year, ...filter };
  const kind = kinds[`${extension}/${searchParams.get('shape') ?? ''}`];
  return kind === undefined ? null : { what: 'file', request: { what: 'year', province, year, kind, ...filter } };
}

/** `level` and `type` of an address, as the API's filters have them; null where one of them is none. */
function kindFilter(params: URLSearchParams): KindFilter | null {
  const [level, type] = [params.get('level'), params.get('type')];
  const known = level === null ? undefined : AgencyLevel.safeParse(level).data;
  if ((level !== null && known === undefined) || (type !== null && !isOrganKind(type))) return null;
  return { ...(known === undefined ? {} : { level: known }), ...(type === null ? {} : { type }) };
}

/** The long form has rows without number: it is for programs that read them one by one. */
const longFormats: readonly string[] = ['csv', 'parquet'];

function panelAddress(
  { isLong, extension }: { readonly isLong: boolean; readonly extension: string },
  params: URLSearchParams,
): ExportAddress | null {
  const isPackage = extension === 'datapackage.json' && !isLong;
  const format = isPackage ? 'csv' : panelFormats.find((each) => each === extension);
  const filter = panelFilter(params);
  if (filter === null || format === undefined || (isLong && !longFormats.includes(format))) return null;
  const request: PanelRequest = { what: 'panel', form: isLong ? 'long' : 'wide', format, ...filter };
  return isPackage ? { what: 'panelPackage', request } : { what: 'file', request };
}

/** What of the panel is asked for; null where a value is none. */
function panelFilter(params: URLSearchParams): Omit<PanelRequest, 'what' | 'form' | 'format'> | null {
  const places = listOf(params, 'province', (text) => (/^\d{2}(?:\d{2}){0,2}$/.test(text) ? text : null));
  const years = listOf(params, 'year', yearSpan);
  const types = listOf(params, 'type', (text) => (isOrganKind(text) ? text : null));
  const levels = listOf(params, 'level', (text) => AgencyLevel.safeParse(text).data ?? null);
  const scopes = listOf(params, 'scope', (text) => Scope.safeParse(text).data ?? null);
  if (places === null || years === null || types === null || levels === null || scopes === null) return null;
  return { places, years, types, levels, scopes };
}

/** Every value of a parameter, given many times or separated by commas, in one order; null where one of them is none. */
function listOf<Value>(params: URLSearchParams, name: string, read: (text: string) => Value | null): Value[] | null {
  const texts = params.getAll(name).flatMap((text) => text.split(','));
  const values = [...new Set(texts)].sort().map(read);
  return values.every((value) => value !== null) ? values : null;
}

/** `2020` or `2019-2022`. */
function yearSpan(text: string): PanelRequest['years'][number] | null {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  return from === '' ? null : [Number(from), Number(to)];
}
