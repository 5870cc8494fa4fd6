/** One way to fill a row: a value a column, null where the column is left blank. */
export type Filling = readonly (number | null)[];

/** A row whose printed figures are not as many as its columns. `tokens` are the figures as printed. */
export interface UnplacedRow {
  readonly tokens: readonly string[];
  readonly width: number;
}

/** More ways than this and nothing printed can tell them apart. */
const mostFillings = 10_000;
const wholeNumber = /^\d+$/;
/** No agency counts more of anything in these tables; a longer part is not one figure. */
const longestFigure = 9;

/**
 * Every way the printed figures can stand in the row: with blanks that left no trace between them, or run together and
 * to be parted. Empty where there are more ways than can be told apart, or figures that are no whole numbers.
 */
export function fillings({ tokens, width }: UnplacedRow): Filling[] {
  if (tokens.length === 0 || tokens.length >= width || !tokens.every((token) => wholeNumber.test(token))) return [];
  const isFew = countPlacements(tokens.length, width) <= mostFillings;
  const isRead = tokens.every((token) => token === '0' || (token.length <= longestFigure && !token.startsWith('0')));
  const placed = isFew && isRead ? placements(tokens.map(Number), width) : [];
  const parted = partings(tokens, width);
  const found = [...placed, ...parted];
  return found.length <= mostFillings ? found : [];
}

function countPlacements(count: number, width: number): number {
  let ways = 1;
  for (let index = 0; index < count; index += 1) ways = (ways * (width - index)) / (index + 1);
  return ways;
}

/** The figures in order, with blanks anywhere between them. */
function placements(values: readonly number[], width: number): Filling[] {
  const [first, ...rest] = values;
  if (first === undefined) return [Array.from({ length: width }, () => null)];
  return Array.from({ length: width - values.length + 1 }, (_, blanks) => blanks).flatMap((blanks) =>
    placements(rest, width - blanks - 1).map((filling) => [
      ...Array.from({ length: blanks }, () => null),
      first,
      ...filling,
    ]),
  );
}

/** The digits parted into exactly as many figures as columns; what is printed apart stays apart. */
function partings(tokens: readonly string[], width: number): Filling[] {
  let open: { readonly figures: readonly number[] }[] = [{ figures: [] }];
  for (const [index, token] of tokens.entries()) {
    const after = tokens.length - index - 1;
    open = open.flatMap(({ figures }) =>
      splits(token, width - figures.length - after).map((parts) => ({ figures: [...figures, ...parts] })),
    );
    if (open.length > mostFillings) return [];
  }
  return open.map(({ figures }) => figures).filter((figures) => figures.length === width);
}

/** A token as one to `most` figures, none with a leading zero. */
function splits(digits: string, most: number): number[][] {
  if (digits === '') return [[]];
  if (most <= 0 || digits.length > most * longestFigure) return [];
  const lengths = digits.startsWith('0')
    ? [1]
    : Array.from({ length: Math.min(digits.length, longestFigure) }, (_, index) => index + 1);
  return lengths.flatMap((length) =>
    splits(digits.slice(length), most - 1).map((rest) => [Number(digits.slice(0, length)), ...rest]),
  );
}
