/**
 * What sites print after a report. The first such line ends the last section; none of it is evidence of the agency.
 * Every pattern is a line's beginning, seen on published pages.
 */
const footers: readonly RegExp[] = [
  /^分享(?:到|至)?\s*[:：]?/,
  /^(?:上|下)一(?:篇|条|页)\s*[:：]?/,
  /^(?:相关|有关)(?:附件|链接|文章|阅读|信息|解读|新闻|文档)/,
  /^附件(?:下载|列表)?\s*\d*\s*(?:[:：]|$)/,
  /^附\s*[:：]/,
  /^(?:版权所有|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|网站(?:声明|地图|标识码)|联系我们|技术支持)/,
  /ICP备|公网安备/,
  /^[•·\s]*(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页)?|收藏)\s*$/,
  /^扫一扫/,
  /^您好.{0,6}我是/,
  /^【(?:打印|关闭|下载|字体|我要)/,
  /^(?:微信|手机)(?:扫一扫|扫码)/,
];

export function isFooter(text: string): boolean {
  const line = text.trim();
  return footers.some((pattern) => pattern.test(line));
}

/** Lines of metadata between a title and the report: source, date, clicks, font size. */
const metadata =
  /^(?:[•·\s]*)(?:来源|信息来源|发布(?:时间|日期|机构|单位|人)|作者|时间|日期|索\s*引\s*号|浏览(?:次数|量)|点击|阅读|字体|【字体|文\s*号|主题分类|\d{4}[-年]\d{1,2}[-月]\d{1,2})/u;

export function isMetadata(text: string): boolean {
  return metadata.test(text.trim());
}

/** An annex opens with lines that end a report: 附件, 附表1. */
export function isAnnexTitle(text: string): boolean {
  return /^附[件表]/u.test(text.trim());
}
