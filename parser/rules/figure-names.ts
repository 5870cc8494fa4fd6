import { TableKey } from '../../schema/law/forms/form.ts';
import { indicatorName } from '../../schema/law/vocabulary/indicators.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { cellName } from '../../schema/record/cell-names.ts';
import type { CellChange } from '../../schema/record/difference.ts';
import type { Figures } from '../differences/cell-changes.ts';

/**
 * What a reader calls the figure at a record path: table, row and column of the form, the label of the annex, or the indicator
 * that a sentence states. The path itself where nothing names it.
 */
function figureName({ tables, statistics }: Figures, path: string): Bilingual {
  const [head = '', rest = ''] = [path.slice(0, path.indexOf('.')), path.slice(path.indexOf('.') + 1)];
  const table = TableKey.safeParse(head);
  const form = table.success ? tables[table.data]?.form : undefined;
  const label = head === 'statistics' ? statistics.find((row) => row.path === rest)?.label : undefined;
  const inForm = form === undefined ? null : cellName(form, path)?.name;
  return inForm ?? (label === undefined ? indicatorName(rest) : { zh: label, en: label }) ?? { zh: rest, en: rest };
}

/** So many figures are written out in a message. */
const writtenOut = 3;

/** The first of some differing figures of a report by name, each with what `printed` makes of its two versions. */
export function writtenChanges(
  changes: readonly CellChange[],
  report: Figures,
  printed: (change: CellChange) => Bilingual,
): Bilingual {
  const some = changes.slice(0, writtenOut).map((change) => {
    const [name, said] = [figureName(report, change.path), printed(change)];
    return { zh: `“${name.zh}”${said.zh}`, en: `“${name.en}”${said.en}` };
  });
  const hasMore = changes.length > writtenOut;
  return {
    zh: `${some.map(({ zh }) => zh).join(';')}${hasMore ? '等' : ''}`,
    en: `${some.map(({ en }) => en).join('; ')}${hasMore ? ' and more' : ''}`,
  };
}

/** The figure of the document that is shown, and that of the other. */
export function beside(shown: string, other: string): Bilingual {
  return { zh: `本份${shown},另一份${other}`, en: ` ${shown} here, ${other} in the other` };
}
