import { parseReport } from '../../parser/parse-report.ts';
import { renderers } from './renderers.ts';
import type { Rendering } from './rendering.ts';
import { type Score, score } from './score.ts';

/** What became of one rendering. */
export interface Judged {
  readonly rendering: Rendering;
  readonly isPublished: boolean;
  readonly score: Score;
}

/** Reads each rendering and scores the record of its year. */
export async function judge(renderings: readonly Rendering[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const rendering of renderings) {
    const records = await parseReport(rendering.bytes);
    const record = records.find(({ year }) => year === rendering.year) ?? records[0];
    judged.push({ rendering, isPublished: record?.outcome === 'published', score: score(rendering, record) });
  }
  return judged;
}

const head = `# What is read how well

Printed by \`npm run print-reading\` from the reports kept in \`test/renderings\`: made-up reports on both forms, with random
figures, blanks, damage (a row, a cell or a table lost, note marks, two figures in one cell) and tables that are not the report's
(last year's, a subordinate's), each rendered by a tool that is not ours. A test holds this page to what the parser does.

- **as printed**: cells that say what the file prints, of all cells of all its reports.
- **left open**: cells without a value, where a finding names them or the report says that it is not complete. Where a tool keeps
  no sign of where a cell ends, or which cells are blank, that is the right answer.
- **wrong, not named**: cells that say something else, while no finding names the cell. None is published as complete whose cells are
  not all in the file.

| made by | file | reports | published | as printed | left open | wrong, not named |
| --- | --- | --: | --: | --: | --: | --: |
`;

/** The page on how well each tool's files are read, from what became of them. */
export function readingPage(judgedBy: ReadonlyMap<string, readonly Judged[]>): string {
  const rows = renderers.flatMap(({ name, extension }) => {
    const judged = judgedBy.get(name);
    return judged === undefined ? [] : [row(name, extension, judged)];
  });
  return `${head}${rows.join('\n')}\n`;
}

function row(name: string, extension: string, judged: readonly Judged[]): string {
  const sum = (of: (score: Score) => number) => judged.reduce((total, each) => total + of(each.score), 0);
  const [exact, said, silent] = [
    sum((each) => each.exact),
    sum((each) => each.said),
    sum((each) => each.silent.length),
  ];
  const percent = ((100 * exact) / (exact + said + silent)).toFixed(1);
  const published = judged.filter(({ isPublished }) => isPublished).length;
  return `| ${name} | \`${extension}\` | ${judged.length} | ${published} | ${percent} % | ${said} | ${silent} |`;
}
