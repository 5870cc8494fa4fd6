import type { ReportRecord, Statistic } from '../report.ts';
import { findingsOfCell } from './findings-by-cell.ts';
import type { CellNode } from './table-node.ts';

export interface StatisticNode extends Statistic {
  readonly cell: CellNode;
}

/** The one column of figures of the indicator annex. */
const valueColumn = 'value';

const known = new WeakMap<ReportRecord, readonly StatisticNode[]>();

/** Every row of the indicator annex with the findings that name it; made once, however often a query asks for it. */
export function statisticNodes(record: ReportRecord): readonly StatisticNode[] {
  const before = known.get(record);
  if (before !== undefined) return before;
  const nodes = record.statistics.map((statistic) => statisticNode(record, statistic));
  known.set(record, nodes);
  return nodes;
}

function statisticNode(record: ReportRecord, statistic: Statistic): StatisticNode {
  const path = `statistics.${statistic.path}`;
  const place = { path, row: statistic.path, column: valueColumn, unit: statistic.unit };
  return { ...statistic, cell: { ...statistic.cell, ...place, findings: findingsOfCell(record, path) } };
}
