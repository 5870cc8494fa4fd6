import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDivisions } from '../../tools/build-divisions.ts';

const generated = new URL('../../schema/law/vocabulary/divisions.generated.ts', import.meta.url);

test('the checked-in list is what the script makes of the installed package', () => {
  expect(readFileSync(generated, 'utf8')).toBe(buildDivisions());
});
