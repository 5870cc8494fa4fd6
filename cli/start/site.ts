import type { RequestListener } from 'node:http';
import sirv from 'sirv';
import { contentSecurityPolicy, siteAssets, siteCaching } from '../../infra/site.ts';

/**
 * Serves the explorer from the folder that it is built in: a file at its own address, its page at every other. `originals` is the
 * origin where documents lie.
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
      response.setHeader('Cache-Control', siteCaching[path.startsWith(`/${siteAssets}`) ? 'assets' : 'others']);
    },
  });
}
