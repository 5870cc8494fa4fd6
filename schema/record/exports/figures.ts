import { type FormId, TableKey } from '../../law/forms/form.ts';
import { indicatorName } from '../../law/vocabulary/indicators.ts';
import type { Bilingual } from '../bilingual.ts';
import type { CellState, Place } from '../cell.ts';
import { cellName } from '../cell-names.ts';
import type { ReportRecord } from '../report.ts';
import { type ToldScope, unknownScope } from '../scope.ts';
import { tableCells } from '../table-rows.ts';

/** One printed figure of a report, wherever it stands: in a statutory table, in the annex, or in a sentence. */
export interface Figure {
  readonly origin: 'table' | 'annex' | 'sentence';
  /** The path by which findings name it. */
  readonly path: string;
  /** The path that it has in every report, where a row of the annex goes by its key; null for what only some report or province has. */
  readonly common: string | null;
  /** Edition of the form that its table follows; null outside of tables. */
  readonly form: FormId | null;
  readonly name: Bilingual | null;
  readonly unit: string | null;
  readonly value: number | null;
  readonly raw: string;
  readonly state: CellState;
  readonly approximate: boolean;
  /** Ordinal of the section whose sentence it is, 0 for the preamble; null for a cell. */
  readonly section: number | null;
  readonly place: Partial<Place>;
  /** Whose figure it is; of a cell of the annex, what is told of the report. */
  readonly scope: ToldScope;
}

/** Every figure of a report in the order of the form, then of the annex, then of the sentences. */
export function figuresOf(record: ReportRecord): Figure[] {
  return [...tableFigures(record), ...annexFigures(record), ...sentenceFigures(record)];
}

const inTable = { approximate: false, section: null } as const;

function tableFigures({ tables, scopes }: ReportRecord): Figure[] {
  return tableCells(tables).map(([path, { place, ...cell }]) => {
    const table = TableKey.safeParse(path.split('.')[0]);
    const form = table.success ? (tables[table.data]?.form ?? null) : null;
    const scope = (table.success ? scopes?.tables[table.data] : undefined) ?? unknownScope;
    const known = form === null ? null : cellName(form, path);
    return {
      ...{ origin: 'table', path, common: path, form, ...inTable, ...cell, place, scope },
      ...{ name: known?.name ?? null, unit: known?.unit ?? null },
    };
  });
}

function annexFigures({ statistics, scopes }: ReportRecord): Figure[] {
  const scope = scopes?.report ?? unknownScope;
  return statistics.map(({ path, label, unit, key, cell: { place, ...cell } }) => ({
    ...{ origin: 'annex', path: `statistics.${path}`, common: key === null ? null : `statistics.${key}` },
    ...{ form: null, ...inTable, ...cell, place, unit, scope },
    name: { zh: label, en: indicatorName(key ?? '')?.en ?? '' },
  }));
}

function sentenceFigures({ indicators }: ReportRecord): Figure[] {
  return indicators.map(({ key, label, value, unit, approximate, text, section, offset, scope = unknownScope }) => ({
    ...{ origin: 'sentence', path: `indicators.${key ?? ''}`, common: key === null ? null : `indicators.${key}` },
    ...{ form: null, unit, value, approximate, section },
    ...{ raw: text, state: 'number', place: { offset }, scope },
    name: indicatorName(key ?? '') ?? { zh: label ?? '', en: '' },
  }));
}
