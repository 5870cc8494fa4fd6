import { disclosureChannels } from '../disclosure-channels.ts';
import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { pieces } from './units.ts';

/** A part of the agency's work, or one channel: its figure is not the whole. */
const partOfDisclosure = [
  '领域',
  '方面',
  '栏目',
  '专栏',
  '专题',
  '专区',
  '目录',
  '依申请',
  ...Object.values(disclosureChannels).flat(),
];
/** One account or column of a channel, or what was sent to somebody else's. */
const notTheChannel = ['“', '"', '栏目', '专栏', '专题', '专区', '领域', '公报室', '报送', '上报'];

const disclosed = { home: ['proactiveDisclosure'], notIn: ['keyAreas'] } as const;
const disclosureVerbs = [
  '主动公开',
  '公开',
  '发布',
  '推送',
  '公布',
  '刊发',
  '刊登',
  '更新',
  '公开发布',
  '发布公开',
  '登载',
  '刊载',
  '编发',
];
const disclosureNouns = [
  ...['政府信息', '政务信息', '信息', '信息公开', '信息发布', '政府信息公开', '消息', '图文消息', '图文信息', '博文'],
  ...['网站信息', '微博信息', '微信信息', '政务微博信息', '政务微信信息'],
];
const anyDisclosure = [
  'proactive.total',
  'proactive.website',
  'proactive.gazette',
  'proactive.weibo',
  'proactive.wechat',
  'proactive.weiboAndWechat',
  'proactive.app',
  'proactive.otherChannels',
  'proactive.normativeDocuments',
];

/** 通过政府网站公开政府信息4344条, and where the figure before is one of disclosure the short form 政务微信772条. */
const channel = (key: string, are: readonly string[], shortNouns: readonly string[]): IndicatorPhrase[] => {
  const common = { ...disclosed, keys: [key], units: pieces, channels: { among: disclosureChannels, are } };
  const full = { ...common, without: notTheChannel, of: ['proactive.total'] };
  return [
    { ...full, verbs: disclosureVerbs, nouns: disclosureNouns, needs: 'nothing' },
    { ...full, nouns: ['信息发布', '信息公开', '政府信息公开', '推文', '发文'], needs: 'nothing' },
    {
      ...common,
      // 网站信息总量达3.1万条 is what stands there, not what was put there in the year.
      nouns: shortNouns.flatMap((noun) => [noun, `${noun}信息`, ...disclosureVerbs.map((verb) => noun + verb)]),
      without: [...notTheChannel, '信息总[量数]', '信息存量'],
      needs: 'lead',
      of: anyDisclosure,
    },
  ];
};

/** What was disclosed, by channel. */
export const proactive: readonly IndicatorPhrase[] = [
  ...channel('proactive.otherChannels', ['other'], disclosureChannels.other ?? []),
  ...channel('proactive.weiboAndWechat', ['weibo', 'wechat'], ['微信', '微博', '微信平台', '微信公众号']),
  ...channel('proactive.website', ['website'], ['网站', '门户网站', '网上公开']),
  ...channel('proactive.weibo', ['weibo'], ['微博', '微博平台']),
  ...channel('proactive.wechat', ['wechat'], ['微信', '微信公众号', '微信公众平台', '微信平台']),
  ...channel('proactive.gazette', ['gazette'], ['公报']),
  {
    ...disclosed,
    keys: ['proactive.gazette'],
    verbs: ['刊发', '刊登', '刊载', '登载', '发布', '公开'],
    nouns: ['文件', '政府文件', '各类文件'],
    units: pieces,
    channels: { among: disclosureChannels, are: ['gazette'] },
    without: notTheChannel,
    needs: 'nothing',
    of: ['proactive.total'],
  },
  ...channel('proactive.app', ['app'], ['客户端', 'APP', 'app']),
  {
    keys: ['proactive.total'],
    verbs: ['主动公开', '主动公开发布', '主动(?:向社会|向公众|对外)公开'],
    nouns: ['政府信息', '政务信息', '信息', '政府信息公开', '文件'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'nothing',
  },
  {
    keys: ['proactive.total'],
    verbs: [
      ...['累计公开', '共公开', '共计公开', '总计公开', '全年公开', '新增公开', '累计发布', '共发布', '共更新发布'],
      '(?:对外|向社会|向公众)(?:公布|公开)',
      '通过(?:各种|各类|多种)(?:渠道|形式|方式|途径)(?:共|累计)?公开',
      '(?:本年度?|当年|年内)新公开',
      '(?:全|我|本)(?:局|镇|乡|县|区|市|委|办|院|街道|机关|单位|部门)公开',
    ],
    nouns: ['政府信息', '政务信息'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'nothing',
  },
  {
    // 全年共公开信息55条 in the section on it; elsewhere such words count a campaign's.
    keys: ['proactive.total'],
    verbs: ['累计公开', '共公开', '共计公开', '总计公开', '全年公开', '累计公布', '公布', '实际公开'],
    nouns: ['信息'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'lead',
  },
  {
    keys: ['proactive.total'],
    nouns: ['(?<!依申请)信息公开(?:数量|总量|总数|条数)', '实际主动公开'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'lead',
  },
  {
    keys: ['proactive.total'],
    nouns: ['主动公开类?(?:的)?政府信息', '主动公开类?(?:的)?信息', '信息主动公开量?'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'nothing',
  },
  {
    keys: ['proactive.normativeDocuments'],
    verbs: ['公开', '主动公开', '发布', '公布'],
    nouns: ['行政规范性文件', '规范性文件'],
    units: pieces,
    without: ['解读', '废止', '清理'],
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: ['proactive.total'],
  },
  {
    keys: ['proactive.normativeDocuments'],
    nouns: ['(?<![、和及])(?:行政)?规范性文件'],
    units: pieces,
    without: ['解读', '废止', '清理', '制定', '制发', '印发', '审查', '备案'],
    home: [],
    needs: 'lead',
    of: anyDisclosure,
  },
];
