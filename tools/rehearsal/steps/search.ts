import assert from 'node:assert/strict';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';

/** Sentences of Sichuan's reports are found over the API, of all of them, and none of Guizhou's. */
export async function searchTexts(stage: Stage): Promise<void> {
  const { stack } = provinces.sichuan;
  const { stdout, stderr } = await stage.gongkai(['search', '政府信息公开', '--year', '2020', '--stack', stack]);
  assert.match(stdout, /内江市人民政府\t2020\toverview\t/);
  assert.doesNotMatch(stdout, /清镇市人民政府/);
  assert.match(stderr, /^(\d+) of \1 reports searched/m);
}
