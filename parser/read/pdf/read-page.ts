import type { PDFPageProxy } from 'pdfjs-dist';
import { withoutDoubles } from './doubles.ts';
import { defaultFont, type Font } from './graphics-state.ts';
import { Interpreter, type Operation } from './interpreter.ts';
import type { Matrix } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { withoutRadicals } from './radicals.ts';
import { withRaisedDigits } from './raised-digits.ts';

/** What is set on a page, each character once. What runs over its edge is kept: half a number would be another number. */
export async function readPage(page: PDFPageProxy, operatorNamed: (code: number) => string): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const interpreter = new Interpreter({
    view: viewport.transform as unknown as Matrix, // six numbers, which the library types as a list
    fontNamed: (name) => fontNamed(page, name),
    operatorNamed,
  });
  const { glyphs, rules } = interpreter.run(operations(fnArray, argsArray, operatorNamed));
  const { width, height } = viewport;
  const typed = withoutDoubles(glyphs).map((glyph) => ({ ...glyph, text: withoutRadicals(glyph.text) }));
  return { number: page.pageNumber, width, height, glyphs: withRaisedDigits(typed), rules };
}

function* operations(
  codes: readonly number[],
  operands: readonly (readonly unknown[] | null)[],
  operatorNamed: (code: number) => string,
): Generator<Operation> {
  for (const [index, code] of codes.entries()) yield { name: operatorNamed(code), operands: operands[index] ?? [] };
}

/** A font that the library could not load has the usual units. */
function fontNamed({ commonObjs }: PDFPageProxy, name: string): Font | null {
  if (!commonObjs.has(name)) return null;
  const font: Partial<Font> = commonObjs.get(name);
  return { vertical: font.vertical === true, fontMatrix: font.fontMatrix ?? defaultFont.fontMatrix };
}
