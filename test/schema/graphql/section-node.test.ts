import { describe, expect, it } from 'vitest';
import { sectionNodes } from '../../../schema/graphql/record-nodes.ts';
import type { ReportRecord, Section } from '../../../schema/record/report.ts';
import { organ } from '../../functions/graphql/agencies.ts';
import { fullVersion } from '../../functions/graphql/full-record.ts';

const { record } = fullVersion(organ('市审计局'), 2021);
const typesOf = (changed: ReportRecord) =>
  sectionNodes(changed, 'document').map(({ ordinal, typeName }) => [ordinal, typeName]);
const without = (key: string): Section[] => record.sections.filter((section) => section.key !== key);

describe('sections', () => {
  it('have the type of their statutory table', () => {
    expect(typesOf(record)).toEqual([
      [1, 'NarrativeSection'],
      [2, 'ProactiveDisclosureSection'],
      [3, 'ApplicationsSection'],
      [4, 'ReviewAndLitigationSection'],
      [5, 'NarrativeSection'],
      [6, 'NarrativeSection'],
    ]);
  });

  it('are narrative where the record has no such table', () => {
    const { applications: _, ...tables } = record.tables;
    expect(typesOf({ ...record, tables })[2]).toEqual([3, 'NarrativeSection']);
  });

  it('stand for a table without a printed heading where the form has it, and say that it is not printed', () => {
    const nodes = sectionNodes({ ...record, sections: without('applications') }, 'document');
    expect(nodes.map(({ key }) => key)).toEqual(sectionNodes(record, 'document').map(({ key }) => key));
    expect(nodes[2]).toMatchObject({
      ordinal: 3,
      heading: '',
      text: '',
      printed: false,
      typeName: 'ApplicationsSection',
    });
    expect(nodes[1]?.printed).toBe(true);
  });

  it('serve every table even where no section at all is printed', () => {
    const nodes = sectionNodes({ ...record, sections: [] }, 'document');
    expect(nodes.map(({ key }) => key)).toEqual(['proactiveDisclosure', 'applications', 'reviewAndLitigation']);
  });

  it('give the table to the first of two sections with one key', () => {
    const again: Section = { ordinal: 7, key: 'applications', heading: '依申请公开补充', text: '' };
    expect(typesOf({ ...record, sections: [...record.sections, again] })).toContainEqual([7, 'NarrativeSection']);
  });
});
