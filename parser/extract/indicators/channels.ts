import type { Channels } from '../../../schema/law/vocabulary/indicator-phrase.ts';
import { anyOf } from './words.ts';

/** `other` sums up the channels named before it: 新闻网站、短信平台等其他方式. */
const summary = 'other';

/** Test whether a text names these channels, all of them and no other. */
export function channelTest(channels: Channels, wanted: readonly string[]): (text: string) => boolean {
  const families = Object.entries(channels).map(([key, words]) => ({ key, words: new RegExp(anyOf(words), 'u') }));
  return (text) => {
    const named = families.filter(({ words }) => words.test(text)).map(({ key }) => key);
    const found = named.includes(summary) ? [summary] : named;
    return found.length === wanted.length && found.every((key) => wanted.includes(key));
  };
}
