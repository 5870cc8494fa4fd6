import { lazy, Suspense } from 'preact/compat';
import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import type { CellFactsFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { HtmlOriginal } from './html-original.tsx';
import { TextOriginal } from './text-original.tsx';
import { unpackMember } from './unpack.ts';

/** PDF.js is large: it is loaded when the first PDF is looked at. */
const PdfOriginal = lazy(() => import('./pdf-original.tsx'));
const BlockOriginal = lazy(() => import('./blocks/block-original.tsx'));

export interface Original {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly encoding: string | null;
  /** Its path in the archive that hash, size and link are of; null for a file of its own. */
  readonly member: string | null;
  /** The government's own page. */
  readonly pageUrl: string | null;
  readonly fetchedAt: string | null;
  /** Path that always leads to the file, from this server. */
  readonly permalink: string | null;
  /** Leads to the file for a quarter of an hour. */
  readonly url: string | null;
}

/** What is to be lit: a cell's place, or a sentence's words. */
export interface Chosen {
  readonly place: CellFactsFragment['place'] | null;
  readonly text: string | null;
}

type Bytes =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly bytes: Uint8Array<ArrayBuffer> };

/** The government's file beside the record, with the chosen place lit. Nothing in it runs and nothing is requested. */
export function OriginalView({ original, chosen }: { readonly original: Original; readonly chosen: Chosen }) {
  const { words, count } = useReader();
  const bytes = useBytes(original);
  return (
    <section id="original" class="original" tabIndex={-1} aria-label={words.source.title}>
      <header>
        <h2>{words.source.title}</h2>
        <span class="quiet">
          {original.member !== null && `${original.member} · `}
          {words.source.fileFacts(count(original.bytes), original.mediaType)}
        </span>
      </header>
      <Body original={original} bytes={bytes} chosen={chosen} />
      <Provenance of={original} />
    </section>
  );
}

/** Where the file is from, and how anyone gets and checks the same bytes. */
function Provenance({ of: { pageUrl, fetchedAt, permalink, sha256 } }: { readonly of: Original }) {
  const { words, moment } = useReader();
  return (
    <dl class="facts provenance">
      <dt>{words.source.page}</dt>
      <dd>
        {pageUrl === null ? (
          <span class="quiet">{words.source.noPage}</span>
        ) : (
          <a href={pageUrl} rel="noreferrer">
            {pageUrl}
          </a>
        )}
      </dd>
      {fetchedAt !== null && (
        <>
          <dt>{words.source.fetched}</dt>
          <dd class="date">{moment(fetchedAt)}</dd>
        </>
      )}
      {permalink !== null && (
        <>
          <dt>{words.source.permalink}</dt>
          <dd>
            <a href={permalink}>{new URL(permalink, window.location.href).href}</a>
          </dd>
        </>
      )}
      <dt>{words.source.hash}</dt>
      <dd>
        <code>{sha256}</code>
      </dd>
    </dl>
  );
}

function Body({
  original,
  bytes,
  chosen,
}: {
  readonly original: Original;
  readonly bytes: Bytes;
  readonly chosen: Chosen;
}) {
  const { words } = useReader();
  const kind = kindOf(original.mediaType);
  const [broken] = useErrorBoundary();
  if (bytes.state === 'loading')
    return (
      <div class="skeleton" role="status">
        {words.loading}
      </div>
    );
  if (bytes.state === 'failed' || broken !== undefined)
    return (
      <p class="notice notice-error" role="alert">
        {words.source.failed}
      </p>
    );
  if (kind === 'pdf' || kind === 'blocks')
    return (
      <Suspense
        fallback={
          <div class="skeleton" role="status">
            {words.loading}
          </div>
        }
      >
        {kind === 'pdf' ? (
          <PdfOriginal bytes={bytes.bytes} chosen={chosen} />
        ) : (
          <BlockOriginal bytes={bytes.bytes} chosen={chosen} />
        )}
      </Suspense>
    );
  const text = new TextDecoder(original.encoding ?? 'utf-8').decode(bytes.bytes);
  return kind === 'html' ? <HtmlOriginal html={text} chosen={chosen} /> : <TextOriginal text={text} chosen={chosen} />;
}

/** How a file is shown: as what a browser knows, else as the blocks that are read of it. */
function kindOf(mediaType: string): 'html' | 'text' | 'pdf' | 'blocks' {
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType.startsWith('text/') ? 'text' : 'blocks';
}

/** The bytes of the file: of the stored object, checked against the hash that the record was made from, or unpacked from it. */
function useBytes({ url, sha256, member }: Original): Bytes {
  const [bytes, set] = useState<Bytes>({ state: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    set({ state: 'loading' });
    if (url === null) set({ state: 'failed' });
    else
      read({ url, sha256, member }, controller.signal).then(
        (found) => set({ state: 'ready', bytes: found }),
        () => !controller.signal.aborted && set({ state: 'failed' }),
      );
    return () => controller.abort();
    // A new link to the same bytes comes with every answer: the hash says whether they are others.
  }, [sha256, member, url === null]);
  return bytes;
}

async function read(
  { url, sha256, member }: { readonly url: string; readonly sha256: string; readonly member: string | null },
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== sha256) throw new Error('other bytes than the record was made from');
  return member === null ? bytes : unpackMember(bytes, member, signal);
}
