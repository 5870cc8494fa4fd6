import {
  approximationsAfter,
  approximationsBefore,
  approximationsInside,
  countUnits,
  largeMultipliers,
  numeralDigits,
  ordinalMarks,
  smallMultipliers,
  unitContinuations,
} from '../../../schema/law/vocabulary/quantity-words.ts';
import { anyOf, literal } from './words.ts';

/** A figure with its unit in a text: `start` at its first sign (约 included), `end` after its unit and 左右. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** The text says about, nearly, more than. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const inside = anyOf(literal(approximationsInside));
const numeral = anyOf([
  ...Object.keys(numeralDigits),
  ...Object.keys(smallMultipliers),
  ...Object.keys(largeMultipliers),
]);
const multiplier = anyOf([...Object.keys(smallMultipliers), ...Object.keys(largeMultipliers)]);

/** The last sign of a number before a unit: where nothing of the kind stands, there is no figure to look for. */
const countedSomething = new RegExp(`(?:\\d|${numeral}|${inside})${anyOf(countUnits)}`, 'u');
const firstCharacters = [
  ...approximationsBefore.map((word) => word.charAt(0)),
  ...Object.keys({ ...numeralDigits, ...smallMultipliers, ...largeMultipliers }),
];

/** No part repeats within a repetition, so a run of digits or numerals without a unit costs no more than its length. */
const quantityPattern = new RegExp(
  [
    // Where none of these stands, no figure begins, and the costlier look below is spared.
    `(?=[\\d${firstCharacters.join('')}])`,
    `(?<![\\d.,A-Za-z${literal(ordinalMarks).join('')}])`,
    `(?<before>${anyOf(approximationsBefore)})?`,
    `(?<number>${digits}(?:${inside}?${multiplier}(?:${inside}?${digits})?){0,6}${inside}?|${numeral}{1,20}(?:${inside}${multiplier}{0,2})?)`,
    `(?<unit>${anyOf(countUnits)})(?!${anyOf(unitContinuations)})`,
    `(?<after>${anyOf([...approximationsAfter, ...literal(approximationsInside)])})?`,
  ].join(''),
  'gu',
);
const approximation = new RegExp(inside, 'gu');
const numberToken = new RegExp(`${digits}|${numeral}`, 'gu');

interface Sum {
  readonly total: number;
  readonly group: number;
  readonly current: number | null;
}

function add(sum: Sum, token: string): Sum {
  const small = smallMultipliers[token];
  if (small !== undefined) return { ...sum, group: sum.group + (sum.current ?? 1) * small, current: null };
  const large = largeMultipliers[token];
  if (large !== undefined) {
    const group = sum.current === null && sum.group === 0 ? 1 : sum.group + (sum.current ?? 0);
    return { total: sum.total + group * large, group: 0, current: null };
  }
  const digit = numeralDigits[token];
  if (digit === undefined) return { ...sum, current: Number(token.replaceAll(',', '')) };
  return { ...sum, current: (sum.current ?? 0) * 10 + digit };
}

/**
 * Value of a number as prose prints it: `13912`, `13,912`, `1.2万`, `14万9000余`, `十二`, `二〇一八`.
 * Null where there is no number. Rounded to what the printed decimals can mean, as 195.4 × 10000 is 1954000.
 */
export function proseNumber(printed: string): number | null {
  const tokens = printed.replaceAll(approximation, '').match(numberToken);
  if (tokens === null) return null;
  const sum = tokens.reduce(add, { total: 0, group: 0, current: null });
  return Math.round((sum.total + sum.group + (sum.current ?? 0)) * 10_000) / 10_000;
}

/** Every figure with a counting unit, in order. Text without spaces, in half-width signs. */
export function quantities(text: string): Quantity[] {
  if (!countedSomething.test(text)) return [];
  return [...text.matchAll(quantityPattern)].flatMap((match) => {
    const { before, number = '', unit = '', after } = match.groups ?? {};
    const value = proseNumber(number);
    if (value === null) return [];
    const approximate = before !== undefined || after !== undefined || number.search(approximation) !== -1;
    return [{ value, unit, approximate, start: match.index, end: match.index + match[0].length }];
  });
}
