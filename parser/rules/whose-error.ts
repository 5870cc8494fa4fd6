import { TableKey } from '../../schema/law/forms/form.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { Cause, Finding } from '../../schema/record/finding.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import type { CheckableRecord, Failure, Rule } from './rule.ts';
import { isUnknown, relationsIn, viewTable } from './table-view.ts';

/** An equality between cells of a table: the signed sum of its terms is 0 where it holds. */
interface Equality {
  readonly terms: readonly { readonly path: string; readonly sign: 1 | -1 }[];
}

/** The equalities of the record's tables that can be evaluated, as the sum rules check them. */
function equalities(record: CheckableRecord): Equality[] {
  return TableKey.options.flatMap((key) => {
    const view = viewTable(record, key);
    return (view === null ? [] : relationsIn(view)).flatMap(({ relation, sum, to }) => {
      if (relation.is !== 'equal' || [...sum, ...to].some(isUnknown)) return [];
      const terms = (operands: typeof sum, sign: 1 | -1) => operands.map(({ path }) => ({ path, sign }));
      return [{ terms: [...terms(sum, 1), ...terms(to, -1)] }];
    });
  });
}

/** By how much an equality is off; a value that is not printed counts as 0. */
function residual({ terms }: Equality, valueAt: (path: string) => number | null): number {
  return terms.reduce((sum, { path, sign }) => sum + sign * (valueAt(path) ?? 0), 0);
}

/** A row's values as they would be had the reading gone otherwise. */
interface Rearrangement {
  readonly values: readonly (number | null)[];
  readonly name: Bilingual;
}

/** Readings of a printed row that a lost cell or run-together digits could have turned into this one. */
function rearrangements(row: readonly Cell[]): Rearrangement[] {
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

/** What the relations around a broken one say. */
interface RepairSearch {
  /** Misreadings that, undone, would make every relation of the cells they move hold. */
  readonly repairs: readonly Bilingual[];
  /** What speaks for the document's own error. */
  readonly neighbours: Bilingual;
}

interface Surroundings {
  readonly all: readonly Equality[];
  readonly broken: Equality;
  readonly cells: ReadonlyMap<string, Cell>;
}

const rowOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));

/** Null where the cells stand in no broken equality of a table. */
function repairs(record: CheckableRecord, paths: readonly string[]): RepairSearch | null {
  const [first] = paths;
  const cells = new Map(tableCells(record.tables));
  if (first === undefined || !cells.has(first)) return null;
  const valueAt = (path: string) => cells.get(path)?.value ?? null;
  const all = equalities(record);
  const broken = all.find(
    (one) => residual(one, valueAt) !== 0 && paths.every((path) => one.terms.some((term) => term.path === path)),
  );
  if (broken === undefined) return null;
  const around = { all, broken, cells };
  return { repairs: rowRepairs(around), neighbours: neighbours(around, valueAt) };
}

/** Rows of the broken relation whose cells, moved or parted otherwise, fit everywhere. */
function rowRepairs({ all, broken, cells }: Surroundings): Bilingual[] {
  const rows = [...new Set(broken.terms.map(({ path }) => rowOf(path)))];
  return rows.flatMap((row) => {
    const paths = [...cells.keys()].filter((path) => rowOf(path) === row);
    const printed = paths.flatMap((path) => cells.get(path) ?? []);
    return rearrangements(printed).flatMap((change) =>
      fits(change, paths, { all, broken, cells }) ? change.name : [],
    );
  });
}

function fits(change: Rearrangement, paths: readonly string[], { all, broken, cells }: Surroundings): boolean {
  const moved = paths.filter((path, index) => change.values[index] !== (cells.get(path)?.value ?? null));
  const valueAt = (path: string) => {
    const index = paths.indexOf(path);
    return index >= 0 ? (change.values[index] ?? null) : (cells.get(path)?.value ?? null);
  };
  const touched = all.filter(({ terms }) => terms.some(({ path }) => moved.includes(path)));
  return touched.includes(broken) && touched.every((one) => residual(one, valueAt) === 0);
}

/** The one cell in which every broken relation meets, if there is one, or that none does. */
function neighbours({ all, broken, cells }: Surroundings, valueAt: (path: string) => number | null): Bilingual {
  const meeting = broken.terms.flatMap(({ path, sign }) => {
    const others = all.filter((one) => one !== broken && one.terms.some((term) => term.path === path));
    const wanted = -residual(broken, valueAt) * sign;
    const agree = others.every((one) => {
      const own = one.terms.find((term) => term.path === path)?.sign ?? 1;
      return residual(one, valueAt) + own * wanted === 0;
    });
    return others.length > 0 && agree ? [{ path, value: (valueAt(path) ?? 0) + wanted }] : [];
  });
  const [only, ...more] = meeting;
  if (only !== undefined && more.length === 0 && only.value >= 0) {
    const raw = cells.get(only.path)?.raw ?? '';
    return {
      zh: `行列关系在“${only.path}”处同时不成立:所印为“${raw}”,${only.value}则处处成立。移动或重新拆分数字都不能使关系成立。`,
      en: `Row and column both break at ${only.path}: “${raw}” is printed, ${only.value} would fit everywhere. No shift of cells and no other parting of digits would.`,
    };
  }
  return {
    zh: '移动单元格或重新拆分数字都不能使各关系同时成立。',
    en: 'No shift of cells and no other parting of digits makes all relations hold.',
  };
}

/** Whose error a broken relation seems to be, and what speaks for it. Nothing is repaired. */
interface Diagnosis {
  readonly cause: Cause;
  readonly evidence: Bilingual;
}

/**
 * Reading goes wrong in known ways: a cell is lost and its row moves along, or digits are parted at the wrong place.
 * Where undoing one of them makes every relation of the row hold, the reading is suspected; else the document is.
 * Null for findings that are not about sums of table 三 or 四.
 */
function whoseError(record: CheckableRecord, cells: readonly string[]): Diagnosis | null {
  const found = repairs(record, cells);
  if (found === null) return null;
  const [repair] = found.repairs;
  if (repair !== undefined) return { cause: 'suspected-parse', evidence: repair };
  return { cause: 'source', evidence: found.neighbours };
}

/** A failed check as it stands in the record: with the rule's name and severity, and with whose error it seems to be. */
export function findingOf(rule: Rule, failure: Failure, record: CheckableRecord): Finding {
  const { severity = rule.severity, cells, expected, actual, message } = failure;
  const told = failure.cause === undefined ? whoseError(record, cells) : null;
  const evidence = failure.evidence ?? told?.evidence;
  return {
    ...{ rule: rule.id, severity, cells: [...cells], expected, actual, message },
    cause: failure.cause ?? told?.cause ?? 'source',
    ...(evidence === undefined ? {} : { evidence }),
  };
}
