import type { TableKey } from '../forms/form.ts';
import { builder } from './builder.ts';

export const TableKeyEnum = builder.enumType('TableKey', {
  description: 'The statutory tables of forms 2019 and 2021 (法定表格).',
  values: {
    proactiveDisclosure: {
      value: 'proactiveDisclosure',
      description: 'Table 二, proactive disclosure by the items of art. 20 of the Regulations (主动公开政府信息情况).',
    },
    applications: {
      value: 'applications',
      description:
        'Table 三, applications received and handled, by applicant and result (收到和处理政府信息公开申请情况).',
    },
    reviewAndLitigation: {
      value: 'reviewAndLitigation',
      description: 'Table 四, administrative reconsideration and litigation by result (行政复议、行政诉讼情况).',
    },
  } as const satisfies Record<TableKey, unknown>,
});
