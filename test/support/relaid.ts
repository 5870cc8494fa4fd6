import { readFileSync } from 'node:fs';

/** A real report printed one cell a line, and its expected cells by path. */
const relaidSample = readFileSync('samples/qingzhen-2020.txt', 'utf8');

const lines = relaidSample.split('\n').filter((line) => line.trim() !== '');
const isText = (line: string) =>
  /[。;]/.test(line) || line.length > 60 || /^[一二三四五六]、(?!本年|上年|结转)/.test(line);
const perCell = (relay: (cell: string) => string) =>
  lines.map((line) => (isText(line) ? line : relay(line))).join('\n');

/** Each stretch of cells on one line, put together as said. */
function perTable(separator: string): string {
  const out: string[] = [];
  let cells: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '' && !isText(line)) {
      cells.push(line);
      continue;
    }
    if (cells.length > 0) out.push(cells.join(separator));
    cells = [];
    out.push(line);
  }
  return out.join('\n');
}

/** The sample's text as other extractors would give it. Every one still shows where a cell ends. */
export const relaid: Readonly<Record<string, string>> = {
  'one cell a line without blank lines': perCell((cell) => cell),
  'a line with a pipe after each cell': perCell((cell) => `${cell}\n|`),
  'a pipe at the end of each cell': perCell((cell) => `${cell} |`),
  'a pipe in front of each cell': perCell((cell) => `| ${cell}`),
  'a line break inside each piped cell': perCell((cell) => `| \n ${cell}  `),
  'a whole table on one line, parted by pipes': perTable(' | '),
  'a whole table on one line, parted by blanks': perTable(' '),
  'a whole table on one line, parted by tabs': perTable('\t'),
  'every line indented': perCell((cell) => `    ${cell}`),
};

/** The sample's text with nothing between the cells of a table: digits run together. */
export const runTogether = perTable('');
