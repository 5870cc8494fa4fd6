import type { AbsencePhrase } from './indicator-phrase.ts';

/** Words that say there was none. */
export const absenceWords: readonly string[] = [
  '未发生',
  '没有发生',
  '无发生',
  '未收到',
  '没有收到',
  '没收到',
  '未接到',
  '未受理',
  '不存在',
  '未存在',
  '未出现',
  '没有出现',
  '未产生',
  '未引发',
  '未被',
  '未因',
  '未有',
  '没有',
  '尚无',
  '均无',
  '暂无',
  '(?<![有])无(?!正当|法|关|误|条件|偿|障碍|理|需|纸|缝|人|一例外)',
  '未收取',
  '未收费',
  '未向',
  '未对',
  '无人因',
  '(?<![\\d.])0(?:[件起宗例次元]|$)',
  '[为是]零',
  '零[件起宗例次元]',
];

const outcomesOfDisputes = [
  '纠',
  '败诉',
  '维持',
  '撤销',
  '变更',
  '责任',
  '逾期',
  '超期',
  '追究',
  '确认违法',
  '审结',
  '差错',
  '重大',
  '其[他它]',
];

/** What a sentence says to be left out of none: 除上述申请外,未收到…. */
export const exception = '除[^,]{1,20}外';

/** What a clause of absence speaks of. One clause can deny several. */
export const absencePhrases: readonly AbsencePhrase[] = [
  {
    keys: ['reconsideration.total'],
    nouns: ['行政复议', '复议'],
    home: ['reviewAndLitigation'],
    needs: 'topic',
    without: outcomesOfDisputes,
  },
  {
    keys: ['litigation.total'],
    nouns: ['行政诉讼', '诉讼'],
    home: ['reviewAndLitigation'],
    needs: 'topic',
    without: outcomesOfDisputes,
  },
  {
    keys: ['applications.received'],
    nouns: [
      '(?:依申请公开|信息公开|政务公开)(?:的)?(?:政府信息)?(?:申请|件)',
      '依申请公开(?:事项)?(?:$|情况)',
      '公开政府信息的?申请',
      '(?:申请|要求)公开政府信息',
      '提出的公开申请',
    ],
    home: ['applications'],
    needs: 'nothing',
    without: [
      ...['复议', '诉讼', '投诉', '举报', '费', '逾期', '超期', '结转', '不予', '引发', '引起', '待办', '未办结'],
      // No other application, or none of a kind or an applicant, is not none at all.
      ...['企业', '自然人(?![、和及与或])', '个人', '媒体', '律师'],
      ...[
        '其[他它](?!组织)',
        '另外',
        '(?<!任何|任意|各种|各类)(?:形式|方式|渠道|途径)',
        '书面',
        '信函',
        '当面',
        '网络',
        '网上',
        '传真',
        '邮[寄件]',
      ],
    ],
  },
  {
    // 本年度没有收到申请, 申请数量为零
    keys: ['applications.received'],
    nouns: ['(?:收到|接到|受理)(?:任何)?申请$', '^申请(?:数量|总数|件数|量)'],
    home: ['applications'],
    needs: 'topic',
    without: ['复议', '诉讼', '许可', '其[他它]'],
  },
  {
    keys: ['applications.carriedForward'],
    nouns: ['结转(?:至|到)?(?:下|明|次)一?年'],
    home: ['applications'],
    needs: 'topic',
    without: ['复议', '诉讼'],
  },
  {
    keys: ['applications.carriedOver'],
    nouns: ['(?:上|去)一?年度?(?:没有|无)?结转'],
    home: ['applications'],
    needs: 'topic',
    without: ['复议', '诉讼'],
  },
  {
    keys: ['complaints.total'],
    nouns: ['举报', '投诉'],
    home: ['reviewAndLitigation'],
    needs: 'topic',
    without: [...outcomesOfDisputes, '电话', '热线', '信访', '渠道', '制度', '12345'],
  },
  {
    keys: ['fees.collected'],
    nouns: ['收取.{0,12}费', '收费', '费用'],
    home: ['fees'],
    needs: 'topic',
    without: ['其[他它]', '违规', '乱收费', '行政事业性', '标准', '投诉', '(?<!收[取费].{0,6})减免', '免收'],
  },
];
