import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cell } from '../../schema/record/cell.ts';

/** A row's values as they would be had the reading gone otherwise. */
export interface Rearrangement {
  readonly values: readonly (number | null)[];
  readonly name: Bilingual;
}

/** Readings of a printed row that a lost cell or run-together digits could have turned into this one. */
export function rearrangements(row: readonly Cell[]): Rearrangement[] {
  return [...shifts(row), ...splits(row), ...joined(row)];
}

type Values = readonly (number | null)[];

const without = (values: Values, at: number): Values => [...values.slice(0, at), ...values.slice(at + 1)];
const withInserted = (values: Values, at: number, inserted: Values): Values => [
  ...values.slice(0, at),
  ...inserted,
  ...values.slice(at),
];

const ways = {
  left: { zh: '左', en: 'left' },
  right: { zh: '右', en: 'right' },
} as const satisfies Record<string, Bilingual>;

/** A cell that left no trace, and a blank that stands for it elsewhere in the row: the figures between have moved by one. */
function shifts(row: readonly Cell[]): Rearrangement[] {
  const values = row.map(({ value }) => value);
  return values.flatMap((value, from) => {
    if (value !== null) return [];
    return values.flatMap((_, to) => {
      const moved = withInserted(without(values, from), to, [null]);
      if (moved.every((each, at) => each === values[at])) return [];
      const way = to > from ? ways.left : ways.right;
      const name = {
        zh: `若本行数字${way.zh}移一格,各关系都成立,可能读错了列。`,
        en: `All relations hold if the row's figures stand one column further ${way.en}; columns may be misread.`,
      };
      return [{ values: moved, name }];
    });
  });
}

const plain = /^(?:0|[1-9]\d*)$/u;

/** The digits of two neighbours parted at another place: 12·34 for 1·234. */
function splits(row: readonly Cell[]): Rearrangement[] {
  return row.slice(0, -1).flatMap((left, at) => {
    const right = row[at + 1];
    if (left.value === null || right?.value == null) return [];
    const digits = `${left.value}${right.value}`;
    return Array.from({ length: digits.length - 1 }, (_, index) => index + 1)
      .map((place) => [digits.slice(0, place), digits.slice(place)])
      .filter(([one = '', other = '']) => plain.test(one) && plain.test(other) && Number(one) !== left.value)
      .map(([one = '', other = '']) => ({
        values: row.map(({ value }, index) => (index === at ? Number(one) : index === at + 1 ? Number(other) : value)),
        name: {
          zh: `若“${left.raw}”“${right.raw}”拆作${one}、${other},各关系都成立,数字可能拆错。`,
          en: `All relations hold if “${left.raw}” “${right.raw}” are ${one} and ${other}; digits may be parted wrongly.`,
        },
      }));
  });
}

/** Digits of two cells that were read as one, so that another of the row is blank: 883 for 88 and 3. */
function joined(row: readonly Cell[]): Rearrangement[] {
  const values = row.map(({ value }) => value);
  const blanks = values.flatMap((value, at) => (value === null ? [at] : []));
  return row.flatMap((cell, at) => {
    const digits = String(cell.value ?? '');
    const places = Array.from({ length: Math.max(digits.length - 1, 0) }, (_, index) => index + 1);
    return places.flatMap((place) => {
      const [one, other] = [digits.slice(0, place), digits.slice(place)];
      if (!plain.test(one) || !plain.test(other)) return [];
      const name = {
        zh: `若“${cell.raw}”拆作${one}、${other}两格,各关系都成立,数字可能连在一起。`,
        en: `All relations hold if “${cell.raw}” is two cells, ${one} and ${other}; digits may have run together.`,
      };
      const apart = [Number(one), Number(other)];
      return blanks.map((blank) => ({
        values: withInserted(
          without(without(values, Math.max(blank, at)), Math.min(blank, at)),
          at - Number(blank < at),
          apart,
        ),
        name,
      }));
    });
  });
}
