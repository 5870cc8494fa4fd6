/** Words that figures in Chinese sentences are made of. */

/** Digits of Chinese numerals, both forms of zero and two included. */
export const numeralDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Multipliers inside a group of four digits. */
export const smallMultipliers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Multipliers that close a group; they follow digits too (1.2万). */
export const largeMultipliers: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Before a figure: it is about, nearly or more than that. */
export const approximationsBefore: readonly string[] = [
  '大约',
  '约',
  '将近',
  '接近',
  '近',
  '超过',
  '超',
  '逾',
  '不足',
  '至少',
];

/** Inside or directly after the digits: 260余条, 20余万条. */
export const approximationsInside: readonly string[] = ['余', '多', '几', '+'];

/** After the unit: 300条左右. */
export const approximationsAfter: readonly string[] = ['左右', '以上', '上下', '有余'];

/** Units that count what reports count. A figure with any other unit (年, %, 个工作日) is not one of theirs. */
export const countUnits: readonly string[] = [
  '场次',
  '人次',
  '批次',
  '条次',
  '件次',
  '篇次',
  '条',
  '件',
  '次',
  '个',
  '期',
  '场',
  '人',
  '名',
  '位',
  '篇',
  '份',
  '起',
  '宗',
  '例',
  '元',
  '项',
  '处',
  '班',
  '部',
  '则',
];

/** Directly after a unit: the word goes on and is no unit (20个工作日, 5人大代表). */
export const unitContinuations: readonly string[] = ['工作日', '月', '小时', '百分点', '民', '大', '选', '率'];

/** Directly before digits: an ordinal or a document number, not a figure (第20条). */
export const ordinalMarks: readonly string[] = ['第', '〔', '[', '-', '—', '/'];
