import { reportParts } from '../../test/support/render-page.ts';
import type { Original } from './originals.ts';

/** A report as converters write Markdown: headings with marks, numbers with their dot escaped, breaks in labels. */
export function renderMarkdown({ report, texts }: Original): string {
  return reportParts(report, texts)
    .map((part, index) => {
      if (typeof part === 'string')
        return index === 0
          ? `# ${part}`
          : part.replace(/^(?=[一二三四五六]、)/, '## **') + (/^[一二三四五六]、/.test(part) ? '**' : '');
      const lines = part.rows.map((row) => `| ${row.map(({ text }) => escaped(text)).join(' | ')} |`);
      const rule = `|${' --- |'.repeat(part.rows[0]?.length ?? 1)}`;
      return [lines[0], rule, ...lines.slice(1)].join('\n');
    })
    .join('\n\n');
}

function escaped(text: string): string {
  return text.replace(/^(\d)\./, '$1\\.').replace(/^(结果|其他|尚未)(?=\S)/, '$1<br>');
}
