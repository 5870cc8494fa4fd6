import { tableSchema } from '../data-package.ts';
import { panelColumns } from './panel-table.ts';

/** What tells one row from every other. */
const panelKey: readonly string[] = ['agency_id', 'year'];

/** Under which terms the records are offered (docs/data-licence.md). */
export const dataLicence = {
  name: 'CC0-1.0',
  title: 'Creative Commons CC0 1.0 Universal',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;

/** The files of the panel that a package lists, the tables among them with the meaning of every column. */
const panelResources = [
  { name: 'panel', path: 'panel.csv', format: 'csv', title: '每个机关每年一行 / A row for each agency and year' },
  {
    name: 'panel-parquet',
    path: 'panel.parquet',
    format: 'parquet',
    title: '同上，Parquet 格式 / The same as Parquet',
  },
  { name: 'panel-stata', path: 'panel.dta', format: 'dta', title: '同上，Stata 格式 / The same for Stata' },
  { name: 'panel-long', path: 'panel-long.parquet', format: 'parquet', title: '每个数字一行 / A row for each figure' },
  { name: 'panel-codebook', path: 'panel-codebook.csv', format: 'csv', title: '各列说明 / What the columns mean' },
] as const;

/**
 * A Frictionless data package (Data Package v1) of the panel. `version` changes with the data, so that files which were taken between two equal
 * answers are of one moment.
 */
export function panelPackage(version: string) {
  return {
    profile: 'data-package',
    name: 'gongkai-panel',
    title: '政府信息公开工作年度报告面板数据 / Annual reports on open government information: a panel',
    version,
    licenses: [dataLicence],
    sources: [
      {
        title:
          '各行政机关公布的政府信息公开工作年度报告 / Annual reports as administrative organs published them: source_url and sha256 of each row',
      },
    ],
    contributors: [{ title: 'Gongkai', role: 'wrangler' }],
    resources: panelResources.map((resource) => ({
      ...resource,
      ...(resource.format === 'csv' ? { encoding: 'utf-8' } : {}),
      ...(resource.name === 'panel'
        ? {
            ...{ profile: 'tabular-data-resource', dialect: { lineTerminator: '\r\n', header: true } },
            schema: tableSchema({ columns: panelColumns, key: panelKey }),
          }
        : { profile: 'data-resource' }),
      // Tools that read a table of this format would not check its bytes.
      ...(resource.format === 'csv' ? {} : { type: 'file' }),
    })),
  };
}
