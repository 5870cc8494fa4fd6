import type { AgencyLevel } from '../../record/agency.ts';
import type { Bilingual } from '../../record/bilingual.ts';

/**
 * As what an organ publishes its report, by which the law gives the day (`deadlines.ts`): the government of a county or above; its
 * office, which publishes its own report or the government's; a department of such a government; the committee of a zone, which
 * reports for a whole territory as a government does; another administrative organ (行政机关).
 */
export type Duty = 'government' | 'office' | 'department' | 'zone' | 'organ';

/** A kind of organ, the same in every division whatever it is called there: 教育局, 教体局 and 教委 are `education`. */
export interface OrganKind {
  readonly key: string;
  readonly name: Bilingual;
  /** The names of such an organ without its division. */
  readonly names: RegExp;
  /** As what most of them publish, see `dutyOf`; null for what is no administrative organ, or may be none. */
  readonly duty: Duty | null;
  /** The level at which such organs are branches of the one above, and departments of no government. */
  readonly branchesAt?: AgencyLevel;
  /** They are led by the one above alone (垂直领导; Regulations 2019, art. 3), and their figures are in no government's. */
  readonly ownSystem?: boolean;
  /** They are led by the one above before the government of their place (以上级部门领导为主), which may count them or not. */
  readonly ledFromAbove?: boolean;
}

/** Kinds from the most particular to the widest: the first whose `names` match is the organ's. */
export const organKinds: readonly OrganKind[] = [
  kind('government', '人民政府', "People's government", '人民政府$|行政公署$', 'government'),
  kind(
    'governmentOffice',
    '政府办公厅(室)',
    'General office of a government',
    '(?:(?:人民)?政府|行政公署)(?:办公厅|办公室|办)$',
    'office',
  ),
  {
    ...kind(
      'corps',
      '新疆生产建设兵团',
      'Xinjiang Production and Construction Corps',
      '^(?:新疆)?生产建设兵团',
      'organ',
    ),
    ownSystem: true,
  },
  kind('subdistrict', '街道办事处', 'Subdistrict office', '街道(?:办事处|办)?$', 'organ'),
  kind(
    'zone',
    '开发区、园区等管理机构',
    'Committee of a development zone',
    '(?<!监督|城市|应急|交通|医院|公积金)管理委员会$|管委会$|(?:开发区|园区|新区|示范区|试验区|保税区|景区|产业园)$',
    'zone',
  ),
  { ...kind('customs', '海关', 'Customs', '海关(?:关区)?$|海关驻|^海关总署', 'organ'), ownSystem: true },
  { ...kind('tax', '税务', 'Taxation', '(?:国家|地方)?税务(?:总)?局', 'organ'), ownSystem: true },
  {
    ...kind(
      'nationalBranch',
      '国家垂直管理机构',
      'Branch of a national organ',
      [
        '^(?:财政部|水利部|自然资源部|生态环境部|交通运输部|国家能源局|国家铁路局|国家矿山安全监察局|国家粮食和物资储备局|国家移民管理局|国家林业和草原局驻|审计署|商务部驻).+',
        '^国家统计局.+调查总?队$|烟草专卖局$|邮政管理局$|通信管理局$|煤矿安全监察(?:局|分局)$|出入境检验检疫局$|海警局$',
        '^(?:中国民用航空|民航).+管(?:理)?局$|铁路监督管理局$|出入境边防检查|边检(?:总)?站$',
        '(?:长江|黄河|淮河|海河|珠江|松辽)水利委员会|太湖流域管理局|黄河河务局|(?:长江|珠江)航务管理局',
      ].join('|'),
      'organ',
    ),
    ownSystem: true,
  },
  {
    ...kind(
      'centralBank',
      '中央银行和国家金融监管',
      'Central bank and national finance supervision',
      '中国人民银行|金融监督管理总局|金融监管总局|银保监|银监[会局]|证监[会局]|(?:证券|银行|保险)(?:业)?监督管理|外汇管理',
      'organ',
    ),
    ownSystem: true,
  },
  kind('publicSecurity', '公安', 'Public security', '公安(?:厅|局|部|分局)|公安.*分局$|交(?:通)?警'),
  kind(
    'education',
    '教育',
    'Education',
    '教育(?:和|与)?(?:体育|科技|科学技术)?(?:厅|局|部|委|委员会)|教体局|教科(?:体|技)?局|教委$|教育.*局$',
  ),
  { ...kind('environment', '生态环境', 'Ecology and environment', '生态环境|环境保护|环保局'), branchesAt: 'county' },
  kind('health', '卫生健康', 'Health', '卫生健康|卫健|卫计|卫生(?:和|与)?计划生育|卫生(?:厅|局)'),
  kind('civilAffairs', '民政', 'Civil affairs', '民政(?:厅|局|部)'),
  kind('justice', '司法', 'Justice', '司法(?:厅|局|部)'),
  kind('finance', '财政', 'Finance', '财政(?:厅|局|部)|财政审计局'),
  kind(
    'humanResources',
    '人力资源和社会保障',
    'Human resources and social security',
    '人力资源(?:和)?社会保障|人社(?:厅|局)',
  ),
  kind('naturalResources', '自然资源', 'Natural resources', '自然资源|国土资源|规划和自然'),
  kind('housing', '住房和城乡建设', 'Housing and construction', '住房(?:和)?城乡建设|住建|城乡建设|房产|房管'),
  kind('transport', '交通运输', 'Transport', '交通(?:运输)?(?:厅|局|委|委员会|部)'),
  kind('water', '水利', 'Water resources', '水利(?:厅|局|部)|水务(?:厅|局)'),
  kind('agriculture', '农业农村', 'Agriculture', '农业农村|农业(?:厅|局|委|委员会|部)|农委|畜牧|农牧'),
  kind('commerce', '商务', 'Commerce', '商务(?:厅|局|委|委员会|部)|投资促进|招商'),
  kind('culture', '文化和旅游', 'Culture and tourism', '文化|文旅|文广|旅游(?:局|委|发展)|文体'),
  kind('veterans', '退役军人事务', 'Veterans affairs', '退役军人'),
  { ...kind('fire', '消防救援', 'Fire and rescue', '消防', 'organ'), ledFromAbove: true },
  { ...kind('seismology', '地震', 'Seismology', '地震局$', 'organ'), ledFromAbove: true },
  kind('emergency', '应急管理', 'Emergency management', '应急(?:管理)?(?:厅|局|部)|安全生产监督|安监局'),
  kind('audit', '审计', 'Audit', '审计(?:厅|局|署)'),
  kind('development', '发展和改革', 'Development and reform', '发展(?:和)?改革|发改|经济(?:和)?发展'),
  kind(
    'industry',
    '工业和信息化',
    'Industry and information technology',
    '工业(?:和)?信息化|经济(?:和)?信息化|经信|工信|科技(?:和)?工业',
  ),
  kind('science', '科学技术', 'Science and technology', '科学技术|科技(?:厅|局|委|部)'),
  kind(
    'marketRegulation',
    '市场监督管理',
    'Market regulation',
    '市场(?:和质量)?监督?管理|市监局|市场监管|工商行政管理|质量技术监督|食品药品监督|药品监督',
  ),
  kind('statistics', '统计', 'Statistics', '统计局|调查队'),
  kind('medicalInsurance', '医疗保障', 'Medical insurance', '医疗保障|医保局'),
  kind('urbanManagement', '城市管理', 'Urban management', '城市管理|城管|综合(?:行政)?执法|行政执法'),
  kind('forestry', '林业和草原', 'Forestry', '林业|园林|绿化|林草'),
  kind('complaints', '信访', 'Complaints', '信访'),
  kind('stateAssets', '国有资产监督管理', 'State assets', '国有资产|国资'),
  kind('governmentServices', '政务服务', 'Government services', '政务服务|行政审批|大数据|公共资源'),
  kind('ethnicAffairs', '民族宗教', 'Ethnic and religious affairs', '民族|宗教|民宗'),
  kind('sports', '体育', 'Sports', '体育局'),
  kind('grain', '粮食和物资储备', 'Grain and reserves', '粮食|物资储备'),
  kind('university', '高校', 'University', '大学$|学院$|高等专科学校$', null),
  kind(
    'publicUtility',
    '公共企事业单位',
    'Public enterprise or institution',
    '公司$|集团$|医院$|学校$|中学$|小学$|幼儿园$|银行$|博物馆$|图书馆$',
    null,
  ),
  kind('localFinance', '地方金融', 'Local finance', '金融'),
  { ...kind('meteorology', '气象', 'Meteorology', '气象局', 'organ'), ledFromAbove: true },
  { ...kind('maritime', '海事', 'Maritime safety', '海事局', 'organ'), ownSystem: true },
  kind('court', '法院、检察院', 'Court or procuratorate', '法院$|检察院$', null),
];

function kind(key: string, zh: string, en: string, names: string, duty: Duty | null = 'department'): OrganKind {
  return { key, name: { zh, en }, names: new RegExp(names, 'u'), duty };
}

const otherKind: OrganKind = {
  key: 'other',
  name: { zh: '其他机关', en: 'Another organ' },
  names: /(?:)/u,
  duty: null,
};

/** The kind of an organ by its name without its division; `other` where it is none of the dictionary's. */
export function organKind(organ: string): OrganKind {
  return organKinds.find(({ names }) => names.test(organ)) ?? otherKind;
}

/** What departments of a government are called (县级以上人民政府部门). */
const departmentName = /\p{Script=Han}(?:厅|局|委员会)$/u;
/** Bureaus under such names that are no department: of a zone, of an authority above, of a part of the division. */
const noDepartment =
  /管委会|开发区|新区|高新区|经开区|园区|景区|度假区|保税|示范区|试验区|产业园|监管局|监察局|分局|支局|供电局|街道|领导小组|集团|公司/u;
/** Committees that surely administer a territory; that of a scenic spot or a lake may be an institution. */
const territory = /开发区|新区|高新区|经开区|园区|保税|示范区|试验区|产业园/u;

/**
 * As what an organ publishes its report, by its kind and its name without the division; null where that is not certain: a
 * squad of the police is of the kind 公安 and no department.
 */
export function dutyOf({ duty }: OrganKind, organ: string): Duty | null {
  if (duty === 'department') return departmentName.test(organ) && !noDepartment.test(organ) ? duty : null;
  if (duty === 'zone') return territory.test(organ) ? duty : null;
  return duty;
}

/** The kind of organ that a word names: its key or its name; null for a word that is neither. */
export function kindNamed(word: string): OrganKind | null {
  return [...organKinds, otherKind].find(({ key, name }) => key === word || name.zh === word) ?? null;
}

/** Whether a word is the key of a kind of organ, `other` among them. */
export function isOrganKind(key: string): boolean {
  return [...organKinds, otherKind].some((each) => each.key === key);
}

/** Short forms of organs' names and what they stand for. A form that is another organ elsewhere is not here: 水务局 is no 水利局. */
const shortForms: readonly (readonly [short: RegExp, full: string])[] = [
  [/(?<!管理)管委会/u, '管理委员会'],
  [/街道办$/u, '街道办事处'],
  [/^政府(?=办|$)/u, '人民政府'],
  [/行署(?=办|$)/u, '行政公署'],
  [/(?<=政府)办$/u, '办公室'],
  [/^.{0,2}人民政府(?=.{2,8}街道办事处$)/u, ''],
  [/人社(?=[厅局])|人力资源社会保障(?=[厅局])/u, '人力资源和社会保障'],
  [/市监(?=局$)|市场监管(?=局$)/u, '市场监督管理'],
  [/住建(?=[厅局])|住房城乡建设(?=[厅局委])/u, '住房和城乡建设'],
  [/卫健(?=[委局])/u, '卫生健康'],
  [/发改(?=[委局])|发展改革(?=[委局])/u, '发展和改革'],
  [/国资委$/u, '国有资产监督管理委员会'],
  [/文旅(?=[厅局])/u, '文化和旅游'],
  [/教体(?=局)|教育体育(?=局)/u, '教育和体育'],
  [/教委$/u, '教育委员会'],
  [/科技(?=[厅局])/u, '科学技术'],
  [/城管(?=局)/u, '城市管理'],
  [/工信(?=[厅局])/u, '工业和信息化'],
  [/退役军人(?=局)/u, '退役军人事务'],
  [/应急(?=局$)/u, '应急管理'],
  [/医保(?=局)/u, '医疗保障'],
  [/环保(?=局)/u, '环境保护'],
  [/国土(?=局)/u, '国土资源'],
  [/(?<=卫生健康|发展和改革|住房和城乡建设|商务|交通运输|农业农村)委$/u, '委员会'],
];

/** The national organ before the name of a branch that has no namesake in the place: 国家税务总局|内江市税务局 is the 内江市税务局. */
export const soleParent =
  /^国家税务总局(?=.{2,}税务局)|^中华人民共和国(?=.{2,}(?:海关|海事局|边防检查站))|^(?:新疆生产建设兵团)?第[一二三四五六七八九十]{1,2}师(?=\p{Script=Han}{2,4}市)/u;

/** An organ's name without its division, short forms written out: 市场监管局 → 市场监督管理局. */
export function canonicalOrgan(organ: string): string {
  return shortForms.reduce((name, [short, full]) => name.replace(short, full), organ);
}
