import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../parser/prose/extract-claims.ts';
import type { SectionKey } from '../../../schema/law/vocabulary/sections.ts';

/** What a report of 2021 claims in one section. */
function claims(text: string, key: SectionKey = 'overview') {
  return extractClaims({ agency: null, year: 2021, preamble: '', sections: [{ ordinal: 1, key, heading: '', text }] });
}

const values = (figures: readonly { readonly value: number }[]) => figures.map(({ value }) => value);

describe('shares', () => {
  it('are of the figure directly before them, and of the wholes before that', () => {
    const [claim] = claims('办结申请234件,其中予以公开114件,占48.7%。');
    expect(claim).toMatchObject({
      kind: 'share',
      part: { value: 114 },
      percent: { value: 48.7, decimals: 1 },
      ofFirst: true,
    });
    expect(claim?.kind === 'share' && values(claim.wholes)).toEqual([234]);
  });

  it('are left where they are of something the sentence does not count', () => {
    expect(claims('收到申请16件,占全县的39%。').filter(({ kind }) => kind === 'share')).toEqual([]);
    expect(claims('满意率98.6%。')).toEqual([]);
  });

  it('are each of its part where they are told in turn', () => {
    expect(claims('自然人申请286件、法人或其他组织申请19件,分别占93.8%、6.2%。')).toMatchObject([
      { part: { value: 286 }, percent: { value: 93.8 } },
      { part: { value: 19 }, percent: { value: 6.2 } },
    ]);
    expect(claims('居前三位的分别占41.3%、22.6%、9.8%。')).toEqual([]);
  });

  it('are round where the text says so', () => {
    expect(claims('无法提供14件,占比约34%。')).toMatchObject([{ percent: { value: 34, approximate: true } }]);
  });
});

describe('changes', () => {
  it('carry the difference and the percentage that follow a figure', () => {
    expect(claims('收到申请224件,比上年减少26件,下降10.4%。')).toMatchObject([
      { kind: 'change', now: { value: 224 }, difference: { value: -26 }, percent: { value: -10.4 }, before: null },
    ]);
  });

  it('know last year’s figure by its year, before or after this year’s', () => {
    const change = { kind: 'change', now: { value: 224 }, before: { value: 200 }, percent: { value: 12 } };
    expect(claims('2020年收到200件,2021年收到224件,增长12%。')).toMatchObject([change]);
    expect(claims('2021年收到224件,2020年为200件,同比增长12%。')).toMatchObject([change]);
  });

  it('are read where the text gives last year’s figure or the difference alone', () => {
    const now = { kind: 'change', now: { value: 224 }, percent: null };
    expect(claims('收到申请224件,比上年增加24件。')).toMatchObject([{ ...now, difference: { value: 24 } }]);
    expect(claims('收到申请224件,较2020年(200件)增加24件。')).toMatchObject([
      { ...now, before: { value: 200 }, difference: { value: 24 } },
    ]);
  });

  it('are no percentage points, and none of what stands further off', () => {
    expect(claims('收到申请224件,满意度同比提高2个百分点。')).toEqual([]);
    expect(claims('发布信息158条,阅读量同比增长30%。')).toEqual([]);
  });
});

describe('parts', () => {
  it('stand in brackets or after 其中, as far as their unit is the whole’s', () => {
    expect(claims('收到申请2件(其中网络申请1件、信函申请1件)。')).toMatchObject([
      { kind: 'parts', whole: { value: 2 }, parts: [{ value: 1 }, { value: 1 }] },
    ]);
    const [claim] = claims('举办发布会27场次,其中专题8场,参加人员300人次。');
    expect(claim?.kind === 'parts' && values(claim.parts)).toEqual([8]);
  });

  it('go on over the sentence that begins with 其中', () => {
    expect(claims('收到申请41件。其中,网上14件,信函6件。')).toMatchObject([{ whole: { value: 41 }, parts: [{}, {}] }]);
  });

  it('follow 申请中, and are none in the brackets of another year', () => {
    expect(claims('在办结的303件申请中,予以公开104件。')).toMatchObject([
      { whole: { value: 303 }, parts: [{ value: 104 }] },
    ]);
    expect(claims('收到申请544件,较2020年(498件)增长9.2%。').filter(({ kind }) => kind === 'parts')).toEqual([]);
  });

  it('are not read of plans, nor in the section on problems', () => {
    expect(claims('力争公开信息300条,其中网站200条。')).toEqual([]);
    expect(claims('公开信息300条,其中网站200条。', 'problemsAndImprovements')).toEqual([]);
  });
});

describe('a claim', () => {
  it('quotes its sentence as printed', () => {
    const [claim] = claims('全年 平稳。办结申请234件，其中予以公开114件，占48.7%。');
    expect(claim).toMatchObject({ text: '办结申请234件，其中予以公开114件，占48.7%', section: 1 });
  });
});
