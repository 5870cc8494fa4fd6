import DOMPurify from 'dompurify';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useReader } from '../words/words.ts';
import type { Chosen } from './original.tsx';

/** Elements of a page's text and tables. Whatever runs, loads, submits or styles is left out, attributes too. */
const allowed = {
  ALLOWED_TAGS: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'div',
      'span',
      'br',
      'hr',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'pre',
    ],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'sub', 'sup', 'font', 'center', 'section', 'article', 'main'],
  ],
  ALLOWED_ATTR: ['colspan', 'rowspan', 'data-lit', 'start', 'value', 'hidden'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** A page, cleaned, in a frame that may run nothing; the explorer alone reaches into it, to scroll to what is lit. */
export function HtmlOriginal({ html, chosen }: { readonly html: string; readonly chosen: Chosen }) {
  const { words, lang } = useReader();
  const frame = useRef<HTMLIFrameElement>(null);
  const page = useMemo(() => pageWith(html, chosen), [html, chosen]);
  const [ready, setReady] = useState(0);
  // The frame's document changes with `ready`. It alone moves: to bring the element into view would move the reader's page too.
  useEffect(() => {
    const page = frame.current?.contentWindow;
    const lit = page?.document.querySelector('[data-lit]')?.getBoundingClientRect();
    if (page && lit) page.scrollBy(lit.left, lit.top - (page.innerHeight - lit.height) / 2);
  }, [ready]);
  return (
    <>
      <p class="quiet">{words.source.sandbox}</p>
      {page.lost && <p class="notice notice-doubt">{words.source.lost}</p>}
      <iframe
        ref={frame}
        class="original-frame"
        title={words.source.title}
        sandbox="allow-same-origin"
        referrerpolicy="no-referrer"
        lang={lang}
        srcdoc={page.html}
        onLoad={() => setReady((count) => count + 1)}
      />
    </>
  );
}

/** The cleaned page with the chosen element marked. The selector is looked up in the page as published, before anything is taken out. */
function pageWith(html: string, { place, text }: Chosen): { readonly html: string; readonly lost: boolean } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('[data-lit]')) element.removeAttribute('data-lit');
  const target =
    place?.selector == null ? (text === null ? null : sentenceIn(page, text)) : found(page, place.selector);
  target?.setAttribute('data-lit', '');
  const body = DOMPurify.sanitize(page.body.innerHTML, allowed);
  const asked = place !== null || text !== null;
  return {
    html: `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/original.css"><body>${body}`,
    lost: asked && target === null,
  };
}

function found(page: Document, selector: string): Element | null {
  try {
    return page.querySelector(selector);
  } catch {
    return null;
  }
}

/** The innermost element that holds the sentence, blanks aside. */
function sentenceIn(page: Document, text: string): Element | null {
  const wanted = withoutBlanks(text);
  const holding = [...page.body.querySelectorAll('p, li, td, div, span')].filter((element) =>
    withoutBlanks(element.textContent ?? '').includes(wanted),
  );
  return holding.at(-1) ?? null;
}

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');
