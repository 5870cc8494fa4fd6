import { dataLicence } from '../../schema/record/exports/panel/panel-package.ts';

/** What is said of a release. `created` is ISO 8601 in UTC. */
export interface ReleaseFacts {
  readonly name: string;
  readonly created: string;
  /** Who publishes it: a person or an institution. */
  readonly publisher: string;
}

/** How to cite a release (Citation File Format 1.2.0). `version` is that of the data. */
export function citation({ name, created, publisher }: ReleaseFacts, version: string): string {
  const lines = [
    ['cff-version', '1.2.0'],
    ['message', 'Please cite the release, and of a figure the page of the agency that published it (source_url).'],
    ['type', 'dataset'],
    ['title', '政府信息公开工作年度报告面板数据 (Annual reports on open government information: a panel)'],
    ['version', name],
    ['date-released', created.slice(0, '2026-01-31'.length)],
    ['license', dataLicence.name],
  ];
  const identifier = [
    'identifiers:',
    '  - type: other',
    `    value: ${JSON.stringify(version)}`,
    '    description: "Digest of the records it is made of"',
  ];
  // A JSON string is one of YAML too.
  return [
    ...lines.map(([key, text]) => `${key}: ${JSON.stringify(text)}`),
    ...['authors:', `  - name: ${JSON.stringify(publisher)}`],
    ...identifier,
    '',
  ].join('\n');
}
