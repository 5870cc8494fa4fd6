import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { cases } from './units.ts';

const disputes = { units: cases, home: ['reviewAndLitigation'] } as const;
const figuresOf = (group: string): string[] =>
  ['total', 'upheld', 'corrected', 'other', 'pending'].map((key) => `${group}.${key}`);
const litigationGroups = ['litigation.direct', 'litigation.afterReconsideration'];
const outcomes = (group: string): IndicatorPhrase[] => {
  const of = figuresOf(group);
  const outcome = (key: string, ...nouns: string[]): IndicatorPhrase => ({
    units: cases,
    keys: [`${group}.${key}`],
    nouns,
    home: [],
    needs: 'lead',
    of,
  });
  return [
    outcome('upheld', '维持', '结果维持', '予以维持', '驳回', '维持或驳回', '驳回原告诉讼请求', '维持具体行政行为'),
    outcome(
      'corrected',
      '纠正',
      '纠错',
      '结果纠正',
      '被纠正',
      '被依法纠错',
      '被纠错',
      '予以纠正',
      '(?:被|予以)?撤销',
      '(?:被|予以)?变更',
      '责令(?:重新)?(?:答复|履行)',
    ),
    outcome('other', '其他结果', '其他', '其他情形'),
    outcome('pending', '尚未审结', '未审结', '正在审理', '正在办理'),
  ];
};

/** Administrative reconsideration and litigation, by outcome. */
export const reviewAndLitigation: readonly IndicatorPhrase[] = [
  {
    ...disputes,
    keys: ['reconsideration.total'],
    nouns: ['(?<![或与和及、])(?:被申请|被提起|申请|提起|引发|发生)?(?:的)?行政复议(?:申请|案)?'],
    verbs: ['收到', '办理', '受理', '被申请', '被提起', '发生', '引发', ''],
    gap: 20,
    without: ['诉讼'],
    needs: 'topicBefore',
  },
  {
    ...disputes,
    keys: ['litigation.total'],
    verbs: ['收到', '办理', '应诉', '被提起', '发生', '引发', '涉及', ''],
    gap: 20,
    nouns: ['(?:被提起|提起|引发|发生)?(?:的)?行政诉讼(?:案|应诉)?'],
    without: ['复议'],
    needs: 'topicBefore',
    of: figuresOf('reconsideration'),
  },
  {
    ...disputes,
    keys: ['litigation.direct'],
    nouns: ['未经复议直接(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:行政诉讼)?(?:案)?'],
    needs: 'lead',
    of: [...figuresOf('litigation'), ...figuresOf('reconsideration'), ...litigationGroups],
  },
  {
    ...disputes,
    keys: ['litigation.afterReconsideration'],
    nouns: ['(?:经)?复议后(?:又|再|仍)?(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:行政诉讼)?(?:案)?'],
    needs: 'lead',
    of: [...figuresOf('litigation'), ...figuresOf('reconsideration'), ...litigationGroups],
  },
  ...outcomes('reconsideration'),
  ...outcomes('litigation'),
  {
    ...disputes,
    keys: ['complaints.total'],
    nouns: ['(?:举报投诉|投诉举报|举报|投诉)'],
    verbs: ['收到', '受理', '接到', '信息公开(?:类|方面|工作)?'],
    gap: 12,
    without: ['热线', '信访', '12345'],
    needs: 'topic',
  },
];
