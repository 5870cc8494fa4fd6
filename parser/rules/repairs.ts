import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { type Equality, equalities, residual } from './equalities.ts';
import { type Rearrangement, rearrangements } from './rearrangements.ts';
import type { CheckableRecord } from './rule.ts';

/** What the relations around a broken one say. */
export interface RepairSearch {
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
export function repairs(record: CheckableRecord, paths: readonly string[]): RepairSearch | null {
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
