import { builder } from './builder.ts';

builder.objectType('ForwardedDocument', {
  description: 'The document that a work plan passes on (转发文件).',
  fields: (t) => ({
    issuer: t.exposeString('issuer', {
      nullable: true,
      description: 'Who issued it (发文机关); null where it is not said.',
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Its title as printed (标题); null where it is not said.',
    }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description: 'Its document number as printed, such as 川办发〔2021〕16号 (文号); null where it is not said.',
    }),
    issuedOn: t.exposeString('issuedOn', {
      nullable: true,
      description: 'ISO date of issue (成文日期); null where it is not said.',
    }),
  }),
});
