import type { CellState } from '../cell.ts';
import { builder } from './builder.ts';

export const CellStateEnum = builder.enumType('CellState', {
  description: 'What kind of thing stands in a cell (单元格状态). A blank is not a zero.',
  values: {
    number: { value: 'number', description: 'A figure is printed (数字).' },
    blank: { value: 'blank', description: 'Nothing is printed (空白).' },
    notApplicable: {
      value: 'notApplicable',
      description: 'A mark for "does not apply" is printed, such as / or 无 (不适用).',
    },
    unreadable: { value: 'unreadable', description: "Something else stands in a number's place (无法识读)." },
    inferred: {
      value: 'inferred',
      description:
        'Not printed readably, but the relations of the form leave exactly one value; a finding gives the reasoning (推断).',
    },
  } as const satisfies Record<CellState, unknown>,
});
