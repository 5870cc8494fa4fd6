import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const explorer = join(root, 'web');

/** What the explorer is built from: its own folder, and the readers of documents with what they use. */
const sources = ['web', 'parser', 'schema'];

/** Where the explorer's files are built, from the root of the repository. */
export const siteFolder = 'web/dist';
const built = join(root, siteFolder);

/** Digest of the sources that `siteFolder` was built from. It lies beside the built files and is no part of the site. */
export const siteStamp = 'sources.sha256';

/** The page that every screen of the explorer begins with: it tells the screens apart by the address itself. */
export const sitePage = '/index.html';

/** Files under here have a hash of what they hold in their names, so that they may be kept for ever. */
export const siteAssets = 'assets/';

/** How long browsers and caches may keep a file of the site: all but those under `siteAssets` are asked for again. */
export const siteCaching = { assets: 'public, max-age=31536000, immutable', others: 'no-cache' } as const;

/**
 * Builds the explorer into `siteFolder` where there is no build of its present sources, which takes some seconds, and keeps it.
 * Needs the packages for development. Returns the folder's absolute path.
 */
export async function buildSite(): Promise<string> {
  const digest = digestOfSources();
  const stamp = join(built, siteStamp);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return built;
  const { build } = await import('vite');
  await build({ configFile: join(explorer, 'vite.config.ts') });
  writeFileSync(stamp, digest);
  return built;
}

/**
 * The Content-Security-Policy of the explorer, on one machine and in the cloud: the page may load nothing but its own files, and ask
 * nobody but the server it comes from, where the API is too, and `originals`, the origin that documents are fetched from and sent to.
 * Pictures may also be what the page itself has made (`blob:`): a chart becomes a PNG by way of one.
 */
export function contentSecurityPolicy(originals: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    "frame-src 'self'",
    `connect-src 'self' ${originals}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of all sources, and of the versions of the packages that are built in. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  const names = sources
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(built))
    .sort();
  for (const name of [...names, join(root, 'package-lock.json')])
    hash.update(name.slice(root.length)).update('\0').update(readFileSync(name)).update('\0');
  return hash.digest('hex');
}
