import { builder } from './builder.ts';

builder.objectType('Reason', {
  description: 'Why a document was rejected (退回原因): what happened and what its sender can do.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name of the reason, such as no-report (原因代码).' }),
    message: t.field({
      type: 'Bilingual',
      description: 'The reason in words (说明).',
      resolve: ({ message }) => message,
    }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'What of the document it speaks of, such as the link of attachment-only (具体内容).',
    }),
  }),
});
