import { describe, expect, it } from 'vitest';
import { follows } from '../../../parser/rules/across-years/successions.ts';
import { indicatorsAnnex } from '../../../parser/rules/annex.ts';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { indicatorsClosedExceedsReceived } from '../../../parser/rules/indicators-closed-exceeds-received.ts';
import { indicatorsContradicting } from '../../../parser/rules/indicators-contradicting.ts';
import { indicatorsPartsSum } from '../../../parser/rules/indicators-parts-sum.ts';
import { narrativeChange } from '../../../parser/rules/narrative-change.ts';
import { narrativeCount } from '../../../parser/rules/narrative-count.ts';
import { narrativeParts } from '../../../parser/rules/narrative-parts.ts';
import { narrativeShare } from '../../../parser/rules/narrative-share.ts';
import type { CheckableRecord, ExampleReport } from '../../../parser/rules/rule.ts';
import { type Scope, type ToldScope, unknownScope } from '../../../schema/record/scope.ts';
import { failures } from './support/checkable.ts';

const about = { zh: '', en: '' };
const told = (scope: Scope): ToldScope =>
  scope === 'unknown' ? unknownScope : { scope, from: 'statement', words: '', offset: 0 };

/** A report whose tables and annex give the figures of a scope. */
function reportOf(scope: Scope, example: ExampleReport): CheckableRecord {
  const tables = { proactiveDisclosure: told(scope), applications: told(scope), reviewAndLitigation: told(scope) };
  return { ...exampleRecord(example), scopes: { report: told(scope), tables } };
}

describe('figures of different scopes never contradict each other', () => {
  const rows = {
    'applications.newlyReceived': [95, 0, 0, 0, 0, 0, 95],
    'applications.processed': [95, 0, 0, 0, 0, 0, 95],
  };
  const overview = '全市共收到政府信息公开申请170件。';

  it('a sentence and a table', () => {
    const said = { form: '2021', rows, sections: { overview } } as const;
    expect(failures(narrativeCount, reportOf('ownLevel', said))).toEqual([]);
    expect(failures(narrativeCount, reportOf('territory', said))).toHaveLength(1);
    expect(failures(narrativeCount, reportOf('unknown', said))).toHaveLength(1);
  });

  it('a sentence and the annex', () => {
    const annex = { '一/(一)': ['proactive.total', '主动公开政府信息数', '9902'] } as const;
    const said = { form: '2019', annex, sections: { overview: '全市累计主动公开信息9920条。' } } as const;
    expect(failures(indicatorsAnnex, reportOf('organ', said))).toEqual([]);
    expect(failures(indicatorsAnnex, reportOf('territory', said))).toHaveLength(1);
  });

  it('two sentences, while a third of the same scope still does', () => {
    const two = '全市累计主动公开信息9920条。\n我局累计主动公开信息120条。';
    expect(
      failures(indicatorsContradicting, reportOf('unknown', { form: '2019', sections: { overview: two } })),
    ).toEqual([]);
    const three = { overview: `${two}\n我局累计主动公开信息210条。` };
    const [failure, ...more] = failures(
      indicatorsContradicting,
      reportOf('unknown', { form: '2019', sections: three }),
    );
    expect([failure?.expected, failure?.actual, more]).toEqual([120, 210, []]);
  });

  it('what one closed and another received', () => {
    const closed = (who: string) => ({
      ...({ form: '2008', year: 2018 } as const),
      sections: { applications: `我局共收到依申请公开申请2件。\n${who}按时办结24件依申请公开申请。` },
    });
    expect(failures(indicatorsClosedExceedsReceived, reportOf('unknown', closed('全区')))).toEqual([]);
  });

  it('a whole of one and parts of another', () => {
    const sections = {
      overview: '我局政务微博发布信息51条,微信公众平台发布信息1647条。',
      proactiveDisclosure: '全市通过政务微博、微信公众平台公开政府信息1691条。',
    };
    expect(failures(indicatorsPartsSum, reportOf('unknown', { form: '2008', year: 2018, sections }))).toEqual([]);
    const same = { ...sections, proactiveDisclosure: '我局通过政务微博、微信公众平台公开政府信息1691条。' };
    expect(
      failures(indicatorsPartsSum, reportOf('unknown', { form: '2008', year: 2018, sections: same })),
    ).toHaveLength(1);
  });

  it('a part in a sentence and the whole in a table', () => {
    const sections = { overview: '全市依申请公开方面,予以公开114件,占48.7%。' };
    const said = { form: '2021', rows, sections } as const;
    expect(failures(narrativeShare, reportOf('ownLevel', said))).toEqual([]);
    expect(failures(narrativeShare, reportOf('territory', said))).toHaveLength(1);
  });

  it('a part that is wider than what it is said to be part of', () => {
    const parts = (who: string) =>
      ({ form: '2021', sections: { overview: `我局公开信息19条,其中${who}公开信息40条。` } }) as const;
    expect(failures(narrativeParts, reportOf('unknown', parts('全市')))).toEqual([]);
    expect(failures(narrativeParts, reportOf('unknown', parts('网站')))).toHaveLength(1);
  });

  it('this year of one and last year of another', () => {
    const change = (who: string) =>
      ({
        form: '2021',
        sections: { overview: `我局2020年收到政府信息公开申请200件,${who}2021年收到政府信息公开申请224件,增长50%。` },
      }) as const;
    expect(failures(narrativeChange, reportOf('unknown', change('全市')))).toEqual([]);
    expect(failures(narrativeChange, reportOf('unknown', change('我局')))).toHaveLength(1);
  });

  it('the tables of two years', () => {
    const figure = (year: number, value: number, scope: Scope) =>
      ({ year, path: 'applications.carriedOver.total', name: about, value, state: 'number', scope }) as const;
    const check = (scope: Scope) =>
      follows({
        where: about,
        terms: [{ sign: 1, figure: figure(2020, 1, scope) }],
        result: figure(2021, 3, 'ownLevel'),
      });
    expect(check('territory').outcome).toBe('notApplicable');
    expect(check('ownLevel').outcome).toBe('fail');
    expect(check('unknown').outcome).toBe('fail');
  });
});
