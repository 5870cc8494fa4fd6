import { builder } from './builder.ts';

builder.objectType('PlanItem', {
  description: "A numbered item of a plan's body, (一)…(二十二) (条目).",
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its printed number, from 1 (编号).' }),
    section: t.exposeInt('section', { description: 'Ordinal of the section it stands in (章节序号).' }),
    title: t.exposeString('title', { description: 'Its heading as printed (标题).' }),
    text: t.exposeString('text', { description: 'Its text as printed, a paragraph a line (正文).' }),
  }),
});
