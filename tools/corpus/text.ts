import { reportParts } from '../../test/support/render-page.ts';
import type { Original } from './originals.ts';

/** A report as it is copied from a page: a table row a line, cells parted by pipes. */
export function renderText({ report, texts }: Original): string {
  return reportParts(report, texts)
    .flatMap((part) =>
      typeof part === 'string' ? [part] : part.rows.map((row) => row.map(({ text }) => text).join(' | ')),
    )
    .join('\n');
}
