import type { FormId } from '../../law/forms/form.ts';
import type { Column, ExportTable } from './column.ts';
import { type ExportKind, exportFolder, exportKinds, exportPath, fileKinds } from './export-kind.ts';
import { longTable } from './long-table.ts';
import recordSchema from './record-schema.generated.json' with { type: 'json' };
import { wideTable } from './wide-table.ts';

/** What a data package is of. */
export interface PackageFacts {
  readonly province: string;
  readonly provinceName: string;
  readonly year: number;
  /** Editions of the form that reports of the year follow. */
  readonly forms: ReadonlySet<FormId>;
  /** Changes with the data. */
  readonly version: string;
}

/** A Frictionless data package (Data Package v1) of a province and year: every file, with every column in zh and en. */
export function dataPackage(facts: PackageFacts): Readonly<Record<string, unknown>> {
  const { province, provinceName, year, version } = facts;
  return {
    profile: 'data-package',
    name: `gongkai-${province}-${year}`,
    title: `${provinceName}${year}年政府信息公开年度报告 / Annual reports on open government information, ${year}`,
    version,
    resources: exportKinds.map((kind) => resource(kind, facts)),
  };
}

const descriptions: Readonly<Record<ExportKind, string>> = {
  long: '每个印出的数字一行 / A line for each printed figure, with its text, state, place and doubts',
  wide: '每份报告一行，每个数字一列 / A line for each report and a column for each figure',
  ndjson: '每行一条完整记录 / A whole record a line, reports first, then work plans',
  json: '全部完整记录的数组 / All whole records in an array',
};

function resource(kind: ExportKind, { province, year, forms }: PackageFacts) {
  const { extension, mediaType } = fileKinds[kind];
  const common = {
    ...{ name: kind, path: exportPath({ province, year, kind }).slice(exportFolder(province).length) },
    ...{ title: descriptions[kind], format: extension, mediatype: mediaType.split(';')[0], encoding: 'utf-8' },
  };
  if (kind === 'ndjson' || kind === 'json') return { ...common, profile: 'data-resource', jsonSchema: recordSchema };
  const schema = kind === 'long' ? tableSchema(longTable) : tableSchema(wideTable(forms));
  return { ...common, profile: 'tabular-data-resource', dialect: { lineTerminator: '\r\n', header: true }, schema };
}

/** The Table Schema of a table. */
export function tableSchema<Line>({ columns, key }: ExportTable<Line>) {
  return {
    fields: columns.map(fieldDescriptor),
    missingValues: [''],
    ...(key.length === 0 ? {} : { primaryKey: key }),
  };
}

function fieldDescriptor<Line>({ name, type, title, note, required, values }: Column<Line>) {
  const constraints = { ...(required && { required }), ...(values && { enum: values }) };
  return {
    ...{ name, type, title: `${title.zh} / ${title.en}` },
    ...(note && { description: `${note.zh} / ${note.en}` }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
