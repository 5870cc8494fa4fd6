import { stringify } from 'csv-stringify/sync';
import { longPanelColumns } from '../../schema/record/exports/panel/long-panel.ts';
import { panelColumns } from '../../schema/record/exports/panel/panel-table.ts';
import type { PanelColumn } from '../../schema/record/exports/panel/report-facts.ts';

const head = ['file', 'name', 'type', 'unit', 'path', 'label_zh', 'label_en', 'note_zh', 'note_en', 'values'];

/** What every column of the panel means, in both forms, as CSV: the printed contract of their names (docs/panel-codebook.csv). */
export function panelCodebook(): string {
  return stringify([head, ...linesOf('panel', panelColumns), ...linesOf('panel-long', longPanelColumns)], {
    bom: true,
  });
}

function linesOf<Line>(file: string, columns: readonly PanelColumn<Line>[]): (string | undefined)[][] {
  return columns.map(({ name, type, unit, path, title, note, values }) => [
    ...[file, name, type, unit, path, title.zh, title.en, note?.zh, note?.en],
    values?.join(' '),
  ]);
}
