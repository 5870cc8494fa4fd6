import type { Finding } from '../../schema/record/finding.ts';
import type { Statistic } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { notOwnTable } from '../reading-rules.ts';
import { type OwnSigns, saysAnothers } from '../tables/printings.ts';
import { tidy } from '../wording/normalise.ts';
import { annexHeader } from './annex-header.ts';

/** What is printed of an annex above its header: its title, and lines and rows below that. */
function captionOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const header = annexHeader(blocks, at, true);
    if (block.kind === 'table') {
      const above = block.rows.slice(0, header?.row ?? 0);
      lines.push(...above.map((row) => row.map(({ text }) => text).join('')));
    }
    if (header !== null) break;
    if (block.kind === 'paragraph') lines.push(block.text);
  }
  return lines.map(tidy).join(' ');
}

/** Says of an annex whose caption names another year or agency, or a model, that its figures may not be the report's; null of any other. */
export function annexOfOthers(
  blocks: readonly Block[],
  signs: OwnSigns,
  statistics: readonly Statistic[],
): Finding | null {
  const caption = captionOf(blocks);
  if (statistics.length === 0 || !saysAnothers(caption, signs)) return null;
  return {
    rule: notOwnTable.id,
    severity: notOwnTable.severity,
    cells: statistics.map(({ path }) => `statistics.${path}`),
    expected: null,
    actual: null,
    message: {
      zh: `统计表标为“${caption}”,可能不是本报告的数字。`,
      en: `The indicator annex is captioned “${caption}”, so its figures may not be this report’s.`,
    },
    cause: 'suspected-parse',
  };
}
