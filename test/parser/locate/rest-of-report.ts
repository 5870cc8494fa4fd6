import { readFileSync } from 'node:fs';

/** A report from its first heading on, on the form of 2021: it names nobody. */
const ofToday = readFileSync('test/corpus/county-2022-text/source.txt', 'utf8').split('\n').slice(2).join('\n');

/** The same on the form of 2008. */
const ofThen = `一、概述
本年度，认真贯彻条例，主动公开政府信息120条。
二、主动公开政府信息情况
全年主动公开政府信息120条，其中网站公开100条。
三、依申请公开政府信息情况
收到政府信息公开申请3件，全部办结。
四、收费及减免情况
未收取费用。
五、因政府信息公开申请行政复议、提起行政诉讼情况
未发生行政复议、行政诉讼。
六、存在的主要问题及改进措施
公开内容有待丰富，下一步加强培训。`;

/** The rest of a report that names nobody, on a form that there was in the year that its beginning names. */
export function restOfReport(beginning: string, year: number | null = null): string {
  const [, named] = /((?:19|20)\d\d)\s*(?:年|#)/u.exec(beginning) ?? [];
  const from = year ?? (named === undefined ? null : Number(named));
  return from !== null && from < 2020 ? ofThen : ofToday;
}
