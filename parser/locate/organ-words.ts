/** The words by which agencies are named and name themselves. Patterns are matched on text without blanks, NFKC. */

/** What the name of an organ ends in. */
const organSuffix =
  '人民政府|政府|办公厅|办公室|管委会|委员会|办事处|街道办|街道|监管局|税务局|公安局|总局|分局|局|厅|委|办|部|院|署|处|科|室|所|站|中心|总队|支队|大队|队|镇|乡|苏木|兵团|兵团第[一二三四五六七八九十]{1,2}师|公司|集团|银行|支行|分行|海关|法院|检察院|监狱|学校|学院|大学|中学|小学|幼儿园|医院|馆|台|社|会|开发区|产业园|园区|新区|示范区|试验区|实验区|保税区|管理区|景区|农场|林场|牧场|渔场|茶场';

/** The whole of a name that ends as organs do. */
export const namesOrgan = new RegExp(`(?:${organSuffix})(?:\\([^()]*\\))?$`, 'u');

/**
 * Words of sentences, which no organ's name has: 镇党政办应当于每年1月10日前编制出镇|人民政府 is a sentence.
 * 机构编制 and 本溪 are names.
 */
export const sentenceWords =
  /[的了我您其此该并把被某]|应当|应于|每年|每月|截至|(?<!机构)编制|编写|认真|按照|根据|依据|通过|进行|开展|落实|报告|年度|目前|有关|所属|以下|继续|全文|下载|查阅|登录|本(?!溪|桥)|各(?!族)|如(?!皋|东)|请|年\d|\d月|法律|规定|条例|工作(?!委员会|领导|办|部|局|站|处|中心)|申请|主动公开|依申请|公布|发布|向社会|信息公开(?!领导小组|工作|办|科|处|股|室)|网站|网址|邮编|电话|地址|疑问|(?<!大)数据(?!局|资源|管理局|发展局)/u;

/** A committee of the party before the organ with which it publishes, by whose name a report is: the Regulations bind administrative organs. */
export const partyFirst =
  /^(?:中共)?(.{0,20}?)(?:(?<=[省市州盟县区旗镇乡])委|(?<=[省市州盟县区旗镇乡])委员会|党工委|工委|党委|党工作委员会|(?<=区|街道|镇|乡)工作委员会)(?:办公厅|办公室|办)?[、,和与及]?(?=.*(?:政府|管委会|管理委员会|办事处)(?:办公厅|办公室|办)?$)/u;

/**
 * An organ of the party after its place: 岳阳市|委办公室, 平江县|委宣传部, 内江市|政法委. The Regulations bind administrative organs, so a report under
 * such a name alone may be another's: that of the government, or of the organ of which it is a second name.
 */
export const partyOrgan =
  /^[省市州盟县区旗镇乡]?(?:委(?!托|派|培)|党委|党工委|工委|机关工委|纪委|纪检|纪律检查|政法委|宣传部|组织部|统战部|统一战线工作部)(?!.*(?:政府|管委会|管理委员会))|(?:党委|党工委|党组|纪委)(?:办公室|办)?$/u;

/** A township, a town or a subdistrict at the end of a name or before its own government. */
export const township = /^(.{1,12}?(?:镇|乡|街道|苏木))(人民政府|政府|办事处|办|党工委.*)?$/u;

/** A town's name after its county's, whatever word of sentences is in it: 如皋市|如城街道. */
export const townName =
  /^(?![我本各全该其所有下])(?!.*[的了])\p{Script=Han}{1,4}?(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|办)?$/u;

/** After a division's stem this makes another, smaller place of it. */
export const startsTownship =
  /^(?:镇|乡|街道|苏木|村|社区|路|山|湖|湾|岛|江(?![东南西北宁])|口|新区|流域|国家公园|自然保护区|大学(?!城)|学院|管理(?:局|处|中心|委员会)$)|^[^府局委厅]{1,6}(?:镇|乡|街道)/u;

/** What follows a bare name of each kind when its governing organ is meant. */
export const governments: readonly { readonly bare: RegExp; readonly organ: string }[] = [
  { bare: /街道办?$/u, organ: '街道办事处' },
  { bare: /镇(?:政府)?$/u, organ: '镇人民政府' },
  { bare: /乡(?:政府)?$/u, organ: '乡人民政府' },
  { bare: /苏木(?:政府)?$/u, organ: '苏木人民政府' },
  { bare: /海关(?:关区|辖区)$/u, organ: '海关' },
];

export const government = '人民政府';
/** What the government of a league or a prefecture that is no city is called. */
export const commissioners = '行政公署';
export const underCommissioners = /(?:盟|地区)$/u;
/** Divisions that bear the name of their own committee: 大柴旦行政委员会. */
export const ownCommittee = /(?:行政委员会|行委)$/u;
/** 内江市政府 and 内江市政府办公室 are short for 人民政府. */
export const peoples = '人民';
export const shortGovernment = /^政府/u;

/** An office that signs and answers letters for its organ: 办公室, 党政办公室综合科, 信息公开领导小组办公室. */
const innerOffice =
  '(?:党政|党群|党建|综合|行政|秘书|文秘|人秘|宣传|信息|机要|法规|政策法规|电子政务|政务|(?:政府|政务)?(?:信息|政务)?公开)*(?:工作)?(?:领导小组|小组)?(?:工作)?(?:办公室|办公厅|办(?!事处)|科|股|处|室|部门)?';
/** The organ for which such an office stands, of a government's and of another organ's. */
export const officeOf = new RegExp(`^(.*?(?:${organSuffix}))(${innerOffice})+$`, 'u');
/** The office of a whole government for disclosure, named without it: 政务公开工作领导小组办公室. */
export const disclosureOffice = /^(?:政府信息|政务|信息)(?:与政务)?公开(?:工作)?(?:领导小组)?(?:办公室|办)$/u;
export const officeWord = /(?:办公室|办公厅)$/u;

/** What stands in a title between the agency's division and the report without naming an organ. */
export const wholeDivision = /^(?:(?:全|本)[省市州盟县区旗]|本级|机关|各级|系统|年度|度|的|\((?:本级|机关)\))+$/u;

/** A division by its form: 沐阳县 is one, 我市, 全县 and 开发区 are none. */
export const unlistedDivision =
  /^(?![我本全各])(?!.*(?:新区|园区|开发区|示范区|试验区|实验区|保税区|管理区|景区|城区|关区|辖区|片区|库区|自治区)$)\p{Script=Han}{2,10}[市县区州旗盟]$/u;

/** A county of no list after the city above it: 德州市|陵县. */
export const goneCounty = /^(?![市县区各直属全我本])\p{Script=Han}{1,5}?(?:自治县|自治旗|县)$/u;

/** The county that bore the name of the prefecture above it: 毕节市|(县级)民政局. */
export const countyOfOneName = /^\(县级市?\)/u;

/** A division of no list between one and its organ: 沈阳市|东陵区|教育局. Parts of towns, zones and 市区 are none. */
export const unlistedPart =
  /^(?:[城郊矿]区(?=\p{Script=Han}{1,14}(?:局|委|委员会|办|办公室|政府)$)(?!管理|建设|规划|街道|办事处)|(?![市县区各直属驻省州])(?!\p{Script=Han}{0,8}?(?:社|园|景|城|郊|辖|库|片|灌|矿|林|牧|垦|港|渔|战|军|地|小|校|院|街|新|特|市|开发|管理|保税|度假|示范|试验|实验|保护|名胜|风景|旅游|工业|产业|合作|高新|经开|经济|技术|集中|集聚|自治)区)(?:\p{Script=Han}县|\p{Script=Han}{2,5}?(?:自治[县旗]|[县区旗]))(?!管委会|管理委员会|街道|办事处|镇|乡|苏木|域|级|直|属)(?=\p{Script=Han}{2,}(?:局|委|委员会|厅|办|办公室|政府)$))/u;

/** An organ after a division that the list lacks, or after a zone: 沐阳县|教育局, 西咸新区|底张街道办事处. */
export const ownPlace = /^(?![我本全各省市州盟县区旗])(\p{Script=Han}{1,8}?[市县区州旗盟])(?=\p{Script=Han}{2,})/u;

/** The kind of a place before an organ in it: 随县|县文旅局; 市场, 市政 and 区域 are none. */
export const kindAgain = /^(?:[省县州旗盟]|区(?!域)|市(?!场|政|容|民|郊))(?=.{3})/u;

/** A name that lacks only its place: 区统计局. */
export const startsPlaceless = /^[省市州盟县区旗镇乡](?=.)/u;
/** 我区, 各镇, 全市: words for a place that the reader is supposed to know. */
export const placePronoun = /^[我本各全]/u;

/** Who speaks of itself names nobody. */
export const selfReference =
  /^[我本](?:[省市州盟县区旗镇乡局厅委院办处所站]|街道|单位|机关|部门|中心)$|^本机关|^我单位/u;

/** Ministries by their names of today and before, in full and in short. */
const ministries =
  '外交|国防|教育|科学技术|科技|工业和信息化|工信|信息产业|公安|监察|民政|司法|财政|人力资源和社会保障|人力资源社会保障|人社|人事|自然资源|国土资源|生态环境|环境保护|环保|住房和城乡建设|住建|建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生|应急管理|退役军人事务';
/** General administrations, of which no division has one. */
const generalAdministrations =
  '市场监督管理|市场监管|税务|体育|广播电视|广电|新闻出版|新闻出版广电|金融监督管理|金融监管|质量监督检验检疫|质检|工商行政管理|工商|安全生产监督管理|安全监管|环境保护|环保';
/** Organs of the state that are not under a division: they begin so. */
export const central = new RegExp(
  `^(?:国务院|中华人民共和国|中国|国家|海关总署|审计署|全国|最高人民|新华(?:通讯)?社|(?:${ministries})部|(?:${generalAdministrations})总局|(?:证监|银保监|银监|保监)会$)`,
  'u',
);

/** Names of zones, facilities and places that say which one only with more words before them. */
const genericWords =
  '(?:国家级|省级|市级|高新|经开|经济|技术|高新技术|产业|开发|工业|科技|文化|旅游|保税|综合|示范|试验|实验|生态|风景|名胜|度假|循环|现代|农业|物流|城市|新城|空港|临港|自由|贸易|第[一二三四五六七八九十]|人民|中心|中医|妇幼|保健|党政|政务|政府|信息|公开|社区)*';
/** What a zone's name ends in, with its committee or not. */
export const zoneName =
  /(?:高新区|经开区|开发区|新区|风景(?:名胜|旅游)?区|景区|度假区|园区|示范区|试验区|保税区)(?:党工委|管委会|管理委员会|办公室)*$/u;
/** The committee of a zone after its place, which with a government's name is another organ: 黄埔区人民政府|广州|开发区管理委员会. */
export const zoneCommittee =
  /^\p{Script=Han}{0,12}(?:高新区|经开区|开发区|新区|风景(?:名胜|旅游)?区|景区|度假区|园区|示范区|试验区|保税区)(?:管委会|管理委员会)$/u;
/** A scenic zone is its city's, though a district bears the same name: 杭州|西湖风景名胜区. */
export const scenicZone = /^(?:风景|旅游|生态旅游|度假)/u;
/** A place or facility and not an organ when nothing else is said: 园区, 街道, 医院. */
export const barePlace = new RegExp(
  `^(?:街道|镇|乡|苏木)$|^${genericWords}(?:园区|开发区|高新区|经开区|景区|新区|园|区|县|市|州|旗|盟|单位|医院|学校|学院|大学|公司|集团|中心|站|所|办|办公室|领导小组|科|股|处|室|局|委|厅|会|部|院)$`,
  'u',
);
/** A zone's committee, or a township's government, without the name of either: 高新区管委会, 街道办事处. */
export const bareGovernment = new RegExp(
  `^(?:(?:街道|镇|乡|苏木)|${genericWords}(?:园区|开发区|高新区|经开区|景区|新区|园|区|县|市|州|旗|盟)?)(?:(?:管理委员会|管委会|人民政府|政府|办事处)(?:办公室)?)$`,
  'u',
);

/** A township's government without its name: 镇人民政府. */
export const bareTownship = /^(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处)?$/u;

/** Organs that a name alone tells apart in the whole country: 拱北海关, 长江大学. */
export const standsAlone =
  /^(?!人民|第[一二三四五六七八九十])\p{Script=Han}{2,}(?:海关|大学|学院|集团|公司|银行|铁路局)$|^(?!人民)\p{Script=Han}{2,}(?:大学|学院)\p{Script=Han}{0,10}(?:医院|学院|学校|中学|小学|幼儿园)$|^(?:长江|黄河|淮河|海河|珠江|松辽)水利委员会$|^太湖流域管理局$|^(?:长江|珠江)航务管理局$|^长江海事局$|^(?:新疆生产建设兵团|中国|国家)/u;

/** National organs whose branches carry a division in their name, and divisions of the corps that are one with a city: 国家税务总局内江市税务局. */
export const nationalParents =
  /^(?:财政部(?=.{2,4}监管局)|国家粮食和物资储备局|国家税务总局|国家统计局|国家金融监督管理总局|国家能源局|国家外汇管理局|国家邮政局|国家矿山安全监察局|中国人民银行|中国银行保险监督管理委员会|中国银保监会|中国证券监督管理委员会|中国证监会|中国气象局|中国民用航空|中华人民共和国|中共|(?:新疆生产建设兵团)?第[一二三四五六七八九十]{1,2}师(?=.{2,4}市))/u;

/** The branch of a department in a part of its division: 温州市公安局|鹿城区分局. */
export const branch =
  /^(?:公安|市场监督管理|自然资源(?:和规划)?|规划和自然资源|生态环境|国土资源|工商行政管理|税务|城市管理)局(?=.{2,8}分局$)/u;

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
  '城关',
  '中心',
]);

/** A department that names itself without its place: 区统计局, 市教育局. */
export const placelessDepartment = /^([省市州盟县区旗])(.{2,})$/u;

/** The first person: 我市, 我局, 本机关; what follows tells who speaks. */
export const firstPerson =
  /(?:我|本)(省|自治区|市|州|盟|县|区|旗|镇|乡|街道|局|厅|委|院|办|处|所|站|中心|总队|支队|大队|部)/gu;
export const officePersons: ReadonlySet<string> = new Set(['办']);

/** Page words before an agency in a title line: a trail of links, the name of the site. */
export const beforeAgency = /^.*(?:当前位置|首页|门户网站|网站|平台|[>»›|_])[:：]?/u;

/** The words, one after another, that an announcement puts before the agency: 现|公布|清镇市2020年…年度报告. */
export const announcingWords: readonly string[] =
  '现将 现 将 特此 特 予以 公布 发布 公开 编制了 编制 编写 撰写 完成了 完成 形成了 形成 制定了 制定 制作了 制作 梳理 总结 汇总 起草 了 面向社会 向社会 由 就 把 对 根据 要求 结合 实际 按照 关于 本年度 年度 本报告 如下 是 为 , 、 : ('.split(
    ' ',
  );

/** A report that is spoken of, not announced: what follows its name. */
export const spokenOf =
  /^(?:转发|转给|印发|审核|督促|随函|随文|(?:报送|上报)(?!如下)|有关|相关|格式|制度|规定|办法|编制|编写|编报|发布|的?通知|的?要求|模板|等|工作的?通知|内容规范)/u;
/** A head with these words belongs to a notice about reports. */
export const noticeWords = /(?:关于做好|印发|转发|批转|转报|开展|报送|做好|通知|办法|落实|制度)/u;

/** What an agency does in the first sentence of its report. */
export const subjectVerbs =
  '坚持|认真|严格|高度|深入|紧紧|紧扣|紧密|继续|全面|积极|根据|按照|始终|贯彻|扎实|进一步|切实|不断|围绕|着力|大力|持续|以习|以党|在|共|主动|依法|政府信息公开|政务公开';
