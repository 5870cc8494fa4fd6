import type { Form, FormTable } from '../schema/law/forms/form.ts';
import { forms } from '../schema/law/forms/forms.ts';
import { denominatorTerms } from '../schema/law/vocabulary/denominators.ts';
import { indicatorTerms, percentKeys } from '../schema/law/vocabulary/indicators.ts';
import { organKinds } from '../schema/law/vocabulary/organ-kinds.ts';
import { reasonMessages } from '../schema/law/vocabulary/reasons.ts';
import { sectionNames } from '../schema/law/vocabulary/sections.ts';
import type { Bilingual } from '../schema/record/bilingual.ts';

/** `docs/glossary.md`: every key of the vocabulary with the words it stands for, in both languages and with its source. */
export function glossary(): string {
  const parts = [
    '# Glossary\n\nEvery key that records and GraphQL use, with the words it stands for. Printed by `npm run print-glossary`.',
    section('Sections', ['key', 'printed', 'meaning'], named(Object.entries(sectionNames))),
    ...forms.flatMap(formParts),
    section(
      'Indicators',
      ['key', 'printed', 'meaning', 'unit'],
      indicatorTerms.map((term) => [term.key, term.name.zh, term.name.en, term.unit]),
    ),
    `A share or a change that a sentence gives of one of these has its key with \`${percentKeys.share}\` or \`${percentKeys.change}\`, in %.`,
    section('Kinds of organs', ['key', '中文', 'English'], named(organKinds.map(({ key, name }) => [key, name]))),
    section(
      'Denominators',
      ['key', '中文', 'English', 'units', 'what'],
      denominatorTerms.map(({ key, name, units, note }) => [
        ...[key, name.zh, name.en, Object.keys(units).join(', ')],
        `${note.en} (${note.zh})`,
      ]),
    ),
    section('Reasons for a rejection', ['code', '中文', 'English'], named(Object.entries(reasonMessages))),
  ];
  return `${parts.join('\n\n')}\n`;
}

function formParts(form: Form): string[] {
  const head = `## ${form.name.en} (${form.name.zh})\n\nForm \`${form.id}\`: ${form.source.en} (${form.source.zh}).`;
  return [head, ...form.tables.map(tablePart)];
}

function tablePart(table: FormTable): string {
  const rows = table.blocks.flatMap(({ rows: labelled, columns }) =>
    labelled.map((row) => [row.key, row.labels[0], row.name.en, columns.map((column) => column.key).join(', ')]),
  );
  const columns = [
    ...new Map(table.blocks.flatMap((block) => block.columns).map((column) => [column.key, column])).values(),
  ];
  return [
    `### ${table.name.en} (\`${table.key}\`)`,
    markdown(['row', 'printed', 'meaning', 'columns'], rows),
    markdown(
      ['column', 'printed', 'meaning', 'unit'],
      columns.map((column) => [column.key, column.labels[0], column.name.en, column.unit]),
    ),
  ].join('\n\n');
}

function named(entries: readonly (readonly [string, Bilingual])[]): string[][] {
  return entries.map(([key, { zh, en }]) => [key, zh, en]);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `## ${title}\n\n${markdown(head, rows)}`;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map(([key = '', ...rest]) => [`\`${key}\``, ...rest])];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
