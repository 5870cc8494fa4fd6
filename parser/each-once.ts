import type { Finding } from '../schema/record/finding.ts';
import { tableCells } from '../schema/record/table-rows.ts';
import type { Draft } from './records.ts';

/** Rule id of the finding that two printings of one report differ. */
const copiesDiffer = 'document.copies-differ';

/**
 * Each report once. Pages print a report twice, as text and as a print view, or list its headings before it: the
 * fullest printing is kept, the first of equals, with a finding where another prints a different figure.
 */
export function eachOnce(drafts: readonly Draft[]): Draft[] {
  const groups = Map.groupBy(drafts, ({ agency, year }) => `${agency?.id ?? ''}/${year ?? ''}`);
  return [...groups.values()].flatMap((printings) => {
    const fullest = printings.reduce<Draft | null>(fuller, null);
    if (fullest === null) return [];
    const findings = printings.filter((other) => other !== fullest).flatMap((other) => differences(fullest, other));
    return [{ ...fullest, findings: [...fullest.findings, ...findings] }];
  });
}

function fuller(best: Draft | null, next: Draft): Draft {
  return best === null || fullness(next) > fullness(best) ? next : best;
}

/** Figures first: text alone never outweighs a table. */
function fullness({ tables, sections }: Draft): number {
  const figures = tableCells(tables).filter(([, cell]) => cell.value !== null).length;
  const text = sections.reduce((sum, section) => sum + section.text.length, 0);
  return figures * 1_000_000 + text;
}

function differences(kept: Draft, other: Draft): Finding[] {
  const printed = new Map(tableCells(other.tables));
  const paths = tableCells(kept.tables)
    .filter(([path, cell]) => {
      const twin = printed.get(path);
      return twin !== undefined && twin.value !== null && cell.value !== null && twin.value !== cell.value;
    })
    .map(([path]) => path);
  return paths.length === 0 ? [] : [differenceFinding(paths)];
}

function differenceFinding(cells: string[]): Finding {
  return {
    rule: copiesDiffer,
    severity: 'warning',
    cells,
    expected: null,
    actual: null,
    message: {
      zh: `同一页面刊登了两份报告,其中${cells.length}个数字不同;所存为较完整的一份。`,
      en: `The page prints the report twice and ${cells.length} figures differ; the fuller printing is kept.`,
    },
    cause: 'source',
  };
}
