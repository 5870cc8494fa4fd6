import type { Bilingual } from '../../schema/bilingual.ts';
import type { Cell } from '../../schema/cell.ts';

/** A row's values as they would be had the reading gone otherwise. */
export interface Rearrangement {
  readonly values: readonly (number | null)[];
  readonly name: Bilingual;
}

/** Readings of a printed row that a lost cell or run-together digits could have turned into this one. */
export function rearrangements(row: readonly Cell[]): Rearrangement[] {
  return [...shifts(row), ...splits(row)];
}

/** A cell that left no trace: those after it stand one to the left, and the last is blank; or the other way round. */
function shifts(row: readonly Cell[]): Rearrangement[] {
  const values = row.map(({ value }) => value);
  const last = values.length - 1;
  const rights =
    values[last] !== null ? [] : values.map((_, at) => [...values.slice(0, at), null, ...values.slice(at, last)]);
  const lefts = values.flatMap((value, at) =>
    value === null && at < last ? [[...values.slice(0, at), ...values.slice(at + 1), null]] : [],
  );
  const name = (way: Bilingual) => ({
    zh: `若本行数字${way.zh}移一格,各关系都成立,可能读错了列。`,
    en: `All relations hold if the row's figures stand one column further ${way.en}; columns may be misread.`,
  });
  return [
    ...rights.map((moved) => ({ values: moved, name: name({ zh: '右', en: 'right' }) })),
    ...lefts.map((moved) => ({ values: moved, name: name({ zh: '左', en: 'left' }) })),
  ];
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
