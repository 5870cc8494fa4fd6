import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../../docs/deploy.md');

const block = /^```sh\n([\s\S]*?)^```$/gm;

/** What prepares the machine: the rehearsal runs on one that is prepared, from a copy that must stay as it is. */
const preparation = /^(?:npm ci|git pull)\b.*\n/gm;

/** A section of the operator's guide with the commands in it, block by block. */
export interface GuideSection {
  readonly title: string;
  readonly blocks: readonly string[];
}

/** The sections of `docs/deploy.md` that have commands to follow, in order. */
export async function readGuide(): Promise<GuideSection[]> {
  return guideSections(await readFile(page, 'utf8'));
}

/** The sections of a page in Markdown that have shell commands, without those that prepare the machine. */
export function guideSections(markdown: string): GuideSection[] {
  const sections = markdown.split(/^## /m).slice(1);
  return sections
    .map((text) => ({
      title: text.slice(0, text.indexOf('\n')),
      blocks: [...text.matchAll(block)].map(([, commands = '']) => commands.replace(preparation, '')),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}
