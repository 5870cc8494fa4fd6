import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../parser/read/pdf/read-pdf.ts';
import { notText } from '../../../../parser/wording/figure.ts';
import { buildPdfWithCell, setText } from '../../../support/build-pdf.ts';

/** What a cell holds in which the operators draw. */
async function cellOf(drawn: string): Promise<string | undefined> {
  const [{ document }] = await readPdf(buildPdfWithCell(drawn));
  const [table] = document?.blocks.filter((block) => block.kind === 'table') ?? [];
  return table?.rows[0]?.[1]?.text;
}

const figure = setText('73', 210);
const more = setText('5', 230);
const picture = 'BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI';

describe('a cell of a PDF', () => {
  it('holds its figure', async () => {
    expect(await cellOf(figure)).toBe('73');
    expect(await cellOf('')).toBe('');
  });

  it.each([
    ['painted in no way', `q 3 Tr ${more} Q`],
    ['of no size', setText('5', 230, 0.5)],
    ['switched off', `/OC /Hidden BDC ${more} EMC`],
  ])('holds nothing of text that is %s', async (_, hidden) => {
    expect(await cellOf(`${figure} ${hidden}`)).toBe('73');
    expect(await cellOf(hidden)).toBe('');
  });

  it.each([
    ['white text on paper', `q 1 g ${figure} Q`],
    ['a picture', `q 20 0 0 10 210 684 cm ${picture} Q`],
    [
      'a picture of more pixels',
      `q 20 0 0 10 210 684 cm ${picture.replace('2 /H 2', '9 /H 9').replace('abcd', 'a'.repeat(81))} Q`,
    ],
    ['a character drawn by its outline', '210 684 m 214 690 218 694 214 698 c f'],
    ['struck out text', `${figure} 209 690 m 232 690 l S`],
  ])('is neither blank nor a figure with %s in it', async (_, drawn) => {
    expect(await cellOf(drawn)).toMatch(new RegExp(`^[${notText}\\s]+$`));
  });

  it.each([
    ['white text on a colour', `0 0 0.5 rg 201 681 98 18 re f 1 g ${figure}`],
    ['underlined text', `${figure} 209 684.5 m 232 684.5 l S`],
    ['text on a picture', `q 90 0 0 18 205 681 cm ${picture} Q ${figure}`],
  ])('holds %s', async (_, drawn) => {
    expect(await cellOf(drawn)).toBe('73');
  });
});
