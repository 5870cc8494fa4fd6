import { readFile } from 'node:fs/promises';
import process from 'node:process';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCodes } from '../exit-codes.ts';
import { tell } from '../print.ts';
import { progressBar } from '../progress-bar.ts';
import { systemClock } from './clock.ts';
import { collectPages } from './collect-pages.ts';
import { openManifest } from './manifest.ts';
import { readPageList } from './page-list.ts';
import { politeFetch } from './polite-fetch.ts';
import { guardedLookup, isPublicAddress } from './public-address.ts';

export interface CollectOptions {
  readonly out: string;
  /** Seconds. */
  readonly delay: number;
  /** Seconds. */
  readonly timeout: number;
  /** Bytes, in units of a million. */
  readonly maxSize: number;
  readonly contact?: string;
  readonly attachments: boolean;
  readonly allowPrivate?: true;
}

/** Collects the pages of a list into a folder, and says what is missing and why. */
export async function collect(list: string, options: CollectOptions): Promise<void> {
  const { pages, bad } = readPageList(await readFile(list), list);
  const isReachable = options.allowPrivate ? () => true : isPublicAddress;
  const fetcher = politeFetch({
    userAgent: userAgent(options.contact),
    lookup: guardedLookup(isReachable),
    isReachable,
    maxBytes: options.maxSize * 1_000_000,
    pauseMs: options.delay * 1_000,
    timeoutMs: options.timeout * 1_000,
    clock: systemClock,
  });
  const manifest = await openManifest(options.out);
  const bar = progressBar('Collect', pages.length);
  const onPage = (url: string) => bar.advance(1, url);
  const { attachments } = options;
  const { fetched, kept, missing } = await collectPages(pages, {
    fetcher,
    manifest,
    clock: systemClock,
    attachments,
    onPage,
  });
  const count = (state: string) => missing.filter((one) => one.state === state).length;
  bar.end(
    `Collect: ${fetched} fetched, ${kept} there already, ${count('refused')} refused, ${count('failed') + bad.length} failed`,
  );
  for (const { url, state, fault } of missing) tell(`${state}: ${url}: ${fault}`);
  for (const { name, fault } of bad) tell(`failed: ${name}: ${fault}`);
  if (count('failed') + bad.length > 0) process.exitCode = exitCodes.failed;
  else if (missing.length > 0) process.exitCode = exitCodes.rejected;
}

/** What a host is told of who asks. Throws where a contact is nothing that an HTTP header can hold. */
function userAgent(contact: string | undefined): string {
  if (contact !== undefined && !/^[\x20-\x7e]+$/.test(contact))
    throw new Error('--contact takes a mail or web address in ASCII.');
  return `gongkai/${packageJson.version}${contact === undefined ? '' : ` (+${contact})`}`;
}
