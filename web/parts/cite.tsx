import { useState } from 'preact/hooks';
import { useReader } from '../words/words.ts';

export interface Citable {
  readonly agency: string;
  readonly title: string | null;
  readonly year: number;
  readonly publishedOn: string | null;
  readonly version: string;
  /** What exactly is cited, as 表三 processed.total: 234; absent for the whole report. */
  readonly figure?: string;
}

/** A citation of a report or of one figure, to copy: who, what, when, version, and the address that restores this view. */
export function Cite({ of }: { readonly of: Citable }) {
  const { words, lang } = useReader();
  const [copied, setCopied] = useState(false);
  const today = new Date().toISOString().slice(0, 10);
  const title = of.title ?? `${of.agency} ${of.year}`;
  const text = [
    lang === 'zh' ? `${of.agency}:《${title}》` : `${of.agency}, "${title}"`,
    of.publishedOn ?? words.unknown,
    of.figure,
    `Gongkai, ${words.cite.version} ${of.version.slice(0, 12)}`,
    `${words.cite.accessed} ${today}`,
    window.location.href,
  ]
    .filter((part) => part !== undefined)
    .join(lang === 'zh' ? ',' : ', ');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details class="cite">
      <summary>{words.cite.title}</summary>
      <p class="cite-text">{text}</p>
      <button type="button" onClick={copy}>
        {copied ? words.cite.copied : words.cite.copy}
      </button>
    </details>
  );
}
