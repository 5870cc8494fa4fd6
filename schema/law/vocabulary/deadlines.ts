import type { Bilingual } from '../../record/bilingual.ts';

/** Organs whose day of publication the law gives. */
type OrganKind = 'government' | 'department';

/** The day, `MM-DD` of the year after the report's, by which organs of one kind publish. */
export interface Deadline {
  readonly organs: readonly OrganKind[];
  /** First and last report year that it holds for; null for those in force. */
  readonly from: number;
  readonly to: number | null;
  readonly day: string;
  readonly source: Bilingual;
}

/** The days that the Regulations give. A kind of organ or a year that is not here has none that is certain. */
export const deadlines: readonly Deadline[] = [
  {
    organs: ['government', 'department'],
    from: 2008,
    to: 2018,
    day: '03-31',
    source: { zh: '2008年施行的条例第三十一条', en: 'Regulations of 2008, art. 31' },
  },
  {
    organs: ['government'],
    from: 2019,
    to: null,
    day: '03-31',
    source: { zh: '条例第四十九条第二款', en: 'Regulations of 2019, art. 49, second paragraph' },
  },
  {
    organs: ['department'],
    from: 2019,
    to: null,
    day: '01-31',
    source: { zh: '条例第四十九条第一款', en: 'Regulations of 2019, art. 49, first paragraph' },
  },
];

/** The last day on which the law lets any organ publish its report on a year. */
export function lastDay(year: number): string {
  const days = deadlines.filter(({ from, to }) => year >= from && year <= (to ?? year)).map(({ day }) => day);
  return `${year + 1}-${days.toSorted().at(-1) ?? '12-31'}`;
}

/** Governments by their names; those of townships are in neither paragraph of article 49. */
const governmentName = /(?<!乡|镇|街道)人民政府$/u;

/** Departments of governments (县级以上人民政府部门) by their names. */
const departmentName = /\p{Script=Han}(?:厅|局|委员会)$/u;

/**
 * Organs under such names of which the law says no day: committees of zones, which may report for a whole territory;
 * bodies under the authorities above them; committees that are no department; branches.
 */
const noDepartment = new RegExp(
  [
    '管理委员会|管委会|开发区|新区|园区|景区|保税|示范区|试验区',
    '税务|海关|气象|地震|邮政|烟草|海事|铁路|民航|通信|证监|银监|保监|金融监督管理|监管局|监察局|能源监管|矿山|煤矿|外汇',
    '居民委员会|村民委员会|常务委员会|街道|领导小组|集团|公司|供电局|分局|支局',
    '(?<!市场监督|应急|城市)管理局$',
  ].join('|'),
  'u',
);

/** The kind of an organ of whose day there is no doubt; null for any other. */
export function organKind(name: string): OrganKind | null {
  if (governmentName.test(name)) return 'government';
  return departmentName.test(name) && !noDepartment.test(name) ? 'department' : null;
}
