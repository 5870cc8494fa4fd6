import { applicationChannels, disclosureChannels } from './disclosure-channels.ts';
import type { IndicatorPhrase } from './indicator-phrase.ts';

/** How reports word the figures of `indicators.ts` in sentences. Of the phrases that fit a figure the first counts. */

const pieces = ['条次', '条', '件次', '件', '项', '篇次', '篇', '份', '则', '次'];
const cases = ['件次', '件', '起', '宗', '例', '份', '次', '个', '条'];
const occasions = ['场次', '人次', '次', '场', '期', '个', '班', '起', '件'];
const people = ['人次', '人', '名', '位'];

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
const oneAccountOrColumn = ['“', '"', '栏目', '专栏', '专题', '专区', '领域', '公报室'];

const disclosed = { home: ['proactiveDisclosure'], notIn: ['keyAreas'] } as const;
const disclosureVerbs = ['主动公开', '公开', '发布', '推送', '公布', '刊发', '刊登', '更新', '公开发布', '发布公开'];
const disclosureNouns = ['政府信息', '政务信息', '信息', '信息公开', '信息发布', '政府信息公开'];
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
  const full = { ...common, without: oneAccountOrColumn, of: ['proactive.total'] };
  return [
    { ...full, verbs: disclosureVerbs, nouns: disclosureNouns, needs: 'nothing' },
    { ...full, nouns: ['信息发布', '信息公开', '政府信息公开'], needs: 'nothing' },
    {
      ...common,
      nouns: shortNouns.flatMap((noun) => [noun, ...disclosureVerbs.map((verb) => noun + verb)]),
      without: oneAccountOrColumn,
      needs: 'lead',
      of: anyDisclosure,
    },
  ];
};

const proactive: readonly IndicatorPhrase[] = [
  ...channel('proactive.otherChannels', ['other'], disclosureChannels.other ?? []),
  ...channel('proactive.weiboAndWechat', ['weibo', 'wechat'], ['微信', '微博', '微信平台', '微信公众号']),
  ...channel('proactive.website', ['website'], ['网站', '门户网站']),
  ...channel('proactive.weibo', ['weibo'], ['微博', '微博平台']),
  ...channel('proactive.wechat', ['wechat'], ['微信', '微信公众号', '微信公众平台', '微信平台']),
  ...channel('proactive.gazette', ['gazette'], ['公报']),
  ...channel('proactive.app', ['app'], ['客户端', 'APP', 'app']),
  {
    keys: ['proactive.total'],
    verbs: ['主动公开', '主动公开发布', '主动向社会公开'],
    nouns: ['政府信息', '政务信息', '信息', '政府信息公开', '文件'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'nothing',
  },
  {
    keys: ['proactive.total'],
    verbs: ['累计公开', '共公开', '共计公开', '总计公开', '全年公开', '累计发布', '共发布'],
    nouns: ['政府信息', '政务信息'],
    units: pieces,
    without: partOfDisclosure,
    ...disclosed,
    needs: 'nothing',
  },
  {
    keys: ['proactive.total'],
    nouns: ['主动公开政府信息', '主动公开信息', '信息主动公开'],
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

const response: readonly IndicatorPhrase[] = [
  {
    keys: ['response.hotTopics'],
    verbs: ['回应', '处置回应', '回复'],
    nouns: [
      '公众关注热点或重大舆情',
      '公众关注热点和重大舆情',
      '公众关注热点及重大舆情',
      '公众关注热点',
      '社会关注热点',
      '热点问题',
      '重大舆情',
      '热点舆情',
    ],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.pressConferences'],
    verbs: ['举办', '召开', '组织召开', '参加', '举行', '参加或举办', '组织', '开展', '组织举办'],
    nouns: ['新闻发布会', '新闻发布活动', '政策例行吹风会和新闻发布会', '新闻通气会和新闻发布会'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.interviews'],
    verbs: ['举办', '开展', '参与', '参加', '组织', '组织开展', '举行', '进行', '制作', '发布', '完成'],
    nouns: ['在线访谈', '政府网站在线访谈', '网上在线访谈', '网站在线访谈', '网络在线访谈', '在线访谈活动'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.interpretations'],
    verbs: ['发布', '公开', '制作', '刊发', '推送', '制作发布', '发布各类', '撰写'],
    nouns: [
      '政策解读稿件',
      '政策解读材料',
      '政策解读信息',
      '政策文件解读',
      '政策解读',
      '解读材料',
      '解读稿件',
      '解读信息',
    ],
    units: pieces,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.socialMediaReplies'],
    nouns: ['微博微信回应事件', '微博、微信回应事件', '微信微博回应事件'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
];

const arrivals = [
  'applications.received',
  'applications.receivedInPerson',
  'applications.receivedByFax',
  'applications.receivedOnline',
  'applications.receivedByLetter',
];
const closings = ['applications.closed', 'applications.closedOnTime', 'applications.closedExtended'];
const answers = [
  'applications.granted',
  'applications.partlyGranted',
  'applications.refused',
  'applications.notHeld',
  'applications.notExisting',
  'applications.alreadyPublic',
  'applications.corrected',
  'applications.redirected',
  'applications.unavailable',
  'applications.notProcessed',
  'applications.otherwise',
];
const applicants = ['applications.naturalPersons', 'applications.organizations'];
const application = [
  '依申请公开政府信息申请件',
  '依申请公开政府信息申请',
  '依申请公开政府信息',
  '依申请公开信息',
  '依申请公开申请件',
  '依申请公开申请',
  '依申请公开事项',
  '依申请公开件',
  '依申请公开',
  '依申请信息公开',
  '政府信息公开申请件',
  '政府信息公开申请事项',
  '政府信息公开申请书',
  '政府信息公开申请',
  '信息公开申请件',
  '信息公开申请',
  '政务公开申请',
  '公开政府信息申请',
  '公开政府信息的申请',
  '申请公开政府信息',
  '公开申请',
];
const applicationSection = { units: cases, home: ['applications'] } as const;

/** 网络申请1件, as part of the applications received or beside another channel. */
const arrival = (key: string, are: string, words: readonly string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) =>
    ['', '申请', '提交', '提出', '方式', '渠道', '形式', '收到'].flatMap((act) => [
      `${word}${act}`,
      `${word}${act}申请`,
      `${word}(?:平台)?${act}的?(?:政府)?(?:信息公开|公开)?申请`,
    ]),
  ),
  channels: { among: applicationChannels, are: [are] },
  needs: 'lead',
  of: arrivals,
});

/** 同意公开3件: an answer among all applications; as part of those closed on time alone it is no total. */
const answer = (key: string, ...words: string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) => [word, `${word}答复`, `${word}类`]).map((noun) => `(?<![或和及与]|.、)${noun}`),
  needs: 'lead',
  of: ['applications.received', 'applications.closed', ...answers],
});

/** 自然人申请215件, among the applications received or beside another kind of applicant. */
const applicant = (key: string, ...words: string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) => [
    word,
    `${word}的?申请`,
    `${word}(?:提出|提交|申请)的?(?:政府)?(?:信息公开)?(?:申请)?`,
  ]),
  needs: 'lead',
  of: ['applications.received', ...applicants],
});

const applications: readonly IndicatorPhrase[] = [
  {
    ...applicationSection,
    keys: ['applications.carriedForward'],
    nouns: [
      '结转下年度?(?:继续)?(?:办理|处理)?',
      '结转至?(?:下一年度?|次年|明年)(?:继续)?(?:办理|处理)?',
      '结转到下一?年度?(?:继续)?(?:办理|处理)?',
    ],
    needs: 'topic',
    of: [...arrivals, ...closings, ...answers, 'applications.carriedOver'],
  },
  {
    ...applicationSection,
    keys: ['applications.carriedOver'],
    nouns: [
      '(?:上年|上年度|上一年|上一年度|去年)结转(?:的)?(?:政府信息公开申请|依申请公开申请|申请|办理)?',
      '结转(?:上年|上年度|上一年|上一年度)(?:的)?(?:政府信息公开申请|申请)?',
    ],
    needs: 'topic',
    of: [...arrivals],
  },
  {
    ...applicationSection,
    keys: ['applications.received', 'applications.closed'],
    verbs: [
      '受理并办结',
      '收到并办结',
      '受理办结',
      '受理并答复',
      '收到并答复',
      '受理、办结',
      '接收并办结',
      '收到且办结',
    ],
    gap: 8,
    nouns: application,
    needs: 'nothing',
  },
  arrival('applications.receivedOnline', 'online', ['网络', '网上', '在线', '网站', '门户网站', '互联网']),
  arrival('applications.receivedByLetter', 'letter', ['信函', '邮寄', '快递', '信件', '信函邮寄', '快递信函']),
  arrival('applications.receivedInPerson', 'inPerson', ['当面', '现场', '窗口', '上门', '当面递交', '现场递交']),
  arrival('applications.receivedByFax', 'fax', ['传真']),
  {
    ...applicationSection,
    keys: ['applications.closedExtended'],
    nouns: ['延期', '延时', '延长期限', '延期答复'].flatMap((word) => [`${word}办结`, `${word}答复`, `${word}办理`]),
    needs: 'lead',
    of: [...arrivals, ...closings],
  },
  {
    ...applicationSection,
    keys: ['applications.closedExtended'],
    nouns: ['依申请公开(?:申请)?(?:件)?(?:延期|延时)办结'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closedOnTime'],
    nouns: ['按时', '按期', '如期', '按时限'].flatMap((word) => [`${word}办结`, `${word}答复`, `${word}办理`]),
    needs: 'lead',
    of: [...arrivals, ...closings],
  },
  {
    ...applicationSection,
    keys: ['applications.closedOnTime'],
    nouns: ['依申请公开(?:申请)?(?:件)?(?:按时|按期)办结'],
    needs: 'nothing',
  },
  answer('applications.partlyGranted', '同意部分公开', '部分公开', '予以部分公开', '部分予以公开'),
  answer('applications.refused', '不同意公开', '不予公开', '否决公开', '决定不予公开'),
  answer('applications.granted', '(?<![不未])同意公开', '(?<![不未部分])予以公开', '决定公开', '准予公开', '全部公开'),
  answer('applications.alreadyPublic', '属于已主动公开范围', '已主动公开', '已主动公开范围', '属于主动公开范围'),
  answer(
    'applications.notHeld',
    '不属于本行政机关公开',
    '非本单位政府信息',
    '非本机关政府信息',
    '不属于本机关公开',
    '不属于本行政机关掌握',
    '非本机关掌握',
    '本机关不掌握相关政府信息',
    '不掌握相关政府信息',
  ),
  answer('applications.notExisting', '申请信息不存在', '信息不存在', '政府信息不存在'),
  answer('applications.corrected', '告知作出更改补充', '作出更改补充', '告知补正', '告知更改补充'),
  answer('applications.redirected', '告知通过其他途径办理', '通过其他途径办理'),
  {
    ...answer('applications.unavailable', '无法提供', '无法提供相关信息'),
    // 因本机关不掌握无法提供94件 is one of its kinds.
    without: ['不掌握', '没有现成', '另行制作', '不明确'],
  },
  answer('applications.notProcessed', '不予处理'),
  answer('applications.otherwise', '其他处理', '其它处理', '作其他处理', '其他处理情形'),
  applicant('applications.naturalPersons', '自然人', '公民'),
  applicant(
    'applications.organizations',
    '法人或其他组织',
    '法人或者其他组织',
    '法人和其他组织',
    '法人及其他组织',
    '法人、其他组织',
  ),
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '受理', '接收', '接到', '收悉', '新收', '新增', '共收', '接受'],
    gap: 20,
    nouns: application,
    without: ['办理结果', '复议', '诉讼', '咨询'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '受理', '接收', '接到', '新收'],
    gap: 8,
    nouns: ['申请', '申请件'],
    without: ['复议', '诉讼', '许可', '登记', '审批'],
    needs: 'lead',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '新收', '受理', '接收'],
    nouns: ['申请中'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    verbs: ['办结', '答复'],
    nouns: ['申请中'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['新收'],
    nouns: ['申请', '申请件'],
    without: ['复议', '诉讼', '许可', '登记', '审批', '仲裁'],
    needs: 'topicBefore',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    nouns: ['(?:本年)?新收政府信息公开申请', '收到政府信息公开申请'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    verbs: [
      '(?<![按延][时期]|如期|并)办结',
      '(?<![按延][时期]|如期)办理完毕',
      '(?<![按延][时期]|如期|并|公开)答复',
      '已办理答复',
    ],
    gap: 8,
    nouns: application,
    needs: 'nothing',
    of: arrivals,
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    nouns: ['(?<![按延][时期]|如期)(?:已|均已|全部)?(?:办结|依法答复|办理完毕|答复)'],
    without: ['公开', '信访', '信件', '咨询', '热线', '复议', '诉讼', '提案', '建议'],
    needs: 'lead',
    of: [...arrivals, 'applications.carriedOver'],
  },
];

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
    outcome('corrected', '纠正', '纠错', '结果纠正', '被纠正', '被依法纠错', '被纠错', '予以纠正'),
    outcome('other', '其他结果', '其他', '其他情形'),
    outcome('pending', '尚未审结', '未审结', '正在审理', '正在办理'),
  ];
};

const reviewAndLitigation: readonly IndicatorPhrase[] = [
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
    nouns: ['未经复议直接(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:案)?'],
    needs: 'lead',
    of: [...figuresOf('litigation'), ...figuresOf('reconsideration'), ...litigationGroups],
  },
  {
    ...disputes,
    keys: ['litigation.afterReconsideration'],
    nouns: ['(?:经)?复议后(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:案)?'],
    needs: 'lead',
    of: [...figuresOf('litigation'), ...figuresOf('reconsideration'), ...litigationGroups],
  },
  ...outcomes('reconsideration'),
  ...outcomes('litigation'),
  {
    ...disputes,
    keys: ['complaints.total'],
    nouns: ['(?:举报投诉|投诉举报|举报|投诉)'],
    verbs: ['收到', '受理', '接到'],
    gap: 12,
    without: ['热线', '信访', '12345'],
    needs: 'topic',
  },
];

const proposals: readonly IndicatorPhrase[] = [
  {
    keys: ['proposals.deputies'],
    verbs: ['办理', '承办', '答复', '办结', '收到', '公开'],
    gap: 6,
    nouns: ['人大代表建议', '人大代表意见建议', '人大建议', '代表建议', '人大代表议案建议'],
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

const organization: readonly IndicatorPhrase[] = [
  {
    keys: ['fees.collected'],
    verbs: ['收取', '收缴', '共收'],
    gap: 12,
    nouns: ['费用', '检索费', '复制费', '邮寄费', '信息处理费', '信息公开处理费', '成本费'],
    units: ['元'],
    without: ['减免', '行政事业性'],
    home: ['fees'],
    needs: 'topic',
  },
  {
    keys: ['organization.readingPoints'],
    verbs: ['设置', '设立', '建立', '建成', '设有', '开设', '共有'],
    gap: 10,
    nouns: ['信息公开查阅点', '信息查阅点', '查阅点', '信息查阅场所', '信息公开查阅场所', '查阅场所', '查阅中心'],
    units: ['个', '处'],
    home: ['organization'],
    needs: 'topic',
  },
  {
    keys: ['organization.fullTimeStaff'],
    nouns: ['(?<!兼)专职(?:工作)?人员', '专职'],
    units: people,
    home: ['organization'],
    needs: 'lead',
    of: ['organization.staff', 'organization.partTimeStaff'],
  },
  {
    keys: ['organization.partTimeStaff'],
    nouns: ['(?<!专)兼职(?:工作)?人员', '兼职'],
    units: people,
    home: ['organization'],
    needs: 'lead',
    of: ['organization.staff', 'organization.fullTimeStaff'],
  },
  {
    keys: ['organization.staff'],
    nouns: ['从事(?:政府信息|政务)公开(?:工作)?(?:的)?(?:工作)?人员', '(?:政府信息|政务|信息)公开工作人员'],
    units: people,
    without: ['培训'],
    home: ['organization'],
    needs: 'nothing',
  },
  {
    keys: ['organization.staff'],
    nouns: ['专[(]?兼[)]?职(?:工作)?人员'],
    units: people,
    without: ['培训', '网站', '公报', '网格', '编制'],
    home: ['organization'],
    needs: 'topic',
  },
  {
    keys: ['meetings.total'],
    verbs: ['召开', '组织召开', '举行', '举办'],
    nouns: [
      '(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:专题|推进|联席|领导小组)?(?:会议|推进会|例会|联席会|协调会)(?:或专题会议)?',
    ],
    units: occasions,
    home: ['organization'],
    needs: 'nothing',
  },
  {
    keys: ['trainings.total'],
    verbs: ['举办', '组织', '开展', '召开', '组织开展', '组织召开', '举行', '进行'],
    gap: 6,
    nouns: ['(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:业务|专题)?培训(?:班|会|会议|活动)?', '各类培训班'],
    units: occasions,
    home: ['organization'],
    needs: 'topic',
  },
  {
    keys: ['trainings.total'],
    verbs: ['举办', '组织', '开展', '召开', '组织开展', '举行'],
    nouns: ['业务培训班', '培训班', '业务培训', '培训会', '专题培训', '培训'],
    units: occasions,
    home: ['organization'],
    needs: 'lead',
    of: ['meetings.total'],
  },
  {
    keys: ['trainings.people'],
    nouns: ['接受培训(?:人员)?', '培训(?:工作)?人员', '参训人员', '参加培训(?:人员)?', '参训', '培训'],
    units: people,
    home: ['organization'],
    needs: 'topic',
    of: ['trainings.total', 'meetings.total'],
  },
];

const documentKeys = ['documents.issued', 'documents.repealed', 'documents.inForce'];
const normativeDocuments = ['行政规范性文件', '规范性文件'];
const otherDocuments = [
  '解读',
  '清理',
  '审查',
  '审核',
  '备案',
  '转发',
  '上级',
  '国家',
  '评估',
  '征求',
  '“',
  '领域',
  '方面',
];
const documents: readonly IndicatorPhrase[] = [
  {
    keys: ['documents.inForce'],
    nouns: ['现行有效的?(?:行政)?规范性文件', '(?:行政)?规范性文件现行有效'],
    units: pieces,
    without: otherDocuments,
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: documentKeys,
  },
  {
    keys: ['documents.inForce'],
    nouns: ['现行有效'],
    units: pieces,
    home: [],
    needs: 'lead',
    of: documentKeys,
  },
  {
    keys: ['documents.repealed'],
    verbs: ['废止', '宣布废止', '废止失效', '宣布失效', '废止和宣布失效', '清理废止'],
    nouns: normativeDocuments,
    units: pieces,
    without: otherDocuments.filter((word) => word !== '清理'),
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: documentKeys,
  },
  { keys: ['documents.repealed'], nouns: ['废止'], units: pieces, home: [], needs: 'lead', of: documentKeys },
  {
    keys: ['documents.issued'],
    verbs: [
      '制发',
      '印发',
      '制定',
      '出台',
      '新制发',
      '新制定',
      '制定出台',
      '制定印发',
      '制定发布',
      '新出台',
      '制发公开',
      '制定并公开',
      '制作',
      '新制作',
    ],
    nouns: normativeDocuments,
    units: pieces,
    without: [...otherDocuments, '废止', '修订', '修改'],
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: [...documentKeys, 'proactive.total'],
  },
];

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
    { ...common, nouns: [matter], without, needs: 'lead', of: decisionKeys },
  ];
};
const decisions: readonly IndicatorPhrase[] = [
  ...decision('decisions.licensing', '行政许可'),
  ...decision('decisions.penalties', '行政处罚'),
  ...decision('decisions.coercion', '行政强制'),
  {
    keys: ['fees.administrative'],
    nouns: ['行政事业性收费(?:总额|总金额|金额|收入|收费金额)?'],
    units: ['元'],
    without: ['项目', '目录', '减免', '降低', '公开', '处理费', '清单'],
    home: ['proactiveDisclosure'],
    needs: 'nothing',
  },
];

/** Read in this order; the first that fits a figure counts. */
export const indicatorPhrases: readonly IndicatorPhrase[] = [
  ...applications,
  ...reviewAndLitigation,
  ...proposals,
  ...response,
  ...documents,
  ...decisions,
  ...proactive,
  ...organization,
];
