import { describe, expect, test } from 'vitest';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { reportOfYear } from '../../support/years.ts';
import { after, before, id, useIngestedApi } from './ingested-api.ts';

const { ask, store, findingsOf, dynamo } = useIngestedApi();

describe('a decision on a finding', () => {
  const review = `mutation ($input: ReviewFindingInput!) {
    reviewFinding(input: $input) { rule review { decision note reviewer at } }
  }`;
  const dismiss = (finding: string, note = '口径不同') => ({ input: { finding, decision: 'dismissed', note } });
  const own: Finding = {
    ...{ rule: 'applications.row-sum', expected: 3, actual: 2, message: { zh: '合计不符', en: 'Sum' } },
    ...{ severity: 'error', cells: ['applications.carriedOver.total'], cause: 'source' },
  };
  const doubted = (total: number) =>
    reportOfYear({
      year: 2022,
      rows: { 'applications.carriedOver': [3, 0, 0, 0, 0, 0, total] },
      change: { findings: [own] },
    });

  test('stands beside it from then on, and a later one takes its place', async () => {
    await store(doubted(2));
    const [finding] = await findingsOf(2022);
    expect(finding.review).toBeNull();
    const { data } = await ask(review, dismiss(finding.id));
    expect(data.reviewFinding.review).toMatchObject({ decision: 'dismissed', note: '口径不同', reviewer: 'Zhang' });
    await ask(review, { input: { finding: finding.id, decision: 'confirmed', note: '已核实' } });
    expect((await findingsOf(2022))[0].review).toMatchObject({ decision: 'confirmed', note: '已核实' });
  });

  test('holds on a finding across years, seen from either year', async () => {
    await store(before);
    await store(after);
    const [finding] = await findingsOf(2021);
    await ask(review, dismiss(finding.id));
    expect((await findingsOf(2021))[0].review).toMatchObject({ decision: 'dismissed' });
    expect((await findingsOf(2022))[0].review).toMatchObject({ decision: 'dismissed' });
  });

  test('survives another reading and another upload of the same figures, and lapses when a figure changes', async () => {
    const readAgain = await store(doubted(2));
    await ask(review, dismiss((await findingsOf(2022))[0].id));
    await readAgain();
    expect((await findingsOf(2022))[0].review).not.toBeNull();
    await store({ ...doubted(2), title: '2022年度报告' }, '9.0.0');
    expect((await findingsOf(2022))[0].review).not.toBeNull();
    await store({ ...doubted(1), title: '2022年度报告' }, '9.0.0');
    const findings = await findingsOf(2022);
    expect(findings.map(({ rule, review: decided }: { rule: string; review: unknown }) => [rule, decided])).toEqual([
      ['applications.row-sum', null],
      ['report.changed-after-publication', null],
    ]);
  });

  test('makes a report that may be another’s its agency’s, and not where the doubt is confirmed', async () => {
    const nobodys: Finding = {
      ...{ rule: 'identity.agency', expected: null, actual: null, message: { zh: '存疑', en: 'In doubt' } },
      ...{ severity: 'error', cells: [], cause: 'source' },
    };
    await store(reportOfYear({ year: 2022, change: { findings: [nobodys], outcome: 'held' } }));
    const state = async () => {
      const { data } = await ask(
        `query ($id: ID!) { agency(id: $id) {
          calendar(year: 2022) { state } series(metric: applicationsReceived) { points { year gap { code } } }
        } }`,
        { id },
      );
      const { calendar, series } = data.agency;
      return [calendar.state, series.points.at(-1).gap?.code];
    };
    const [finding] = await findingsOf(2022);
    expect(await state()).toEqual(['undecided', 'identityInDoubt']);
    await ask(review, dismiss(finding.id));
    expect(await state()).toEqual(['dateUnknown', undefined]);
    await ask(review, { input: { finding: finding.id, decision: 'confirmed', note: '确属他局' } });
    expect(await state()).toEqual(['undecided', 'identityInDoubt']);
  });

  test('is seen by the public, whose answer from before it was kept', async () => {
    await store(doubted(2));
    const [finding] = await findingsOf(2022, 'nobody');
    // Once more and again, so that it is known that nothing has changed.
    for (const _ of [1, 2]) expect(await findingsOf(2022, 'nobody')).toEqual([finding]);
    await ask(review, dismiss(finding.id));
    expect((await findingsOf(2022, 'nobody'))[0].review).toMatchObject({ decision: 'dismissed' });
  });

  test('is read with those of all other agencies of a list in one call', async () => {
    await store(doubted(2));
    const meter = attachCallMeter(dynamo());
    await ask('{ reports(filter: { year: 2022 }) { nodes { findings { review { note } } } } }');
    expect(meter.read().byCommand.BatchGet).toBe(2);
  });

  test('is refused to the public, for what is no finding, and without a word why', async () => {
    await store(doubted(2));
    const [finding] = await findingsOf(2022);
    const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;
    expect(codeOf(await ask(review, dismiss(finding.id), 'nobody'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(review, dismiss('no finding')))).toBe('FINDING_NOT_FOUND');
    expect(codeOf(await ask(review, dismiss(`${id}.2022.${'0'.repeat(24)}`)))).toBe('FINDING_NOT_FOUND');
    expect(codeOf(await ask(review, dismiss(finding.id, ' ')))).toBe('BAD_USER_INPUT');
    expect((await findingsOf(2022))[0].review).toBeNull();
  });
});
