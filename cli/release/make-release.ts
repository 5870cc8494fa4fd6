import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { dataLicence, panelResources } from '../../schema/record/exports/panel/panel-package.ts';
import { download } from '../download.ts';

/** What is said of a release. `created` is ISO 8601 in UTC. */
interface ReleaseFacts {
  readonly name: string;
  readonly created: string;
  /** Who publishes it: a person or an institution. */
  readonly publisher: string;
}

/** What a release is made of, and where it goes. */
export interface ReleaseRequest extends ReleaseFacts {
  /** Where the API serves exports. */
  readonly exports: URL;
  /** Parameters of the panel: province, year and so on. */
  readonly filter: URLSearchParams;
  /** Folder that is made. */
  readonly folder: string;
}

/** A file of a release, by what it is made sure with. */
export interface ReleasedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const Package = z.looseObject({ version: z.string(), resources: z.array(z.looseObject({ path: z.string() })) });
type Package = z.infer<typeof Package>;

/**
 * Makes a folder with the panel as it is now, what it means, how to cite it and the hash of every file. The folder appears whole or not at
 * all, and one that is there is never written to. Throws where the data change meanwhile: all files of a release are of one moment.
 */
export async function makeRelease(request: ReleaseRequest): Promise<readonly ReleasedFile[]> {
  const { exports, filter, folder } = request;
  if (await isThere(folder)) throw new Error(`${folder} is there already: a release is made once. Take another name.`);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  try {
    const described = await packageAt(exports, filter);
    const data: ReleasedFile[] = [];
    for (const { path } of panelResources) {
      await download(addressOf(exports, path, filter), join(part, path));
      data.push(await fileAt(part, path));
    }
    const after = await packageAt(exports, filter);
    if (after.version !== described.version) throw new Error('Something was stored meanwhile. Make the release again.');
    const texts = {
      'datapackage.json': json(releasedPackage(described, data, request)),
      'CITATION.cff': citation(request, described.version),
    };
    for (const [path, text] of Object.entries(texts)) await writeFile(join(part, path), text);
    const files = [...data, ...(await Promise.all(Object.keys(texts).map((path) => fileAt(part, path))))];
    const manifest = {
      name: request.name,
      created: request.created,
      version: described.version,
      filter: String(filter),
      files,
    };
    await writeFile(join(part, 'manifest.json'), json(manifest));
    await rename(part, folder);
    return files;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function addressOf(exports: URL, path: string, filter: URLSearchParams): URL {
  const url = new URL(path, exports);
  url.search = String(filter);
  return url;
}

async function packageAt(exports: URL, filter: URLSearchParams): Promise<Package> {
  const url = addressOf(exports, 'panel.datapackage.json', filter);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status} ${await response.text()}`);
  return Package.parse(await response.json());
}

/** The package of the API with the name of the release, who made it and when, and the size and hash of every file. */
function releasedPackage({ resources, ...described }: Package, data: readonly ReleasedFile[], facts: ReleaseFacts) {
  const files = new Map(data.map((file) => [file.path, file]));
  return {
    ...described,
    name: `gongkai-${facts.name}`,
    version: facts.name,
    created: facts.created,
    contributors: [
      { title: facts.publisher, role: 'publisher' },
      { title: 'Gongkai', role: 'wrangler' },
    ],
    resources: resources.map((resource) => {
      const { bytes, sha256 } = files.get(resource.path) ?? { bytes: 0, sha256: '' };
      return { ...resource, bytes, hash: `sha256:${sha256}` };
    }),
  };
}

async function fileAt(folder: string, path: string): Promise<ReleasedFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path: basename(path), bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** How to cite a release (Citation File Format 1.2.0). `version` is that of the data. */
function citation({ name, created, publisher }: ReleaseFacts, version: string): string {
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
