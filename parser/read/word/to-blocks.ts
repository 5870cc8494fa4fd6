import type { Block } from '../document.ts';
import { Flow, type FlowCell } from '../flow.ts';
import type { StoryBlock, StoryCell, StoryTable } from './story.ts';

/** A cell with more text than any statutory label or task has holds a page, not a figure. */
const pageText = 3000;

/** A story as blocks: tables that only lay out the page are read through, data tables are kept whole. */
export function toBlocks(story: readonly StoryBlock[]): Block[] {
  const flow = new Flow();
  addAll(flow, story);
  return flow.finish();
}

function addAll(flow: Flow, story: readonly StoryBlock[]): void {
  for (const block of story) {
    if (typeof block === 'string') flow.addText(block);
    else if (isData(block)) flow.addTable(mergedDown(block));
    else for (const cell of block.rows.flat()) addAll(flow, cell.content);
  }
}

/** A table is data when no table is nested in it, some row has two cells, and no cell holds a page of text. */
function isData({ rows }: StoryTable): boolean {
  if (!rows.some((row) => row.length > 1)) return false;
  return rows.flat().every(({ content }) => content.every((block) => typeof block === 'string') && isShort(content));
}

function isShort(content: StoryCell['content']): boolean {
  return textOf(content).length <= pageText;
}

function textOf(content: StoryCell['content']): string {
  return content.filter((block) => typeof block === 'string').join('\n');
}

/** Each cell once: one that continues the cell above adds a row to it, and prints nothing of its own. */
function mergedDown({ rows }: StoryTable): FlowCell[][] {
  type Growing = { -readonly [key in keyof FlowCell]: FlowCell[key] };
  let above = new Map<number, Growing>();
  return rows.map((row) => {
    const covering = new Map<number, Growing>();
    const begun: Growing[] = [];
    for (const { content, column, columnSpan, continues } of row) {
      const upper = continues ? above.get(column) : undefined;
      const cell = upper ?? { text: textOf(content), column: column + 1, rowSpan: 0, columnSpan };
      cell.rowSpan += 1;
      covering.set(column, cell);
      if (upper === undefined) begun.push(cell);
    }
    above = covering;
    return begun;
  });
}
