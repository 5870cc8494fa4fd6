import assert from 'node:assert/strict';
import { join } from 'node:path';
import { provinces } from '../account.ts';
import { ask } from '../ask.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitFor } from '../wait-for.ts';

const { sichuan, guizhou } = provinces;
const reprocessed = 'raw/neijiang-2020.txt';
/** A document of Sichuan's, for Guizhou. */
export const stray = 'gongjing-2018.txt';

/** One document is listed, read again for nothing but the differences, and then on demand: only its ingestion changes. */
export async function reprocess(stage: Stage): Promise<void> {
  const { stack } = sichuan;
  const selected = ['reprocess', '--stack', stack, '--key', reprocessed];
  const listed = await stage.gongkai([...selected, '--list']);
  assert.match(listed.stdout, /\tpublished\t.*\traw\/neijiang-2020\.txt\t/);
  const differences = await stage.gongkai([...selected, '--dry-run']);
  assert.match(differences.stdout, /^1 object versions read again, 0 of them differently/);
  const before = await statusOf(stage, stack);
  await stage.gongkai([...selected, '--force']);
  const after = await waitFor(
    { expected: `${reprocessed} to be ingested again`, timeoutMs: 60_000 },
    () => statusOf(stage, stack),
    (seen) => finishedAt(seen) !== finishedAt(before),
  );
  assert.deepEqual(after.outcomes, before.outcomes);
}

function finishedAt({ lastIngestions }: Awaited<ReturnType<typeof statusOf>>): string | undefined {
  return lastIngestions.find(({ key }) => key === reprocessed)?.finishedAt;
}

/** A document that went to the wrong province is served there, with the doubt whose it is. */
export async function doubtStray(stage: Stage): Promise<void> {
  const { stack } = guizhou;
  await stage.gongkai(['upload', '--wait', '--stack', stack, join('samples', stray)], { allowed: [2] });
  const query = '{ reports(filter: { year: 2018 }) { nodes { agency { name } findings { rule } } } }';
  const answer = JSON.stringify(await ask(stage, ['--stack', stack], query));
  assert.match(answer, /自贡市贡井区人民政府.*"identity\.province"/);
}
