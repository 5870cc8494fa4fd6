import { useState } from 'preact/hooks';
import { useReader } from '../words/words.ts';

export interface Citable {
  readonly agency: string;
  readonly title: string | null;
  readonly year: number;
  readonly publishedOn: string | null;
  readonly version: string;
  readonly source: {
    readonly pageUrl: string | null;
    readonly fetchedAt: string | null;
    readonly permalink: string | null;
    readonly sha256: string;
  };
  /** What exactly is cited, as 表三 processed.total: 234; absent for the whole report. */
  readonly figure?: string;
}

/**
 * A citation of a report or of one figure, to copy: who, what, when, on which page of the government it stands and since when it is seen there, the
 * file by its hash and permanent address, the version of the record, and the address that restores this view.
 */
export function Cite({ of }: { readonly of: Citable }) {
  const { words, lang, moment } = useReader();
  const { pageUrl, fetchedAt, permalink, sha256 } = of.source;
  const title = of.title ?? `${of.agency} ${of.year}`;
  const parts = [
    lang === 'zh' ? `${of.agency}:《${title}》` : `${of.agency}, "${title}"`,
    `${words.publishedOn} ${of.publishedOn ?? words.unknown}`,
    of.figure,
    pageUrl ?? words.source.noPage,
    fetchedAt && `${words.source.fetched} ${moment(fetchedAt)}`,
    `${words.source.hash} ${sha256}`,
    permalink && new URL(permalink, window.location.href).href,
    `Gongkai, ${words.cite.version} ${of.version}`,
    `${words.cite.accessed} ${today()}`,
    window.location.href,
  ];
  return <Copied text={parts.filter(Boolean).join(lang === 'zh' ? ',' : ', ')} />;
}

/** A citation of a view over several reports, as a chart or a ranking: what it shows, and the address that restores it. */
export function CiteView({ title }: { readonly title: string }) {
  const { words, lang } = useReader();
  const parts = [title, 'Gongkai', `${words.cite.accessed} ${today()}`, window.location.href];
  return <Copied text={parts.join(lang === 'zh' ? ',' : ', ')} />;
}

function Copied({ text }: { readonly text: string }) {
  const { words } = useReader();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details class="cite">
      <summary class="button">{words.cite.title}</summary>
      <p class="cite-text">{text}</p>
      <button type="button" onClick={copy}>
        {copied ? words.cite.copied : words.cite.copy}
      </button>
    </details>
  );
}

/** The reader's day, as the citation gives it. */
const today = (): string => new Date().toISOString().slice(0, 10);
