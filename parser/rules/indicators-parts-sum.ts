import { ofOneScope } from '../../schema/record/scope.ts';
import type { Rule, RuleCheck } from './rule.ts';
import {
  pick,
  type StatedFigure,
  type StatedFigures,
  statedInAnnex,
  statedInSentences,
  sumOf,
  written,
} from './stated-figures.ts';

/** A figure and the figures it is made of. */
export interface IndicatorSum {
  readonly whole: string;
  readonly parts: readonly string[];
  /**
   * `equal`: the parts are all there is, checked where all are stated.
   * `atMost`: reports name only some of them, so they may fall short of the whole but not exceed it.
   */
  readonly relation: 'equal' | 'atMost';
}

/** Relations of the indicator annex of form 2008, which sentences must keep too. */
export const indicatorSums: readonly IndicatorSum[] = [
  { whole: 'proactive.weiboAndWechat', parts: ['proactive.weibo', 'proactive.wechat'], relation: 'equal' },
  {
    whole: 'applications.received',
    parts: [
      'applications.receivedInPerson',
      'applications.receivedByFax',
      'applications.receivedOnline',
      'applications.receivedByLetter',
    ],
    relation: 'atMost',
  },
  {
    whole: 'applications.closed',
    parts: ['applications.closedOnTime', 'applications.closedExtended'],
    relation: 'equal',
  },
  {
    whole: 'applications.received',
    parts: ['applications.naturalPersons', 'applications.organizations'],
    relation: 'atMost',
  },
  {
    whole: 'applications.closed',
    parts: [
      'applications.granted',
      'applications.partlyGranted',
      'applications.refused',
      'applications.unavailable',
      'applications.notProcessed',
      'applications.otherwise',
    ],
    relation: 'atMost',
  },
  {
    whole: 'litigation.total',
    parts: ['litigation.direct', 'litigation.afterReconsideration'],
    relation: 'atMost',
  },
  {
    whole: 'reconsideration.total',
    parts: ['reconsideration.upheld', 'reconsideration.corrected', 'reconsideration.other', 'reconsideration.pending'],
    relation: 'atMost',
  },
  {
    whole: 'litigation.total',
    parts: ['litigation.upheld', 'litigation.corrected', 'litigation.other', 'litigation.pending'],
    relation: 'atMost',
  },
  {
    whole: 'organization.staff',
    parts: ['organization.fullTimeStaff', 'organization.partTimeStaff'],
    relation: 'equal',
  },
];

function holds(relation: IndicatorSum['relation'], parts: number, whole: number): boolean {
  return relation === 'equal' ? parts === whole : parts <= whole;
}

function disagreement(whole: StatedFigure, parts: readonly StatedFigure[]): RuleCheck {
  const total = sumOf(parts);
  return {
    outcome: 'fail',
    failure: {
      cells: [whole, ...parts].map(({ path }) => path),
      expected: total,
      actual: whole.value,
      message: {
        zh: `${written(parts, 'zh')} = ${total},而${written([whole], 'zh')}。`,
        en: `${written(parts, 'en')} = ${total}, but ${written([whole], 'en')}.`,
      },
    },
  };
}

/** Empty where the whole or a part that the relation needs is not stated: there is then nothing to hold together. */
function check(sum: IndicatorSum, figures: StatedFigures): RuleCheck[] {
  const whole = figures.get(sum.whole);
  const parts = pick(figures, sum.parts);
  const needed = sum.relation === 'equal' ? sum.parts.length : 1;
  if (whole === undefined || parts.length < needed) return [];
  if ([whole, ...parts].some(({ approximate }) => approximate)) {
    const why = { zh: `${whole.name.zh}:只写约数。`, en: `${whole.name.en}: round figures only.` };
    return [{ outcome: 'notApplicable', why }];
  }
  if (!ofOneScope([whole, ...parts].map(({ scope }) => scope))) {
    const why = {
      zh: `${whole.name.zh}:各数字的统计范围不同。`,
      en: `${whole.name.en}: the figures are of different scopes.`,
    };
    return [{ outcome: 'notApplicable', why }];
  }
  return holds(sum.relation, sumOf(parts), whole.value) ? [{ outcome: 'pass' }] : [disagreement(whole, parts)];
}

/**
 * Figures stated as parts of another add up to it, within the sentences and within the annex.
 * A warning, not an error: two sentences may count by different rules. `expected` is the sum, `actual` the stated whole.
 */
export const indicatorsPartsSum: Rule = {
  id: 'indicators.parts-sum',
  title: { zh: '分项之和与所述总数相符', en: 'Stated parts agree with the stated whole' },
  severity: 'warning',
  source: { zh: '《政府信息公开情况统计表》指标关系', en: 'Relations of the indicator annex' },
  check: (record) =>
    [statedInSentences(record), statedInAnnex(record)].flatMap((figures) =>
      indicatorSums.flatMap((sum) => check(sum, figures)),
    ),
  examples: {
    passing: {
      about: { zh: '两个渠道各51条、1640条,合计1691条', en: '51 and 1640 in two channels, 1691 together' },
      form: '2008',
      year: 2018,
      sections: {
        overview: '政务微博发布信息51条,微信公众平台发布信息1640条。',
        proactiveDisclosure: '通过政务微博、微信公众平台公开政府信息1691条。',
      },
    },
    failing: {
      about: { zh: '贡井区2018年:51与1647,合计却作1691', en: 'Gongjing 2018: 51 and 1647, but 1691 together' },
      form: '2008',
      year: 2018,
      sections: {
        overview: '政务微博发布信息51条,微信公众平台发布信息1647条。',
        proactiveDisclosure: '通过政务微博、微信公众平台公开政府信息1691条。',
      },
    },
  },
};
