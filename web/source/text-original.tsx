import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Scroll } from '../parts/scroll.tsx';
import { useReader } from '../words/words.ts';
import type { Chosen } from './original.tsx';
import { scrollWithin } from './scroll-within.ts';

/** Lines around the lit one that are drawn: a text of a hundred thousand lines stays quick. */
const around = 400;

/** A text with its line numbers. The chosen line is lit, or the lines that hold the chosen sentence. */
export function TextOriginal({ text, chosen }: { readonly text: string; readonly chosen: Chosen }) {
  const { words } = useReader();
  const lines = useMemo(() => text.split(/\r\n|\n|\r/), [text]);
  const lit = useMemo(() => litLines(lines, chosen), [lines, chosen]);
  const mark = useRef<HTMLLIElement>(null);
  const from = lit === null ? 0 : Math.max(0, lit.first - around);
  const shown = lines.slice(from, (lit?.last ?? 0) + 1 + (lit === null ? 2 * around : around));
  // Scrolls when another line is lit.
  useEffect(() => scrollWithin(mark.current?.closest('section'), mark.current), [lit?.first]);
  const asked = chosen.place !== null || chosen.text !== null;
  return (
    <>
      {asked && lit === null && <p class="notice notice-doubt">{words.source.lost}</p>}
      <Scroll label={words.source.title} class="original-text">
        <ol start={from + 1}>
          {shown.map((line, index) => {
            const number = from + index;
            const isLit = lit !== null && number >= lit.first && number <= lit.last;
            return (
              <li key={number} value={number + 1} {...(isLit && number === lit.first ? { ref: mark } : {})}>
                {isLit ? <mark>{line === '' ? ' ' : line}</mark> : line}
              </li>
            );
          })}
        </ol>
      </Scroll>
    </>
  );
}

interface Lines {
  /** Indexes from 0, both lit. */
  readonly first: number;
  readonly last: number;
}

function litLines(lines: readonly string[], { place, text }: Chosen): Lines | null {
  if (place?.line != null) {
    const at = place.line - 1;
    return at < lines.length ? { first: at, last: at } : null;
  }
  if (text === null) return null;
  const wanted = text.replace(/\s+/gu, '');
  const whole = lines.findIndex((line) => line.replace(/\s+/gu, '').includes(wanted));
  if (whole >= 0) return { first: whole, last: whole };
  return acrossLines(lines, wanted);
}

/** A sentence that the file breaks over several lines. */
function acrossLines(lines: readonly string[], wanted: string): Lines | null {
  const bare = lines.map((line) => line.replace(/\s+/gu, ''));
  const at = bare.join('').indexOf(wanted);
  if (at < 0) return null;
  let position = 0;
  let first = -1;
  for (const [index, line] of bare.entries()) {
    position += line.length;
    if (first < 0 && position > at) first = index;
    if (position >= at + wanted.length) return { first, last: index };
  }
  return null;
}
