import assert from 'node:assert/strict';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';

/** A year of Sichuan comes as a file that the function writes when S3 tells that it is wanted, with nothing of Guizhou's in it. */
export async function exportYear(stage: Stage): Promise<void> {
  const { stack, code } = provinces.sichuan;
  const { stdout } = await stage.gongkai(['export', code, '2020', '--stack', stack, '--format', 'csv']);
  assert.match(stdout, /内江市人民政府/);
  assert.doesNotMatch(stdout, /清镇市人民政府/);
}
