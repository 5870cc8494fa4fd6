/** A way to damage copied text, as extractors and hands do. `pick` chooses among the places where it can happen. */
export type Damage = (text: string, pick: number) => string;

const figureLine = /(?<=\n)\d+(?=\n)/g;
const longFigureLine = /(?<=\n)\d{2,}(?=\n)/g;
/** A label of table 三 with the seven figures after it, a cell a line. */
const rowLines = /(?<=\n)(?:\d\.|\([一二]\))[^\n]{2,60}(?:\n+\d+){7}(?=\n)/g;
const labelLine = /^(?:\d\.|\([一二七六]\)|规章|行政|[一二四]、(?:本年|上年|结转)).{0,38}$/gm;

function choose(text: string, pattern: RegExp, pick: number): { start: number; found: string } {
  const matches = [...text.matchAll(pattern)];
  const match = matches[pick % matches.length];
  return { start: match?.index ?? 0, found: match?.[0] ?? '' };
}

function replaced(
  text: string,
  pattern: RegExp,
  { pick, by }: { pick: number; by: (found: string) => string },
): string {
  const { start, found } = choose(text, pattern, pick);
  return text.slice(0, start) + by(found) + text.slice(start + found.length);
}

function garbled(text: string, at: number): string {
  return `${text.slice(0, at)}某${text.slice(at + 1)}`;
}

export const damages: Readonly<Record<string, Damage>> = {
  'a figure is lost': (text, pick) => replaced(text, figureLine, { pick, by: () => '' }),
  'a figure is split over two lines': (text, pick) =>
    replaced(text, longFigureLine, { pick, by: (found) => `${found.slice(0, 1)}\n\n${found.slice(1)}` }),
  'two figures are one': (text, pick) =>
    replaced(text, /(?<=\n)\d+\n\n\d+(?=\n)/g, { pick, by: (found) => found.replace('\n\n', '') }),
  'a row is lost': (text, pick) => replaced(text, rowLines, { pick, by: () => '' }),
  'a table is lost': (text, pick) => {
    const tables = [...text.matchAll(/^[ \u3000]*[二三四]、(?!上年|结转|本年).*$/gm)].map(({ index }) => index);
    const start = tables[pick % tables.length] ?? 0;
    const end = text.slice(start).search(/\n[ \u3000]*[三四五]、(?!本年|结转)/);
    return end < 0 ? text : text.slice(0, text.indexOf('\n', start)) + text.slice(start + end);
  },
  'a label is lost': (text, pick) => replaced(text, labelLine, { pick, by: () => '' }),
  'a character of a label is garbled': (text, pick) =>
    replaced(text, labelLine, {
      pick,
      by: (found) => garbled(found, pick % found.length),
    }),
  'the document stops inside the tables': (text, pick) => {
    const start = text.indexOf('第二十条第');
    return text.slice(0, start + (pick % (text.indexOf('五、存在') - start)));
  },
};
