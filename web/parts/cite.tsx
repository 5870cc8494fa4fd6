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
  const title = of.title ?? `${of.agency} ${of.year}`;
  const text = [
    lang === 'zh' ? `${of.agency}:《${title}》` : `${of.agency}, "${title}"`,
    of.publishedOn ?? words.unknown,
    of.figure,
    `Gongkai, ${words.cite.version} ${of.version.slice(0, 12)}`,
    `${words.cite.accessed} ${today()}`,
    window.location.href,
  ]
    .filter((part) => part !== undefined)
    .join(lang === 'zh' ? ',' : ', ');
  return <Copied text={text} />;
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
