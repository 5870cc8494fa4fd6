import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { openReleaseWishes } from '../../infra/aws/releases.ts';
import { exportRoot } from '../../schema/record/exports/export-kind.ts';
import { manifestFile, Release, type ReleaseRequest, releasePath } from '../../schema/record/release.ts';
import { download } from '../download.ts';
import type { Target } from '../target.ts';

/** Longest that a release may take, in milliseconds, and how often it is asked whether it is made. */
const patienceMs = 16 * 60_000;
const askEveryMs = 1_000;

type Reached = Pick<Target, 'env' | 'bucket' | 'graphql'>;

/**
 * Has a release made by the stack, and waits for it. Throws an error that says why there is none: the name is taken, nothing is stored of what was asked for, or
 * the function that makes it failed.
 */
export async function makeRelease(target: Reached, request: ReleaseRequest): Promise<Release> {
  if ((await releaseNamed(target, request.name)) !== null)
    throw new Error(`There is a release ${request.name} already: a release is made once. Take another name.`);
  await checkThatThereIsData(target, request);
  const wishes = openReleaseWishes(target.env, target.bucket);
  try {
    await wishes.want(request);
    for (const until = Date.now() + patienceMs; Date.now() < until; await setTimeout(askEveryMs)) {
      // Looked at first: what is done after this look is seen by the next.
      const isWanted = await wishes.isWanted(request.name);
      const release = await releaseNamed(target, request.name);
      if (release !== null) return release;
      if (!isWanted) break;
    }
  } finally {
    wishes.close();
  }
  throw new Error(`The release ${request.name} was not made. The log of the export function says why.`);
}

/** Null where there is none of the name. */
async function releaseNamed({ graphql }: Reached, name: string): Promise<Release | null> {
  const url = new URL(releasePath(name, manifestFile), graphql);
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status}`);
  return Release.parse(await response.json());
}

async function checkThatThereIsData({ graphql }: Reached, { places, years }: ReleaseRequest): Promise<void> {
  const url = new URL(`${exportRoot}panel.datapackage.json`, graphql);
  if (places.length > 0) url.searchParams.set('province', places.join(','));
  if (years.length > 0) url.searchParams.set('year', years.map((span) => span.join('-')).join(','));
  const response = await fetch(url);
  if (response.status === 404) throw new Error('Nothing is stored of what was asked for.');
  if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status}`);
}

/**
 * Saves a release in a folder that is made, whole or not at all, and makes sure of every file by its hash. Throws where the folder is there, or a file is not the
 * one that was released.
 */
export async function saveRelease({ graphql }: Reached, release: Release, folder: string): Promise<void> {
  await checkFolder(folder);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const fetched = (path: string) => download(new URL(releasePath(release.name, path), graphql), join(part, path));
  try {
    for (const { path, sha256 } of release.files) {
      await fetched(path);
      if ((await hashOf(join(part, path))) !== sha256) throw new Error(`${path} is not the file that was released.`);
    }
    await fetched(manifestFile);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** Throws where something is there. */
export async function checkFolder(folder: string): Promise<void> {
  const isTaken = await stat(folder).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new Error(`${folder} is there already, and is never written to.`);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
