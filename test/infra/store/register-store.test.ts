import { expect, it } from 'vitest';
import { registerChange } from '../../../infra/store/register-store.ts';
import { type Period, registered } from '../../../schema/record/register.ts';

const always = { from: null, to: null };

/** A statement on a bureau of Neijiang. */
function bureau(name: string, recordedAt: string, periods: Period[] = [always]) {
  const place = { divisionCode: '511000', provinceCode: '51', level: 'prefecture' } as const;
  return registered({ ...place, name, type: 'department', parent: null, periods, recordedAt });
}

it('what an import says is new, is another thing than before, or was known whenever it was said', () => {
  const [before, now] = ['2021-01-01T00:00:00Z', '2022-01-01T00:00:00Z'];
  const known = ['内江市教育局', '内江市水利局', '内江市财政局'].map((name) => bureau(name, before));
  const ended = bureau('内江市教育局', now, [{ from: null, to: '2021-12-31' }]);
  const fresh = bureau('内江市商务局', now);
  const same = [bureau('内江市水利局', now), bureau('内江市财政局', now)];
  expect(registerChange(known, [ended, fresh, ...same])).toEqual({ added: [fresh], changed: [ended], unchanged: 2 });
});
