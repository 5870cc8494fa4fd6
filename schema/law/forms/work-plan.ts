/**
 * How work plans are printed (政务公开重点工作安排, 工作要点, 任务分解表): there is no statutory form, so this is what
 * real ones share, as data for the parser. Patterns are matched on text on one line, NFKC.
 */

/** What a column of a plan's table holds. */
export type PlanColumn = 'number' | 'group' | 'name' | 'content' | 'responsible' | 'deadline' | 'remark' | 'other';

/** Printed column headings; a heading broken over lines (任务\n\n名称) is compared joined. */
export const planColumns: Readonly<Record<Exclude<PlanColumn, 'other'>, readonly string[]>> = {
  number: ['序号', '编号'],
  group: ['类别', '分类', '任务类别', '任务分类', '领域', '重点领域', '一级任务', '一级指标', '项目', '工作类别'],
  name: [
    '任务名称',
    '任务',
    '名称',
    '重点工作',
    '工作任务',
    '重点任务',
    '主要任务',
    '工作事项',
    '公开事项',
    '事项',
    '工作项目',
  ],
  content: [
    '具体内容',
    '工作内容',
    '主要内容',
    '任务内容',
    '内容',
    '具体措施',
    '工作措施',
    '工作要求',
    '具体要求',
    '公开内容',
    '具体任务',
    '任务要求',
  ],
  responsible: [
    '责任单位',
    '牵头单位',
    '责任部门',
    '牵头部门',
    '责任科室',
    '配合单位',
    '责任主体',
    '承办单位',
    '责任分工',
    '落实单位',
  ],
  deadline: [
    '完成时限',
    '完成时间',
    '时限',
    '时限要求',
    '时间要求',
    '时间节点',
    '公开时限',
    '公开时间',
    '办理时限',
    '推进时限',
  ],
  remark: ['备注', '说明', '完成情况', '进展情况'],
};

/** Headings in other words, told by how they end: 牵头责任单位, 具体工作举措, 办结时限. Compared without blanks and brackets. */
export const planColumnWords: Readonly<Partial<Record<PlanColumn, RegExp>>> = {
  responsible:
    /^(?:牵头|主办|承办|责任|配合|协办|协同|参与|落实|实施|主责|市直|县直|区直)[\p{Script=Han}及和、/]{0,8}(?:单位|部门|科室|处室|股室|主体|机构|分工|人|领导)$/u,
  deadline: /^[\p{Script=Han}]{0,6}(?:时限|期限|时间|时间节点|进度|频次)(?:要求|安排)?$/u,
  content: /^(?:具体|主要|工作|任务|公开|落实)[\p{Script=Han}]{0,4}(?:内容|措施|举措|要求|标准|目标)$/u,
  name: /^(?:重点|主要|工作|公开|具体|目标)[\p{Script=Han}]{0,4}(?:任务|事项|项目|要点|名称)$/u,
};

/** The words by which a title says that it is a plan. */
export const planTitleWords =
  /(?:重点工作安排|工作要点|任务分解|责任分工|重点工作分工|工作安排|工作任务清单|重点任务清单|工作计划)/u;
/** What a plan is about. */
export const planSubject = /(?:政务|信息|政府)公开/u;
/** A title with these words reports on a plan, or is another document about one. */
export const noPlanTitle = /(?:落实|完成|执行|贯彻)情况|总结|汇报|解读|年度报告|年报|答复|征求意见/u;
/** A title of a plan's table, not of the plan. */
export const planTableTitle = /(?:分解表|分工表|清单|一览表|台账)/u;

/** The printed time by which a task is to be done, the whole cell. */
export const deadlineCell = new RegExp(
  '^(?:' +
    [
      '(?:全年|长期|常年|年内|持续|常态化?|每年|每季度|每月|每半年|即时|及时|立即|实时|按时限|按规定时限)(?:坚持|推进|开展|落实|实施|完成|公开|更新|进行|工作)*',
      '(?:\\d{4}年)?(?:全年|年底|上半年|下半年|[一二三四1-4]季度|第[一二三四1-4]季度)(?:末|底)?(?:之?前)?(?:完成)?',
      '(?:\\d{4}年)?\\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬|\\d{1,2}日)*(?:之?前|底前|以前|起)?(?:完成)?',
      '\\d{4}年(?:底|末)?(?:之?前)?(?:完成)?',
    ].join('|') +
    ')(?:[,、;](?:长期坚持|持续推进|全年|并长期坚持|每季度))?[。;]?$',
  'u',
);

/** What the name of a responsible unit surely ends in. */
export const strongUnit =
  /(?:人民政府|政府|办公厅|办公室|管委会|管理局|委员会|厅|局|委|署|银行|部门|单位|机关|办事处|街道办|科室|(?:市|县|区|省)直)(?:\([^()]*\))*$/u;
/** What it may end in beside a sure one, or alone where names are over: 省大数据中心. */
export const weakUnit = /(?:中心|办|部|院|处|会|科|公司|机构|站|队|所|馆|集团|校|股|园区|社)(?:\([^()]*\))*$/u;
/** Kinds of division, which stand for their governments in a list: 市(州) in 市(州)、县(市、区)人民政府. */
export const placeUnit = /(?:乡镇|街道|乡|镇|县|区|市|州|盟|旗|省)(?:\([^()]*\))*$/u;
/** What a list of units may end with: how they share the work. */
export const unitRemark = /(?:按照?(?:各自)?职责分工.*|按职责.*|分别?负责|负责|牵头|配合|参与|等)$/u;
/** The longest that one unit's name is: 国家已出台基层政务公开标准指引的相关领域的省直部门(单位). */
export const longestUnit = 45;

/** How a numeric demand is put; the number and its unit follow. */
export const comparisons = {
  atLeast: ['不低于', '不少于', '不得少于', '不得低于', '至少', '不小于', '达到'],
  atMost: ['不超过', '不高于', '不得超过', '不多于', '不得高于', '不得多于', '至多', '控制在'],
} as const;
/** The same behind the figure. */
export const comparisonsAfter = { atLeast: ['及?以上'], atMost: ['及?以[内下]'] } as const;
export const targetUnits =
  '个工作日|工作日|个月|人次|件次|百分点|小时|分钟|%|条|次|篇|件|期|场|个|名|人|天|日|项|份|家|分|类|部|幅|字|元|年';
/** Where the subject of a demand ends and what it is to do begins. */
export const afterSubject =
  /(?:在|全年|每年|每月|每季度|每周|年度|本年|\d{4}年|要|应|须|需|主动|公开|发布|更新|原则上|信息|不|至少|开展|举办)/u;
/** All divisions of a kind as a demand's subject: 各县(区). */
export const everyPlace = /^(?:各|全)[^。]{0,10}[省市州盟县区旗镇乡](?:\([^()]*\))*$/u;
/** Words that join a demand to the sentence before it. */
export const connectives = /^(?:同时|其中|此外|另外|并且|并|且|原则上|对|对于)+/u;

/** 转发 passes on another's document; 印发 does so where the document named is itself a notice of somebody. */
export const forwardingVerb = /转发/u;
/** A notice's title on a line of its own: XX市人民政府办公室关于印发…的通知. */
export const noticeTitle = /^[^。:《]{2,40}(?:关于|印发|转发).*通知$/u;
/** A document's title names its issuer before 关于. */
export const issuedTitle = /^(.{2,30}?)(?:关于|印发|转发)/u;
/** 川办发〔2021〕16号 */
export const documentNumber = /[\p{Script=Han}]{1,10}[〔[(【]\d{4}[〕\])】]\d+号/u;

/** Page words that end a plan's last table. */
export const planFooter =
  /^(?:扫一扫|主办|承办|版权|分享|打印|关闭|上一[篇条]|下一[篇条]|附件[:：]|相关|网站标识码|.*ICP备)/u;
