import { z } from 'zod';
import { exportRoot } from './exports/export-kind.ts';

/** A frozen panel: files of one moment that never change (docs/panel.md). */

/** A name that is a part of keys, of addresses, and of the name of a data package. */
export const ReleaseName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,40}$/);

/** A file of a release, by what it is made sure with. */
export const ReleasedFile = z.object({
  path: z.string().min(1),
  mediaType: z.string().min(1),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleasedFile = z.infer<typeof ReleasedFile>;

/** What is asked for to be made: of which places, two, four or six digits of GB/T 2260, and years, from and to; none of either is all. */
export const ReleaseRequest = z.object({
  what: z.literal('release'),
  name: ReleaseName,
  /** Who publishes it, as it is to be cited: a person or an institution. */
  publisher: z.string().trim().min(1).max(200),
  places: z.array(z.string().regex(/^\d{2}(?:\d{2}){0,2}$/)).max(100),
  years: z.array(z.tuple([z.int(), z.int()])).max(100),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

/** A release as its manifest says. It is made when the manifest is there, which comes last. */
export const Release = ReleaseRequest.omit({ what: true }).extend({
  /** When it was made, ISO 8601 in UTC. */
  created: z.iso.datetime(),
  /** Digest of the records it is made of. */
  version: z.string().min(1),
  /** Reports in it, and of how many agencies and which years they are. */
  reports: z.int().positive(),
  agencies: z.int().positive(),
  reportYears: z.array(z.int()),
  /** How it is cited. */
  citation: z.string(),
  /** Folder of its files, below its own: another for each attempt to make it. */
  folder: z.string().regex(/^[0-9a-z-]+$/),
  files: z.array(ReleasedFile).min(1),
});
export type Release = z.infer<typeof Release>;

/** The releases of a stack. */
export interface Releases {
  /** Newest first. */
  list(): Promise<readonly Release[]>;
}

/** The file that makes a release one. */
export const manifestFile = 'manifest.json';

/** Under this path the API leads to files of releases. */
export const releaseFolder = 'releases/';

/** Where the API leads to a file of a release, now and later. */
export function releasePath(name: string, path: string): string {
  return `${exportRoot}${releaseFolder}${name}/${path}`;
}
