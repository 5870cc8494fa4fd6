import type { Bilingual } from '../record/bilingual.ts';
import type { VersionHead } from '../record/version-head.ts';

/** What must be known of figures of an answer to read them rightly; stands in `extensions.notices` of every answer with such figures. */
export const notices = {
  SUM_OF_UNKNOWN_SCOPE: {
    fields: ['Aggregate.sum', 'Aggregate.pooled'],
    message: {
      zh: '合计中部分报告的统计范围(本机关、本级或全辖区)未知。按所在地和机关性质,所计报告互不包含;但合计包括哪些机关的数字、有无重复不完全清楚,见 Aggregate.cover。',
      en: 'Of some reports in the sum it is not known whose figures they give: their own organ’s, their level’s or their whole area’s. By place and kind of organ none counts what another counts, but whose figures the sum has, and whether any twice, is not wholly known: see Aggregate.cover.',
    },
  },
  SUM_REFUSED: {
    fields: ['Aggregate.sum', 'Aggregate.pooled'],
    message: {
      zh: '未予合计:不能确定一份报告是否已计入其他报告的数字。原因及可行的查询见 Aggregate.cover.refusals。',
      en: 'Not added up: it is not certain whether a report counts figures of others. Why, and a query that works, is in Aggregate.cover.refusals.',
    },
  },
  RATE_REFUSED: {
    fields: ['Aggregate.pooled'],
    message: {
      zh: '未予合并计算比率:有辖区未导入该年度的人口或机关数,或所计报告的辖区相同或互相包含。缺少分母的报告数见 Aggregate.gaps。',
      en: 'The rates are not pooled: of a territory no denominator of the year is imported, or the territories of two reports are one or lie in each other. How many lack one is in Aggregate.gaps.',
    },
  },
  RANKED_SCOPES_DIFFER: {
    fields: ['Aggregate.ranking', 'Aggregate.rank', 'Query.reports'],
    message: {
      zh: '所排报告的统计范围不同或未知:全辖区的数字与单个机关的数字不可直接比较。用参数 scope 只排同一范围的报告。',
      en: 'The ranked reports give the figures of different or unknown scopes: those of a whole area do not compare with those of one organ. The argument scope ranks those of one alone.',
    },
  },
  SEARCH_UNFINISHED: {
    fields: ['Query.search'],
    message: {
      zh: '尚有报告未检索(见 coverage.left):没有命中不表示其中没有。过 coverage.askAfterMilliseconds 毫秒再查。',
      en: 'Some reports have not been searched yet, see coverage.left: that nothing was found in them does not say that nothing is there. Ask again after coverage.askAfterMilliseconds.',
    },
  },
  SEARCH_NOT_INDEXED: {
    fields: ['Query.search'],
    message: {
      zh: '此处没有全文索引,只逐份检索了一部分报告(见 coverage):没有命中不表示其余报告中没有。请向该省自己的接口查询,或缩小到一个机关。',
      en: 'There is no index of texts here, and only some reports were read one by one, see coverage: that nothing was found does not say that nothing is in the others. Ask the API of their province, or for one agency.',
    },
  },
} as const satisfies Record<string, Notice>;

export type NoticeCode = keyof typeof notices;

interface Notice {
  /** Fields whose values it is about. */
  readonly fields: readonly string[];
  readonly message: Bilingual;
}

/** Whether reports may be ranked by their figures as they are: all give figures of one known scope, or there is but one. */
export function areAlike(reports: readonly Pick<VersionHead, 'scope'>[]): boolean {
  const scopes = new Set(reports.map(({ scope = 'unknown' }) => scope));
  return reports.length < 2 || (scopes.size === 1 && !scopes.has('unknown'));
}
