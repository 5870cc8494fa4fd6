import type { Texts } from './render-fodt.ts';
import type { GeneratedReport } from './render-report.ts';
import { type LaidTable, layOut } from './statutory-layout.ts';

const numerals = ['一', '二', '三', '四', '五', '六'];

/** A report as its lines and tables in order, tables with the merged cells of the form as issued. */
export function reportParts({ form, agency, year, printed }: GeneratedReport, texts: Texts): (string | LaidTable)[] {
  const sections = form.sections.flatMap((section, index) => {
    const table = form.tables.find((candidate) => candidate.section === section.key);
    const heading = `${numerals[index]}、${section.headings[0]}`;
    return [heading, ...(texts[section.key] ?? []), ...(table === undefined ? [] : [layOut(table, printed)])];
  });
  return [`${agency}${year}年政府信息公开工作年度报告`, ...(texts.preamble ?? []), ...sections];
}

/** A report as a page without anything around it. `charset` is what the page says of itself. */
export function renderPage(report: GeneratedReport, texts: Texts, charset = 'utf-8'): string {
  const body = reportParts(report, texts).map((part) =>
    typeof part === 'string' ? `<p>${part}</p>` : tableHtml(part),
  );
  const head = `<meta charset="${charset}"><title>政府信息公开</title>`;
  return `<!DOCTYPE html><html><head>${head}</head><body>\n${body.join('\n')}\n</body></html>\n`;
}

/** A table as HTML, with the merged cells of the form. */
export function tableHtml({ rows }: LaidTable): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, columnSpan, rowSpan }) => {
      const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
      return `<td${spans}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1">\n${lines.join('\n')}\n</table>`;
}
