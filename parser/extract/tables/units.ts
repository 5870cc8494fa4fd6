import type { FormTable } from '../../../schema/law/forms/form.ts';
import { comparableLabel } from '../../comparable-label.ts';
import type { Run } from './runs.ts';

const unitAfterLabel = '(?:单位|计量单位)?(亿元|万元|元)';

/** Money units that the headings of amount columns name, by column key: 采购总金额(万元), 本年收费金额(单位:万元). */
export function headerUnits(table: FormTable, runs: readonly Run[]): Map<string, string> {
  const units = new Map<string, string>();
  const columns = table.blocks.flatMap((block) => block.columns).filter((column) => column.kind === 'amount');
  for (const column of columns) {
    const pattern = new RegExp(comparableLabel(column.labels[0]) + unitAfterLabel);
    const unit = runs.map((run) => pattern.exec(run.text)?.[1]).find((found) => found !== undefined);
    if (unit !== undefined) units.set(column.key, unit);
  }
  return units;
}
