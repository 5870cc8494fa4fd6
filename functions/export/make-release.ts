import { createHash } from 'node:crypto';
import type { ReleasePlace, ReleaseStore } from '../../infra/aws/releases.ts';
import { ReleaseTaken } from '../../infra/aws/releases.ts';
import { mediaTypeOf, type PanelRequest } from '../../schema/record/exports/export-kind.ts';
import { dataLicence, panelPackage } from '../../schema/record/exports/panel/panel-package.ts';
import type { Release, ReleasedFile, ReleaseRequest } from '../../schema/record/release.ts';
import { panelCodebook } from './codebook.ts';
import { bytesOf, type Pieces } from './formats/piece.ts';
import { type PanelFile, panelFile } from './panel-file.ts';
import type { PanelReader } from './snapshot.ts';

/** Nothing is stored of what was asked to be released. */
export class NothingToRelease extends Error {
  override readonly name = 'NothingToRelease';
}

/** The data of a release. */
const dataFiles = [
  { path: 'panel.csv', form: 'wide', format: 'csv' },
  { path: 'panel.parquet', form: 'wide', format: 'parquet' },
  { path: 'panel.dta', form: 'wide', format: 'dta' },
  { path: 'panel-long.parquet', form: 'long', format: 'parquet' },
] as const satisfies readonly (Pick<PanelRequest, 'form' | 'format'> & { readonly path: string })[];

/** So often it is tried to take all files of one moment, while documents come in. */
const attempts = 5;

/**
 * Makes a release: files of one moment in a folder of their own, then the manifest, on the condition that there is none of its name. Until then there is no release, so one that fails on the way
 * leaves a folder that nothing leads to. Throws `ReleaseTaken`, `NothingToRelease`.
 */
export async function makeRelease(
  reader: PanelReader,
  store: ReleaseStore,
  request: ReleaseRequest,
  now: Date,
): Promise<Release> {
  if ((await store.find(request.name)) !== null) throw new ReleaseTaken(request.name);
  const { files, facts } = await filesOfOneMoment(reader, request);
  if (facts.reports === 0) throw new NothingToRelease('Nothing is stored of what was asked for.');
  const created = now.toISOString();
  const place = { name: request.name, folder: created.toLowerCase().replaceAll(/[^0-9a-z]/g, '') };
  const { name, publisher, places, years } = request;
  const described = { ...{ name, publisher, places, years, created }, ...facts };
  const citation = `${publisher} (${created.slice(0, '2026'.length)}): ${title}, release ${name} [data set]. Digest ${facts.version}.`;
  const data: ReleasedFile[] = [];
  for (const { path, mediaType, pieces } of files)
    data.push(await store.write(place, { path, mediaType }, bytesOf(pieces())));
  const texts = textFiles(place, described, data);
  const others: ReleasedFile[] = [];
  for (const { path, mediaType, text } of texts)
    others.push(await store.write(place, { path, mediaType }, bytesOf(oneText(text))));
  const release: Release = { ...described, citation, folder: place.folder, files: [...data, ...others] };
  await store.finish(release);
  return release;
}

interface FileToWrite {
  readonly path: string;
  readonly mediaType: string;
  readonly pieces: () => Pieces;
}

type Facts = Pick<Release, 'version' | 'reports' | 'agencies' | 'reportYears'>;

/** Each file is of the versions that were current when it was begun: where these differ it is begun again. */
async function filesOfOneMoment(
  reader: PanelReader,
  { places, years }: ReleaseRequest,
): Promise<{ readonly files: readonly FileToWrite[]; readonly facts: Facts }> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const prepared: { file: FileToWrite; panel: PanelFile }[] = [];
    for (const { path, form, format } of dataFiles) {
      const asked: PanelRequest = { what: 'panel', form, format, places, years, types: [], levels: [], scopes: [] };
      const panel = await panelFile(reader, asked);
      if (panel.refusal !== null) throw new Error(panel.refusal);
      prepared.push({ file: { path, mediaType: mediaTypeOf(asked), pieces: panel.pieces }, panel });
    }
    const [first, ...more] = prepared.map(({ panel }) => panel);
    if (first === undefined || more.some(({ digest }) => digest !== first.digest)) continue;
    const { digest: version, rows: reports, agencies, years: reportYears } = first;
    return {
      files: prepared.map(({ file }) => file),
      facts: { version, reports, agencies, reportYears: [...reportYears] },
    };
  }
  throw new Error('Documents came in between the files of a release, again and again. Make it when fewer come.');
}

type Described = Omit<Release, 'citation' | 'folder' | 'files'>;

const title = '政府信息公开工作年度报告面板数据 (Annual reports on open government information: a panel)';

function textFiles(place: ReleasePlace, release: Described, data: readonly ReleasedFile[]) {
  const codebook = panelCodebook();
  return [
    { path: 'panel-codebook.csv', mediaType: 'text/csv; charset=utf-8', text: codebook },
    { path: 'CITATION.cff', mediaType: 'text/yaml; charset=utf-8', text: citationFile(release) },
    { path: 'LICENSE.txt', mediaType: 'text/plain; charset=utf-8', text: licence },
    {
      ...{ path: 'datapackage.json', mediaType: 'application/json; charset=utf-8' },
      text: `${JSON.stringify(packageOf(place, release, data, codebook), null, 2)}\n`,
    },
  ];
}

/** The package of the panel with the name of the release, who made it and when, and the size and hash of every file. */
function packageOf({ name }: ReleasePlace, release: Described, data: readonly ReleasedFile[], codebook: string) {
  const { resources, ...described } = panelPackage(release.version);
  const files = new Map(data.map((file) => [file.path, file]));
  return {
    ...described,
    name: `gongkai-${name}`,
    version: name,
    created: release.created,
    contributors: [
      { title: release.publisher, role: 'publisher' },
      { title: 'Gongkai', role: 'wrangler' },
    ],
    resources: resources.map((resource) => {
      const { bytes, sha256 } = files.get(resource.path) ?? madeOf(codebook);
      return { ...resource, bytes, hash: `sha256:${sha256}` };
    }),
  };
}

function madeOf(text: string): Pick<ReleasedFile, 'bytes' | 'sha256'> {
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}

const licence = `${dataLicence.title} (${dataLicence.name})
${dataLicence.path}

What this release adds to the documents it was read from, its records and their arrangement, is offered under CC0 1.0: whatever rights its makers have in it they waive. The
documents are annual reports that administrative organs must publish; rights of others in them, and the rights of persons who are named in them, stay as they are.
Please name the agency, the year and the document of a figure (source_url, sha256), and say that it was read by a machine.

本发布所增加的内容（记录及其编排）以 CC0 1.0 提供，制作者放弃其在其中的一切权利。所依据的文件是行政机关依法公布的年度报告；他人对文件的权利及文件中所载个人的权利不受影响。
引用数字时请注明机关、年度和文件（source_url、sha256），并说明由机器识读。
`;

/** How to cite a release (Citation File Format 1.2.0). */
function citationFile({ name, created, publisher, version }: Described): string {
  const lines = [
    ['cff-version', '1.2.0'],
    ['message', 'Please cite the release, and of a figure the page of the agency that published it (source_url).'],
    ['type', 'dataset'],
    ['title', title],
    ['version', name],
    ['date-released', created.slice(0, '2026-01-31'.length)],
    ['license', dataLicence.name],
  ];
  // A JSON string is one of YAML too.
  return [
    ...lines.map(([key, text]) => `${key}: ${JSON.stringify(text)}`),
    ...['authors:', `  - name: ${JSON.stringify(publisher)}`],
    ...['identifiers:', '  - type: other', `    value: ${JSON.stringify(version)}`],
    ...['    description: "Digest of the records it is made of"', ''],
  ].join('\n');
}

async function* oneText(text: string): Pieces {
  yield text;
}
