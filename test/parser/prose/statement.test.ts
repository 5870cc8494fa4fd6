import { describe, expect, it } from 'vitest';
import { distinctStatements } from '../../../parser/prose/statement.ts';

const found = (value: number, section: number, { atHome = false, approximate = false } = {}) => ({
  indicator: {
    ...{ key: 'proactive.total', label: null, value, unit: '条', approximate },
    ...{ text: `主动公开信息${value}条`, section, offset: section * 100 },
  },
  atHome,
});

const kept = (statements: Parameters<typeof distinctStatements>[0]) =>
  distinctStatements(statements).map(({ value, section }) => [value, section]);

describe('distinctStatements', () => {
  it('keeps of equal statements the one in the section that is about it', () => {
    expect(kept([found(9920, 1), found(9920, 2, { atHome: true }), found(9920, 3)])).toEqual([[9920, 2]]);
  });

  it('keeps the first where no section is about it', () => {
    expect(kept([found(9920, 1), found(9920, 3)])).toEqual([[9920, 1]]);
  });

  it('lets an exact figure stand for the round one', () => {
    expect(kept([found(149_000, 1, { approximate: true }), found(149_231, 2)])).toEqual([[149_231, 2]]);
  });

  it('keeps statements that contradict each other, in the order of the text', () => {
    expect(kept([found(17, 1), found(95, 2, { atHome: true })])).toEqual([
      [17, 1],
      [95, 2],
    ]);
  });
});
