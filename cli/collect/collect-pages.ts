import { inParallel } from '../../infra/aws/retry.ts';
import { decode } from '../../parser/read/decode.ts';
import { linkedDocuments } from '../../parser/read/html/read-html.ts';
import type { Clock } from './clock.ts';
import { fileOf } from './file-of.ts';
import type { Collected, Manifest } from './manifest.ts';
import type { WantedPage } from './page-list.ts';
import type { Fetched, PoliteFetch } from './polite-fetch.ts';
import { Refusal } from './refusal.ts';

export interface CollectPorts {
  readonly fetcher: PoliteFetch;
  readonly manifest: Manifest;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether documents that pages link to are collected with them. */
  readonly attachments: boolean;
  /** A page of the list, with all that it links to, is done. */
  onPage(url: string): void;
}

/** An address that was not collected; `refused` where asking again at once cannot help. */
interface NotCollected {
  readonly url: string;
  readonly state: 'refused' | 'failed';
  readonly fault: string;
}

/** What became of the addresses of a list and of the documents that their pages link to: fetched now, kept before, or not collected. */
export interface Collection {
  readonly fetched: number;
  readonly kept: number;
  readonly missing: readonly NotCollected[];
}

/** Hosts that are asked at the same time. */
const parallelHosts = 8;

/** Collects pages and the documents that they link to into a manifest's folder; what is there already is not fetched again. */
export async function collectPages(pages: readonly WantedPage[], ports: CollectPorts): Promise<Collection> {
  const seen = new Set<string>();
  const missing: NotCollected[] = [];
  const counts = { fetched: 0, kept: 0 };

  /** Collects an address unless this run has met it; the document, or null where there is none or it was met. */
  async function collect({ url, publishedOn, agency }: WantedPage, linkedFrom: string): Promise<Collected | null> {
    if (seen.has(url.href)) return null;
    seen.add(url.href);
    const kept = ports.manifest.get(url.href);
    if (kept !== undefined) {
      counts.kept += 1;
      return kept;
    }
    try {
      const fetched = await ports.fetcher.fetch(url);
      const document = {
        url: url.href,
        file: fileOf(url),
        publishedOn,
        agency,
        linkedFrom,
        ...factsOf(url, fetched, ports.clock),
      };
      const collected = await ports.manifest.keep(document, fetched.body);
      counts.fetched += 1;
      return collected;
    } catch (error) {
      const state = error instanceof Refusal ? 'refused' : 'failed';
      missing.push({ url: url.href, state, fault: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  async function collectPage(page: WantedPage): Promise<void> {
    const collected = await collect(page, '');
    if (collected === null || !ports.attachments || !isPage(collected)) return;
    const base = new URL(collected.redirectedTo || collected.url);
    const { text } = decode(await ports.manifest.read(collected.file));
    for (const url of linkedDocuments(text, base)) await collect({ ...page, url }, collected.url);
  }

  const byHost = [...Map.groupBy(pages, ({ url }) => url.host).values()];
  await inParallel(byHost, parallelHosts, async (host) => {
    for (const page of host) {
      await collectPage(page);
      ports.onPage(page.url.href);
    }
  });
  return { ...counts, missing };
}

/** What a server said of a document, where it said it in the words of HTTP. */
const mediaType = /^\s*(\w[\w.+-]*\/\w[\w.+-]*)\s*(?:;|$)/;
const charset = /;\s*charset\s*=\s*"?(\w[\w.:-]*)/i;

function factsOf(url: URL, { url: from, headers }: Fetched, clock: Pick<Clock, 'now'>) {
  const contentType = headers['content-type'] ?? '';
  return {
    fetchedAt: new Date(clock.now()).toISOString(),
    redirectedTo: from.href === url.href ? '' : from.href,
    mediaType: mediaType.exec(contentType)?.[1]?.toLowerCase() ?? '',
    charset: charset.exec(contentType)?.[1] ?? '',
  };
}

function isPage({ mediaType }: Collected): boolean {
  return mediaType === '' || mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
}
