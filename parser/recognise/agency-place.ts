import { commonestDivision } from './agency-body.ts';
import { locateDivision } from './agency-division.ts';
import { placelessDepartment } from './agency-words.ts';

/** As many characters before a short name may name its place. */
const longestPlace = 30;

/**
 * A short name with its place, from texts that use the full one: 区统计局 with a signature 鄞州区统计局 is that bureau.
 * The name itself where no text does.
 */
export function placedName(words: string, texts: readonly string[]): string {
  for (const text of texts) {
    const longer = longerName(words, text);
    if (longer !== null) return longer;
  }
  return words;
}

/** The name whose beginning is wholly a place and whose end is `words`; the longest at their first such use. */
function longerName(words: string, text: string): string | null {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    for (let start = Math.max(0, at - longestPlace); start < at; start += 1) {
      const candidate = text.slice(start, at + words.length);
      const located = locateDivision(candidate);
      if (!located.abbreviated && located.length >= at - start) return candidate;
    }
  }
  return null;
}

/** 区统计局 in a report that speaks of one district only is that district's. */
export function placedDepartment(words: string, body: string): string {
  const match = placelessDepartment.exec(words);
  if (match === null) return words;
  const [, kind = '', organ = ''] = match;
  const division = commonestDivision(body, kind);
  return division === null ? words : division + organ;
}

/** The name that a short one stands for: 市市场监管局 with a signature 绵阳市市场监督管理局. The short name where none is. */
export function spelledOut(words: string, names: readonly string[]): string {
  const [, kind = '', organ = ''] = placelessDepartment.exec(words) ?? [];
  if (organ === '') return words;
  const full = names.find((name) => {
    const { length, abbreviated } = locateDivision(name);
    return length > 0 && !abbreviated && name.slice(0, length).endsWith(kind) && shortens(organ, name.slice(length));
  });
  return full ?? words;
}

/** Whether a name's characters stand in a longer one in the same order, from its first to its last: 人社局 in 人力资源和社会保障局. */
function shortens(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length && long.startsWith(short.charAt(0)) && long.endsWith(short.slice(-1));
}
