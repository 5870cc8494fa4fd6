import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { cases } from './units.ts';

const decisionKeys = ['decisions.licensing', 'decisions.penalties', 'decisions.coercion'];

/** 作出行政许可决定396件; 公开行政许可决定396条 counts what was published, not what was decided. */
const decision = (key: string, matter: string): IndicatorPhrase[] => {
  const common = { keys: [key], units: cases, home: ['proactiveDisclosure'] } as const;
  const without = [
    ...['公开', '公示', '公布', '发布', '推送', '归集', '上传', '听证', '复议', '诉讼', '重大'],
    ...['领域', '系统', '方面', '部门', '支队', '大队', '专项', '行动'],
  ];
  return [
    {
      ...common,
      verbs: ['作出', '做出', '办理', '办结'],
      nouns: [`${matter}处理决定`, `${matter}决定`],
      without,
      needs: 'nothing',
    },
    { ...common, nouns: [`${matter}(?:本年)?处理决定`], without, needs: 'nothing' },
    { ...common, verbs: ['作出', '做出', '实施'], nouns: [matter], without, needs: 'nothing' },
    { ...common, home: [], nouns: [matter, `${matter}决定`], without, needs: 'lead', of: decisionKeys },
  ];
};
/** Decisions: licences, penalties, coercive measures. */
export const decisions: readonly IndicatorPhrase[] = [
  ...decision('decisions.licensing', '行政许可'),
  ...decision('decisions.penalties', '行政处罚'),
  ...decision('decisions.coercion', '行政强制'),
  {
    keys: ['fees.administrative'],
    nouns: ['行政事业性收费(?:全年|本年度?)?(?:收缴|收取)?(?:总额|总金额|金额|收入|收费金额)?'],
    units: ['元'],
    without: ['项目', '目录', '减免', '降低', '公开', '处理费', '清单'],
    home: ['proactiveDisclosure'],
    needs: 'nothing',
  },
];
