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

/** A place in the printed digits, and how many figures have still to begin there or after it. */
interface Rest {
  readonly token: number;
  readonly start: number;
  readonly figures: number;
}

/**
 * The digits parted into exactly as many figures as columns; what is printed apart stays apart. They are counted before they are
 * listed, and only beginnings that can be ended are followed: 28 digits part into 14 figures in twenty million ways.
 */
function partings(tokens: readonly string[], width: number): Filling[] {
  const counts = new Map<string, number>();
  function count(rest: Rest): number {
    if (rest.token === tokens.length) return rest.figures === 0 ? 1 : 0;
    if (rest.figures === 0) return 0;
    const key = `${rest.token} ${rest.start} ${rest.figures}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const ways = nextFigures(tokens, rest).reduce((sum, { after }) => sum + count(after), 0);
    counts.set(key, ways);
    return ways;
  }
  function list(rest: Rest): Filling[] {
    if (rest.token === tokens.length) return [[]];
    return nextFigures(tokens, rest)
      .filter(({ after }) => count(after) > 0)
      .flatMap(({ figure, after }) => list(after).map((filling) => [figure, ...filling]));
  }
  const all: Rest = { token: 0, start: 0, figures: width };
  const ways = tokens.join('').length > width * longestFigure ? 0 : count(all);
  return ways === 0 || ways > mostFillings ? [] : list(all);
}

/** Each figure that may be read here, none with a leading zero, and where the next one begins. */
function nextFigures(tokens: readonly string[], { token, start, figures }: Rest) {
  const digits = tokens[token]?.slice(start, start + longestFigure) ?? '';
  const lengths = digits.startsWith('0') ? [1] : Array.from(digits, (_, index) => index + 1);
  return lengths.map((length) => {
    const isWhole = start + length === tokens[token]?.length;
    const after: Rest = {
      token: isWhole ? token + 1 : token,
      start: isWhole ? 0 : start + length,
      figures: figures - 1,
    };
    return { figure: Number(digits.slice(0, length)), after };
  });
}
