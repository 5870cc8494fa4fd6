import { builder } from './builder.ts';

builder.objectType('Bilingual', {
  description: 'The same words for a Chinese and an English reader (中英文).',
  fields: (t) => ({
    zh: t.exposeString('zh', { description: 'In Chinese (中文).' }),
    en: t.exposeString('en', { description: 'In English (英文).' }),
  }),
});
