import type { AgencyLevel } from '../../record/agency.ts';
import type { Scope } from '../../record/scope.ts';

/** Words for a scope as sources of expressions, matched in text without spaces and in half-width signs. */
export interface ScopeWords {
  readonly scope: Exclude<Scope, 'unknown'>;
  readonly words: readonly string[];
}

/** 健全市场, 安全区域 and 全州县 hold no 全市, 全区 or 全州. */
const whole =
  '(?<![安健完保齐周])全(?:省|市|县|区|州|盟|旗|镇|乡|街道|自治区|自治州|自治县|系统)(?![场域县]|人民|第|首|统一|前列)';

/** Levels below one that reports, and the departments of its own. */
const below = '各(?:[县市区旗州盟地乡镇]|街道|自治县)(?:[县市区旗乡镇]|街道|\\([县市区旗乡镇、]{1,6}\\))*';
const beside = '各?(?:[省市县区州盟旗](?:直|级|政府))?各?(?:有关|相关)?(?:部门|单位)';

/**
 * An area told by its parts: 我市各县(区)、市直各部门, whoever says 我市. 各县区 or 各部门 alone may leave the other out, and
 * 我市 alone may be a place or its office.
 */
const partsOfWhole = [`${below}[及和与、]${beside}`, `${beside}[及和与、]${below}`].map(
  (each) => `(?:[我本全][省市县区州盟旗])?${each}`,
);

/** Words that say whose figures are given, the most particular scope first: 局本级 is an organ, 市本级 a level. */
export const scopeWords: readonly ScopeWords[] = [
  {
    scope: 'organ',
    words: [
      '(?:局|厅|委|委员会|机关|单位)本级',
      '我(?:局|委|厅|单位|中心|镇|乡|街道)(?!系统|属)',
      '(?<!非)本(?:局|委|厅|单位|机关|行政机关|部门|中心|镇|乡|街道)(?!系统|属|不掌握)',
    ],
  },
  {
    scope: 'ownLevel',
    words: [
      '(?<![局厅委会关位])(?:省|市|县|区|州|盟|旗)?(?:人民)?(?:政府)?本级(?:各)?(?:行政机关|政府|机关)?(?![及和与、]|教育|公安|税务|各?部门)',
      '(?<![各及和与、])(?:省|市|县|区|州|盟|旗)(?:人民)?政府及其(?:各|所属|组成)?(?:工作)?部门',
      '(?<![各及和与、])(?:省|市|县|区|州|盟|旗)级各?(?:行政机关|政府机关)',
    ],
  },
  {
    scope: 'territory',
    words: [
      whole,
      ...partsOfWhole,
      '各级(?=行政|政府|人民政府|各?部门|机关|单位)',
      '(?:政府|税务|公安|教育|海关|气象)系统(?=各)',
    ],
  },
];

/**
 * Words with which a report says that it is made from those of the levels below, between 综合 or 汇总 and 编制:
 * 综合各县区、市级各部门的年度报告编制而成.
 */
export const gatheredFrom: readonly string[] = ['各(?:级|县|区|市|乡|镇|街道|盟|旗|地|州)', whole];

/** What stands before a scope in a label or caption of a table: its number, the year, the place, 其中. */
export const beforeLabelled: readonly string[] = [
  '附?表[一二三四\\d]{0,2}[::、.]?',
  '[一二三四\\d][、.]',
  '其中[,:]?',
  '\\d{4}年度?',
  // 内江 of 内江市本级: a place, no list of levels (各县区及市本级) and nothing that leaves the level out (非本级).
  '(?:(?![各及和与含除非不无下上其他以])\\p{Script=Han}){2,7}(?=(?:省|市|县|区|州|盟|旗)本级)',
];

/** What stands after it: what the figures are of, and what they are. */
export const afterLabelled: readonly string[] = [
  ...['\\d{4}年度?', '年度', '本年度?', '的', '及', '和', '、'],
  ...['政府信息', '公开', '主动', '依申请', '收到', '处理', '申请', '行政复议', '行政诉讼', '工作'],
  ...['数据', '数字', '数', '汇总', '合计', '总计', '小计', '情况', '统计', '表'],
];

/** What figures are called where a statement says whose they are: 本报告所列数据, 以上数据, 本表, 统计范围. */
export const statedOf: readonly string[] = [
  '本(?:年度)?(?:报告|年报)(?:中)?(?:的|所列|各项|涉及的?)*(?:数据|统计|数字|内容)?',
  '(?:以上|上述|下列|表中|表内|报告中)(?:所列|各项|有关|的)*(?:数据|统计|数字|情况)',
  '(?:本|上|下|以上|下)表(?:中|内)?(?:所列|各项|的)*(?:数据|统计|数字)?',
  '(?:数据)?统计(?:范围|口径)',
];

/** Between what is stated and whose it is: 为全市数据, 包括市本级, 范围为. */
export const statingWords: readonly string[] = ['为', '是', '系', '指', '含', '包括', '包含', '涵盖', '汇总', '覆盖'];

/** A statement with one of these leaves something out, and does not say plainly what is left. */
export const exceptingWords: readonly string[] = [
  '不含',
  '不包括',
  '不包含',
  '不涉及',
  '除',
  '未包含',
  '未含',
  '未汇总',
];

const act =
  '(?:\\d{4}年度?|全年|(?:本|上)年度?|今年|年内|一年来|累计|共计|共|新|未|没有|没|无|都|均|也|主动|依法)*(?:收到|新收|受理|接收|接到|办结|办理|答复|公开|发布|推送|发生|出现|审结|审理|因)';

/** Leaves out no more than what lies below a level or an organ: 不含各县区, 不包括下属单位. */
export const exceptingBelow =
  '(?:不含|不包括|不包含|未包含|未含|未汇总)(?:(?:各|所属|下属|直属|下辖)?(?:[县区旗乡镇]|[县市区旗州乡镇街道]{2,4}|[县市区旗乡镇]?\\([县市区旗、]{1,5}\\)|事业单位|企事业单位|单位|机构)[、和及与]?)+(?:政府|单位|部门)?的?(?:数据|数字|情况|信息|统计)*(?=[)。,;]|$)';

/** Before a scope: it is not that one. */
export const negatedScope = '(?:不|非|未|没有)[^,。;()]{0,6}$';

/** Organs below a department, which a statement on its figures may count in: 统计范围为市局及各区县局. */
export const organsBelow: readonly string[] = [
  '系统',
  '(?:所属|下属|直属|下辖|二级|基层|派出)(?:[^,。;]{0,4})(?:单位|机构|局|所)',
  '各(?:[县市区旗州盟地]|分|支)[县市区旗]?(?:\\([县市区旗]\\))?(?:级)?[^,。;各]{0,8}(?:局|分局|支局|委|办)',
];

/** A department's figures are said to be of more than itself: 教育系统共公开…, 我局及所属单位收到…, 各区县局公开…, 数据由各单位统计. */
export const widerFigures: readonly string[] = [
  '(?:数据|数字)[^,。;]{0,8}由各[^,。;]{0,10}(?<!内设|业务)(?:单位|部门|局|所|分局|机构)[^,。;室]{0,6}(?:统计|汇总|上报|提供)',
  `(?<=^|[,。;:年度])(?!通过|利用|依托|借助|经由?|在|对|向|由)[^,。;:\\d]{0,14}(?<!公开|信息|管理|办公|服务|网[络站]|平台|查询|处理|受理|申请|发布)系统[^,。;:\\d]{0,10}${act}`,
  `(?:[我本全][局委厅办]|机关)[^,。;:\\d]{0,6}[及和与、](?:各|所属|下属|直属|下辖|二级)[^,。;:\\d]{0,10}${act}`,
  `各(?:[县市区旗州盟地]|分|支)[县市区旗]?(?:\\([县市区旗]\\))?[^,。;:各\\d]{0,8}局${act}`,
];

/** An area by whose level a report tells whether it is its own, at the beginning of a clause: 全省共收到…, 我市共收到…. */
export const areaSubject =
  '^(?:[全我本](?<area>国(?!人大|政协|人民代表)|省|自治区|自治州|自治县|市|县|区|州|盟|旗|镇|乡|街道)(?![场域直属辖级]|人民|人大|政协))';

/** The lowest level at which an area so called is the reporter's own; 全市 of a county is its own where it is a city. */
export const lowestLevelOf: Readonly<Record<string, AgencyLevel>> = {
  ...{ 国: 'central', 省: 'province', 自治区: 'province', 州: 'prefecture', 盟: 'prefecture', 自治州: 'prefecture' },
  ...{ 市: 'prefecture', 县: 'county', 区: 'county', 旗: 'county', 自治县: 'county' },
  ...{ 镇: 'township', 乡: 'township', 街道: 'township' },
};

/** Parts of what reports, without the rest, as the subject of a clause: 各乡镇公开…, 县直各部门收到…, 下属单位公开…. */
export const partSubject = `^(?:(?:[省市县区州盟旗](?:直|级|属|政府))?各?(?:有关|相关)?(?:部门|单位)|各(?:[县市区旗州盟地乡镇村]|街道|社区|学校|医院)[^,\\d]{0,10}|(?:下属|所属|下辖|直属)[^,\\d]{0,8})${act}`;

/** An organ by its name as the subject of a clause: 县公安局收到…, 开发区管委会公开…. Whether it is the reporter the name tells. */
export const organSubject = `^(?!通过|利用|依托|借助|经由?|在|围绕|针对|对|就|由|向|从|按|根据|因|为|到|与|被|关于|涉及|公民|群众|市民|社会|公众)(?<organ>(?:(?![我本各向]|收到|受理|公开)\\p{Script=Han}){1,16}?(?:局|委|委员会|厅|办|管委会|法院|检察院|街道|街道办事处|镇|乡|县|区|市|省|州|盟|旗|中心|大队|支队|医院|公司|集团))${act}`;

/** Organs and levels that a clause may speak of: what it says is theirs, not that of whom the clause before spoke. */
export const otherSubjects: readonly string[] = [
  '办公室',
  '办公厅',
  '局',
  '部门',
  '单位',
  '委员会',
  '街道',
  '镇',
  '乡',
  '级',
  '县',
  '区',
  '中心',
  '学校',
  '医院',
  '法院',
  '(?:省|市|县|区|州|盟|旗)(?:人民)?政府',
  '政府(?!信息|网站|门户|采购|公报|系统|购买|工作|规章|投资)',
];
