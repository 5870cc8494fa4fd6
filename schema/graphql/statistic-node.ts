import type { ReportRecord, Statistic } from '../report.ts';
import { findingsOfCell } from './findings-by-cell.ts';
import type { CellNode } from './table-node.ts';

export interface StatisticNode extends Statistic {
  readonly cell: CellNode;
}

/** The one column of figures of the indicator annex. */
const valueColumn = 'value';

/** Every row of the indicator annex with the findings that name it. */
export function statisticNodes(record: ReportRecord): StatisticNode[] {
  return record.statistics.map((statistic) => {
    const path = `statistics.${statistic.path}`;
    const place = { path, row: statistic.path, column: valueColumn, unit: statistic.unit };
    return { ...statistic, cell: { ...statistic.cell, ...place, findings: findingsOfCell(record, path) } };
  });
}
