import type { Kind } from '../report.ts';
import { builder } from './builder.ts';

const kinds = {
  annualReport: {
    value: 'annual-report',
    description:
      'Annual report on open government information (政府信息公开工作年度报告; Regulations 2019, art. 49 and 50).',
  },
  workPlan: {
    value: 'work-plan',
    description: 'What an office tells others to disclose, who answers for it and until when (政务公开工作要点).',
  },
  unrecognised: { value: 'unrecognised', description: 'Neither of them (未识别).' },
} as const satisfies Record<string, { value: Kind; description: string }>;

export const KindEnum = builder.enumType('Kind', { description: 'Kind of a document (文件类型).', values: kinds });
