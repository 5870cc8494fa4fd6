import type { Channels } from '../../../schema/vocabulary/indicator-phrase.ts';
import { anyOf } from './words.ts';

/** `other` sums up the channels named before it: 新闻网站、短信平台等其他方式. */
const summary = 'other';

/** The channels a text names. */
function named(channels: Channels, text: string): string[] {
  const found = Object.keys(channels).filter((key) => new RegExp(anyOf(channels[key] ?? []), 'u').test(text));
  return found.includes(summary) ? [summary] : found;
}

/** Whether a text names these channels, all of them and no other. */
export function namesExactly(channels: Channels, wanted: readonly string[], text: string): boolean {
  const found = named(channels, text);
  return found.length === wanted.length && found.every((key) => wanted.includes(key));
}
