/** The words by which agencies are named and name themselves. Patterns are matched on text without blanks, NFKC. */

/** What the name of an organ ends in. */
const organSuffix =
  '人民政府|政府|办公厅|办公室|管委会|委员会|办事处|街道办|街道|监管局|税务局|公安局|总局|分局|局|厅|委|办|部|院|署|处|科|室|所|站|中心|总队|支队|大队|队|镇|乡|苏木|兵团|兵团第[一二三四五六七八九十]{1,2}师|公司|集团|银行|海关|法院|检察院|学校|学院|大学|中学|小学|幼儿园|医院|馆|台|社|会|开发区|园区|新区|示范区|试验区|实验区|保税区|景区';

/** The whole of a name that ends as organs do. */
export const namesOrgan = new RegExp(`(?:${organSuffix})(?:\\([^()]*\\))?$`, 'u');

/** A township, a town or a subdistrict at the end of a name or before its own government. */
export const township = /^(.{1,12}?(?:镇|乡|街道|苏木))(人民政府|政府|办事处|办|党工委.*)?$/u;

/** After a division's stem this makes another, smaller place of it. */
export const startsTownship = /^(?:镇|乡|街道|苏木|村|社区|路|山|湖|新区)|^[^府局委厅]{1,6}(?:镇|乡|街道)/u;

/** What follows a bare name of each kind when its governing organ is meant. */
export const governments: readonly { readonly bare: RegExp; readonly organ: string }[] = [
  { bare: /街道办?$/u, organ: '街道办事处' },
  { bare: /镇(?:政府)?$/u, organ: '镇人民政府' },
  { bare: /乡(?:政府)?$/u, organ: '乡人民政府' },
  { bare: /苏木(?:政府)?$/u, organ: '苏木人民政府' },
];

export const government = '人民政府';
/** 内江市政府 and 内江市政府办公室 are short for 人民政府. */
export const peoples = '人民';
export const shortGovernment = /^政府/u;
/** A governing organ's office, which signs and answers letters for it. */
export const officeOf = new RegExp(`^(.*(?:${organSuffix}))(?:办公室|办公厅)$`, 'u');

/** What stands in a title between the agency's division and the report without naming an organ. */
export const wholeDivision = /^(?:(?:全|本)[省市州盟县区旗]|本级|机关|各级|系统|年度|度|的|\((?:本级|机关)\))+$/u;

/** A division by its form: 沐阳县 is one, 我市, 全县 and 开发区 are none. */
export const unlistedDivision =
  /^(?![我本全各])(?!.*(?:新区|园区|开发区|示范区|试验区|实验区|保税区|景区|城区|自治区)$)\p{Script=Han}{2,10}[市县区州旗盟]$/u;

/** A name that lacks only its place: 区统计局. */
export const startsPlaceless = /^[省市州盟县区旗]/u;
/** 我区, 各镇, 全市: words for a place that the reader is supposed to know. */
export const placePronoun = /^[我本各全]/u;

/** Who speaks of itself names nobody. */
export const selfReference = /^[我本][省市州盟县区旗镇乡局厅委院办处所站]$|^本机关|^我单位/u;

/** Organs of the state that are not under a division: they begin so. */
export const central =
  /^(?:国务院|中华人民共和国|中国|国家|海关总署|审计署|全国|最高人民)|^(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|国土资源|生态环境|环境保护|住房和城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|文化|应急管理)部$/u;

/** National organs whose branches carry a division in their name, and divisions of the corps that are one with a city: 国家税务总局内江市税务局. */
export const nationalParents =
  /^(?:国家税务总局|国家统计局|国家金融监督管理总局|国家能源局|国家外汇管理局|国家邮政局|国家矿山安全监察局|中国人民银行|中国银行保险监督管理委员会|中国证券监督管理委员会|中国气象局|中国民用航空|中华人民共和国|中共|新疆生产建设兵团第[一二三四五六七八九十]{1,2}师(?=.{2,4}市))/u;

/** Stems of division names that are common words at the start of other organs: 公安局 is not in 公安县. */
export const commonWords: ReadonlySet<string> = new Set([
  '公安',
  '资源',
  '民族',
  '互助',
  '开发',
  '东方',
  '城区',
  '郊区',
  '矿区',
]);

/** A department that names itself without its place: 区统计局, 市教育局. */
export const placelessDepartment = /^([省市州盟县区旗])(.{2,})$/u;

/** The first person: 我市, 我局, 本机关; what follows tells who speaks. */
export const firstPerson =
  /(?:我|本)(省|自治区|市|州|盟|县|区|旗|镇|乡|街道|局|厅|委|院|办|处|所|站|中心|总队|支队|大队|部)/gu;
export const officePersons: ReadonlySet<string> = new Set(['办']);

/** Page words before an agency in a title line: a trail of links, the name of the site. */
export const beforeAgency = /^.*(?:当前位置|首页|门户网站|网站|平台|[>»›|_])[:：]?/u;

/** What an announcement puts before the agency: 现公布清镇市2020年…年度报告. */
export const announcing =
  /^(?:现|将|特|予以|公布|发布|公开|编制|编写|撰写|完成|形成|制定|汇总|了|向社会|由|就|把|对|根据|要求|结合|实际|按照|关于|本年度|年度|本报告|如下|是|为|,|、)+/u;

/** A report that is spoken of, not announced: what follows its name. */
export const spokenOf = /^(?:有关|相关|格式|编制|编写|编报|发布|的?通知|的?要求|模板|等|工作的?通知|内容规范)/u;
/** A head with these words belongs to a notice about reports. */
export const noticeWords = /(?:关于做好|印发|开展|报送|做好|通知|办法|落实)/u;

/** What an agency does in the first sentence of its report. */
export const subjectVerbs =
  '坚持|认真|严格|高度|深入|紧紧|紧扣|紧密|继续|全面|积极|根据|按照|始终|贯彻|扎实|进一步|切实|不断|围绕|着力|大力|持续|以习|以党|在|共|主动|政府信息公开|政务公开';
