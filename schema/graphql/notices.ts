import type { Bilingual } from '../record/bilingual.ts';

/** What must be known of figures of an answer to read them rightly; stands in `extensions.notices` of every answer with such figures. */
export const notices = {
  SUM_OF_UNKNOWN_SCOPE: {
    fields: ['Aggregate.sum', 'Aggregate.pooled'],
    message: {
      zh: '合计按报告逐份相加。各报告的统计范围(本机关、本级或全辖区)尚未区分:全辖区报告与其所含机关的报告可能同时计入,数字可能重复计算。',
      en: 'Sums add reports up one by one. What a report covers (its own organ, its level of government, its whole area) is not known yet: a report on a whole and the reports of its parts may both be in the sum, which then counts some figures twice.',
    },
  },
} as const satisfies Record<string, Notice>;

export type NoticeCode = keyof typeof notices;

interface Notice {
  /** Fields whose values it is about. */
  readonly fields: readonly string[];
  readonly message: Bilingual;
}
