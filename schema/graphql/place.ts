import { builder } from './builder.ts';

builder.objectType('Place', {
  description:
    'Where something was printed (出处). Counts start at 1. Copied text has no grid: there row and column are those of the statutory form.',
  fields: (t) => ({
    table: t.exposeInt('table', { description: 'Which table of the document (第几个表).' }),
    row: t.exposeInt('row', { description: 'Row of its grid, merged cells expanded (行).' }),
    column: t.exposeInt('column', { description: 'Column of its grid, merged cells expanded (列).' }),
    line: t.exposeInt('line', {
      nullable: true,
      description: 'Line of the decoded source (源文件行号); null for formats without lines.',
    }),
    offset: t.exposeInt('offset', {
      nullable: true,
      description:
        'UTF-16 units from the beginning of the decoded source, from 0 (源文件偏移); null for formats without text.',
    }),
  }),
});
