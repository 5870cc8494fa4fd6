import { builder } from './builder.ts';

builder.objectType('PageBox', {
  description: 'A rectangle on a page: points (1/72 inch) from its top left corner as seen (页面上的位置).',
  fields: (t) => ({
    left: t.exposeFloat('left', { description: 'From the left edge of the page, in points (左).' }),
    top: t.exposeFloat('top', { description: 'From the top edge of the page, in points (上).' }),
    width: t.exposeFloat('width', { description: 'Width, in points (宽).' }),
    height: t.exposeFloat('height', { description: 'Height, in points (高).' }),
  }),
});

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
    selector: t.exposeString('selector', {
      nullable: true,
      description: 'CSS selector of the element in the web page as published (网页元素选择器); null for other formats.',
    }),
    page: t.exposeInt('page', {
      nullable: true,
      description: 'Page of a PDF, from 1 (页码); null for formats without pages.',
    }),
    box: t.expose('box', {
      type: 'PageBox',
      nullable: true,
      description: 'Where on that page (页面上的位置); null for formats without pages.',
    }),
  }),
});
