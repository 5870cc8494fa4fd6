/** Words by which a sentence says whose, when and how sure its figures are. Matched without spaces and in half-width signs. */

/** What follows is part of the figure before. */
export const partMarks: readonly string[] = ['其中', '这其中'];

/** After a figure: what follows is part of it, 在办结的303件申请中,予以公开104件. */
export const wholeMark = '^(?:的?(?:政府)?信息公开)?申请中(?:,|$)';

/** A sentence that says so goes on about applications: 从办理结果看,予以公开104件; 按申请人类型分,自然人286件. */
export const applicationCues: readonly string[] = [
  '(?:从|按照?|就)(?:申请的?)?(?:办理|处理|答复)(?:结果|情况|方式|类型|类别)(?:来|上)?(?:看|分|划分|分类|统计)',
  '(?:办理结果|办理情况|申请答复|答复)中,',
  '答复情况:',
  '依申请公开(?:办理)?(?:方面|情况|工作)[,:]',
  '(?:从|按照?|就)申请(?:人|主体|者)(?:的)?(?:类型|类别|身份|性质|情况|构成)?(?:来|上)?(?:看|分|划分|分类|统计)',
];

/** A clause without a figure that begins so belongs to the figure after it: 通过政府网站,公开信息200条. */
export const prepositions: readonly string[] = [
  '通过',
  '利用',
  '依托',
  '借助',
  '经由',
  '在',
  '围绕',
  '针对',
  '对',
  '就',
];

/** A clause that is only a time, printed before the clause that has the figure. */
export const timeClause =
  /^(?:\(?[一二三四五六七八九十\d]+[)、.])?(?:(?:截至|截止|至|到)?(?:\d{4}年度?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?)|全年|全年度|本年度|本年|今年|今年以来|一年来|年内|报告期内)(?:以来|止)?$/;

/** The clause's figure is a difference from or a comparison with another year. */
export const comparisonMarks: readonly string[] = [
  '同比',
  '环比',
  '(?<!结转)上年(?!度?结转)',
  '(?<!结转)上一年(?!度?结转)',
  '去年(?!度?结转)',
  '往年',
  '同期',
  '前年',
  '较',
  '相比',
  '增长',
  '增加',
  '增至',
  '(?<!当年|本年|年度|今年)新增(?!(?:政府)?信息公开申请|依申请|公开申请|(?:主动)?公开|行政(?:复议|诉讼))',
  '减少',
  '减至',
  '下降',
  '上升',
  '提高',
  '超出',
  '比20',
];

/** Between last year's figure and this year's: 由上年的1210条增加到1495条. */
export const risenTo =
  '^(?:增加|增长|上升|提高|提升|减少|下降|降低|回落|增|升|降|减)(?:到|至|为)(?:了)?(?:今年|本年度?)?(?:的)?$';

/** Before the former of them, after what is counted. */
export const risenFrom = '(?:已)?(?:由|从|较|比)(?:(?:上年度?|上一年度?|去年|前一年|\\d{4}年度?)(?:同期)?)?(?:的)?$';

/** The sentence speaks of what shall be, or of what is asked for. */
export const planMarks: readonly string[] = [
  '下一步',
  '下步',
  '力争',
  '争取',
  '不少于',
  '不低于',
  '原则上',
  '预计',
  '拟',
  '明年',
  '来年',
  '计划公开',
  '目标',
];

/** The clause speaks of what shall be. */
export const planClauseMarks: readonly string[] = [
  ...['将(?!近)', '计划', '要求(?!公开(?:政府)?信息)', '应当', '必?须(?!知)', '应(?:主动)?(?:公开|发布)(?!尽)', '任务'],
];

/** Opens a clause that says what were to be done in a case, not that it was so: 如收到申请5件以上的,…. */
export const hypotheticalMarks: readonly string[] = [
  '如果',
  '如(?![期实下约数上图表])',
  '若',
  '凡',
  '一旦',
  '倘若',
  '假如',
];

/** Handled applications were received, now or the year before: what follows is part of them. */
export const handledApplications = '(?:办理|处理|答复)(?:了|的)?(?:依申请公开|(?:政府)?信息公开申请)';

/** Directly before a figure: 未发生一起 denies that there was one. */
export const deniedFigure = '(?:未|没有?)(?:曾)?(?:发生|收到|出现|产生|接到|受理|引发)(?:过)?$';

/** The sentence speaks of a time other than the whole year. */
export const otherPeriodMarks: readonly string[] = [
  '(?:近|过去|连续|前)(?:\\d+|[二两三四五六七八九十几]+)个?年',
  '(?<=^|,)[二两三四五六七八九十]+年(?:间|内|共|累计|总共)',
  '(?<![一全])(?:\\d+|[二两三四五六七八九十]+)(?:个)?(?:多)?年(?:多|余)?来',
  '(?<from>\\d{4})年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:以来|起)?(?:至|到|—|-|~)(?!\\k<from>)\\d{4}年',
  '至今',
  '期间',
  '季度',
  '上半年',
  '下半年',
  '月份',
  '每年',
  '每月',
  '每季',
  '每周',
  '每日',
  '(?<!今年|年初|一年)以来',
  '历年',
  '历史',
  '首批',
  '首次',
];

/** Words for the report's own year after which no other time before them counts: 历年累计31204条,当年新增2745条. */
export const ownTimes: readonly string[] = ['(?<=^|[,:(]|其中)(?:当年|本年度?|今年|全年)(?!以?来)'];

/** All that a clause says before the report year's own share of a figure of another time: 历年累计4312条,其中2016年公开516条. */
export const ownShare =
  '^(?:其中,?)?(?:\\d{4}年度?|当年|本年度?|今年)(?:新增|新|主动)?(?:公开|发布|收到|受理|办理|办结)?(?:申请|政府信息|信息)?$';

/** Before and after a figure of all years, of which the report year's is said to be a part: 截至2016年底累计公开15320条,其中2016年新增2104条. */
export const allYears = {
  before: '累计',
  after: '^[^,;]*,?其中,?(?:\\d{4}年度?|当年|本年度?|今年)(?:新增|新公开|公开|发布)',
} as const;

/** The clause speaks of one organ within the reporting one, or gives several figures at once. */
export const narrowScopeMarks: readonly string[] = [
  '本级',
  '办公室(?!提出|提交|递交)',
  '办公厅(?!提出|提交|递交)',
  '平均',
  '分别',
  '各自',
  '(?<=[办室局委])代[省市县区](?:人民)?政府',
  '排名',
  '前三',
  '前五',
];

/** What stands before the figure gives one level's figure: what follows is another's, not the whole. */
export const levelMarks: readonly string[] = [
  // Who decides on reconsideration counts what all organs are reviewed for.
  '作为(?:行政)?复议机关',
  '本级[^,]{0,20}\\d+[^,]{0,3},',
];

/** The sentence speaks of the disclosure of government information, not of administration in general. */
export const disclosureTopic: readonly string[] = [
  '信息公开',
  '政务公开',
  '依申请公开',
  '公开政府信息',
  '公开申请',
  '信息处理费',
];

/** An organ within the reporting one as the subject of a clause: 县自然资源局收到…; of a whole government's figures it is a part. */
export const subordinateOrgan =
  '(?<!我|本|全|各)(?:局|委员会|委|厅|办公室|中心)(?:全年|本年|累计|共计|共)?(?:新收|收到|受理|接收|接到|办结|办理|答复|制发|印发|作出|做出|实施)';

const namedOrgan =
  '(?:[^,\\d]{1,12}(?<![我本全各])(?:局|委|厅|办|管委会|中心|街道|镇|乡|县|区|机关)|各[县区乡镇市][^,\\d]{0,8}|[省市县区]直[^,\\d]{0,6})(?:累计|共|新|主动)*(?:收到|受理|接收|接到|办结|公开|发布)';

/**
 * A sentence that gives the figures of organs within the reporting one, one after the other (市规划局收到申请57件,市住建局收到申请40件), or
 * one's as a part of all (公安机关收到申请30件,占全市的21%).
 */
export const organList = `(?:^|[,:])${namedOrgan}[^,]{0,20}\\d+[^,]{0,3},(?:${namedOrgan}[^,]{0,20}\\d|占全)`;

/** Says of the figure before it that it counts all cases, and disclosure is a part of them, or none. */
export const topicPart =
  '其中,?(?:有|因|涉及?|关于|属于|与|由)*(?:政府|政务)?信息公开|^[^。]{0,12}(?:与(?:政府|政务)?信息公开(?:工作)?无关|(?:不涉及|不属于|非)(?:政府|政务)?信息公开)';

/** Between a noun and its figure. */
export const connectors: readonly string[] = [
  '总条数',
  '总次数',
  '条目数',
  '条目',
  '总数',
  '总量',
  '数量',
  '件数',
  '条数',
  '次数',
  '人数',
  '数',
  '共计',
  '总计',
  '合计',
  '累计',
  '共',
  '计',
  '达到',
  '达',
  '均为',
  '为',
  '是',
  '有',
  '的',
  '了',
  '案件',
  ':',
];

/** Between a verb and its noun. */
export const fillers: readonly string[] = [
  '了',
  '共计',
  '共',
  '累计',
  '各类',
  '各种',
  '各项',
  '所有',
  '有效',
  '到',
  '的',
  '全部',
];

/** Joins two nouns that share one figure, which then belongs to neither. */
export const joiners: readonly string[] = ['、', '和', '及', '与', '或', '以及', '暨'];

/** Taken out before words are matched: “在线访谈”. */
export const quotationMarks: readonly string[] = ['“', '”', '"', '‘', '’', '「', '」'];

/** May open a clause whose noun follows its figure: 其中有1件予以公开. */
export const openings: readonly string[] = [
  '其中',
  '有',
  ':',
  '共',
  '共计',
  '共有',
  '另有',
  '另',
  '其余',
  '剩余',
  '尚有',
];

/** Between a figure and the noun after it: 1件属于已主动公开范围. */
export const linksAfterFigure: readonly string[] = ['的', '为', '是', '系', '已', '均'];

/** Months that bound the whole year; a sentence with any other month speaks of a part of it. */
export const wholeYearMonths: readonly string[] = [
  ...['12月31日', '12月底', '12月末', '(?<!\\d)1月1日', '(?<!\\d)1月份?(?:至|到|—|-|~)12月'],
];
