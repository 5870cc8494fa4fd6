import { isOrganKind } from '../../schema/law/vocabulary/organ-kinds.ts';
import { AgencyLevel } from '../../schema/record/agency.ts';
import { type ExportKind, type ExportRequest, exportRoot } from '../../schema/record/exports/export-kind.ts';
import type { KindFilter } from '../../schema/record/lists/agency-list.ts';

/** What an address under `/export/` asks for: a file, the description of a year's files, the news of a division, or the schema of a record. */
export type ExportAddress =
  | { readonly what: 'file'; readonly request: ExportRequest }
  | ({ readonly what: 'package'; readonly province: string; readonly year: number } & KindFilter)
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

/** Null for an address where nothing is. */
export function readAddress({ pathname, searchParams }: URL): ExportAddress | null {
  const path = pathname.slice(exportRoot.length);
  if (path === 'record.schema.json') return { what: 'schema' };
  const division = feedFile.exec(path)?.[2];
  if (division !== undefined) return { what: 'feed', division };
  const [, province = '', digits, extension] = yearFile.exec(path) ?? [];
  if (digits === undefined) return null;
  const year = Number(digits);
  const filter = kindFilter(searchParams);
  if (filter === null) return null;
  if (extension === 'datapackage.json') return { what: 'package', province, year, ...filter };
  const kind = kinds[`${extension}/${searchParams.get('shape') ?? ''}`];
  return kind === undefined ? null : { what: 'file', request: { province, year, kind, ...filter } };
}

/** `level` and `type` of an address, as the API's filters have them; null where one of them is none. */
function kindFilter(params: URLSearchParams): KindFilter | null {
  const [level, type] = [params.get('level'), params.get('type')];
  const known = level === null ? undefined : AgencyLevel.safeParse(level).data;
  if ((level !== null && known === undefined) || (type !== null && !isOrganKind(type))) return null;
  return { ...(known === undefined ? {} : { level: known }), ...(type === null ? {} : { type }) };
}
