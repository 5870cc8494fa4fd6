import { around, type Box } from './box.ts';
import type { TextLine } from './text-lines.ts';

/** A line of text with the page it is on. */
export interface PageLine {
  readonly line: TextLine;
  readonly page: number;
}

/** How near to the right edge, in parts of the type's size, a line ends that goes on in the next. */
const fullLine = 2.2;
/** How far the next line may begin from the left edge of the text; an indent begins a paragraph. */
const noIndent = 1.2;
/** How much farther than its own height a line of the same paragraph may follow. */
const widestLeading = 2.6;
/** What headings and items begin with. */
const opening =
  /^(?:[（(]?[一二三四五六七八九十]+\s*[)）、.．]|\d+\s*[.．、](?!\d)|第[一二三四五六七八九十]+[章节条部])/u;

/** Lines put together as the paragraphs they were typed as. `body` is where full lines begin and end. */
export function toParagraphs(lines: readonly PageLine[], body: Box): PageLine[][] {
  const paragraphs: PageLine[][] = [];
  for (const item of lines) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last !== undefined && goesOn(last, item, body)) paragraphs.at(-1)?.push(item);
    else paragraphs.push([item]);
  }
  return paragraphs;
}

/** Where the text of a document begins and ends on its lines: the outermost of lines that are long. */
export function bodyOf(lines: readonly TextLine[]): Box {
  const widest = Math.max(0, ...lines.map(({ box }) => box.right - box.left));
  const long = lines.filter(({ box }) => box.right - box.left > widest * 0.7);
  return around(long.map(({ box }) => box));
}

function goesOn(above: PageLine, below: PageLine, body: Box): boolean {
  const { size } = below.line;
  if (Math.abs(size - above.line.size) > size / 4 || opening.test(below.line.text)) return false;
  if (above.line.box.right < body.right - fullLine * size || below.line.box.left > body.left + noIndent * size)
    return false;
  return above.page !== below.page || below.line.box.top - above.line.box.top <= widestLeading * size;
}
