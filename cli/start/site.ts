import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const sources = join(import.meta.dirname, '../../web');
const built = join(sources, 'dist');
const stamp = join(built, 'sources.sha256');

/** The explorer's files. They are built where there are none or their sources are other ones, which takes some seconds, and kept. */
export async function buildSite(): Promise<string> {
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return built;
  const { build } = await import('vite');
  await build({ configFile: join(sources, 'vite.config.ts') });
  writeFileSync(stamp, digest);
  return built;
}

/**
 * Serves the explorer at every address that is not a file, since its screens are told apart by the page itself. The page may load
 * nothing but these files, and ask nobody but this server and `originals`, where the documents lie.
 */
export function serveSite(folder: string, originals: string): RequestListener {
  const policy = contentSecurityPolicy(originals);
  return sirv(folder, {
    single: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}

function contentSecurityPolicy(originals: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    `connect-src 'self' ${originals}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const names = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(built))
    .sort();
  for (const name of names)
    hash.update(name.slice(sources.length)).update('\0').update(readFileSync(name)).update('\0');
  return hash.digest('hex');
}
