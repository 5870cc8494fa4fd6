import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { cases } from './units.ts';

/** Proposals of people’s congresses and consultative conferences. */
export const proposals: readonly IndicatorPhrase[] = [
  {
    keys: ['proposals.deputies'],
    verbs: ['办理', '承办', '答复', '办结', '收到', '公开'],
    gap: 12,
    nouns: ['人大代表建议', '人大代表意见建议', '人大建议', '代表建议', '人大代表(?:议案、?建议|建议、?议案)'],
    units: cases,
    without: ['提案'],
    home: ['proposals'],
    needs: 'nothing',
  },
  {
    keys: ['proposals.cppcc'],
    verbs: ['办理', '承办', '答复', '办结', '收到', '公开'],
    gap: 6,
    nouns: ['政协委员提案', '政协提案', '委员提案'],
    units: cases,
    without: ['建议'],
    home: ['proposals'],
    needs: 'nothing',
  },
  {
    keys: ['proposals.cppcc'],
    nouns: ['政协委员提案', '政协提案', '委员提案', '提案'],
    units: cases,
    without: ['建议'],
    home: [],
    needs: 'lead',
    of: ['proposals.deputies'],
  },
  {
    keys: ['proposals.deputies'],
    nouns: ['人大代表建议', '人大建议', '代表建议', '建议'],
    units: cases,
    without: ['提案'],
    home: [],
    needs: 'lead',
    of: ['proposals.cppcc'],
  },
];
