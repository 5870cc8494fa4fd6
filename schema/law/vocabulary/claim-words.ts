/** Words by which a sentence relates one figure to another. Matched without spaces and in half-width signs. */

/** Between a part and its share: 114件,占比约33.9%. What stands between 占 and the percentage says of what. */
export const shareWords: readonly string[] = ['占'];

/** Of everything just spoken of. With any other word the share is of something the sentence does not count. */
export const wholeWords: readonly string[] = [
  '比',
  '比例',
  '比重',
  '全部',
  '总数',
  '总量',
  '总件数',
  '总申请量',
  '总申请数',
  '申请总数',
  '申请总量',
  '申请量',
  '全部申请',
  '办结总数',
  '办结件总数',
  '申请办结总数',
  '办结总量',
  '办结数',
  '办结量',
  '办理总数',
  '办理总量',
  '答复总数',
  '答复总量',
  '受理总数',
  '收到申请总数',
  '的',
];

/** 286件、19件,分别占93.8%、6.2%: the percentages are of as many figures before, in their order. */
export const respectively = '分别';

/** Between 占 and its percentage besides the words for the whole. */
export const shareFillers: readonly string[] = ['约', '约为', '为', '达', '达到', '近', '超', '超过'];

/** Before a change: compared with the year before, and with no other time. */
export const lastYearWords: readonly string[] = [
  '同比',
  '(?:比|较|与)?(?:上年度?|上一年度?|去年)(?:同期)?(?:相比|相较|比较)?',
  '(?:比|较|与)(?:20\\d\\d)年度?(?:同期)?(?:相比|相较|比较)?',
];

export const increaseWords: readonly string[] = ['增长', '增加', '上升', '提高', '提升', '上涨', '增幅', '涨幅', '多'];
export const decreaseWords: readonly string[] = ['下降', '减少', '降低', '下滑', '回落', '降幅', '少'];

/** Between the word of change and its figure. */
export const changeFillers: readonly string[] = ['了', '约', '近', '幅度达?', '率为?', '达', '为', '超过?'];

/** Marks a percentage as round. */
export const roundPercentWords: readonly string[] = ['约', '近', '超', '超过', '接近', '将近', '不足', '逾'];
export const roundPercentEndings: readonly string[] = ['左右', '以上', '多', '余'];
