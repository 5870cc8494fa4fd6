import { exampleRecord } from '../parser/rules/example-record.ts';
import type { Rule } from '../parser/rules/rule.ts';
import type { RuleExample } from '../parser/rules/rule-example.ts';
import { rules } from '../parser/rules/rules.ts';
import { runRules } from '../parser/rules/run-rules.ts';
import type { Finding } from '../schema/finding.ts';
import { formById } from '../schema/forms/forms.ts';
import { sectionNames } from '../schema/vocabulary/sections.ts';
import type { MutationScore } from '../test/support/mutation-scores.ts';

const head = `# Rules

Generated from the rules by \`npm run print-rules\`; do not edit. How to add one: \`parser/rules/README.md\`.

A rule says which relation between printed values must hold. A finding stands beside the values and never changes one.
An error holds a report by default (\`parser/outcome-policy.ts\`); a warning or an info does not.
Each rule's two examples are its test. Cells that an example does not give are 0.
`;

interface Scores {
  readonly reports: number;
  readonly clean: number;
  readonly scores: readonly MutationScore[];
}

/** The reference of all rules as Markdown: a list, how well they find what is wrong, and a page for each. */
export function ruleReference(scores: Scores): string {
  return [head, list(), mutationTable(scores), ...rules.map(page)].join('\n');
}

function list(): string {
  const rows = rules.map(
    ({ id, severity, title }) => `| [\`${id}\`](#${anchor(id)}) | ${severity} | ${title.en} | ${title.zh} |`,
  );
  return ['| rule | severity | | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function anchor(id: string): string {
  return id.replaceAll('.', '');
}

function mutationTable({ reports, clean, scores }: Scores): string {
  const rows = scores.map(({ kind, mutants, found }) => `| ${kind} | ${mutants} | ${percent(found, mutants)} |`);
  return [
    '## What they find',
    '',
    `${reports} generated reports that agree with themselves: ${clean} errors found in them. Each changed in one place:`,
    '',
    '| change | reports changed | found in its row or column |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function page(rule: Rule): string {
  const { id, title, severity, source, forms, examples } = rule;
  const [finding] = runRules(exampleRecord(examples.failing)).findings.filter((found) => found.rule === id);
  return [
    `## ${id}`,
    '',
    `${title.zh}`,
    '',
    `${title.en}.`,
    '',
    `Severity: ${severity} · Forms: ${forms.join(', ')} · Source: ${source.en} (${source.zh})`,
    '',
    `Holds: ${examples.passing.about.en} (${examples.passing.about.zh})`,
    ...exampleLines(examples.passing),
    '',
    `Found: ${examples.failing.about.en} (${examples.failing.about.zh})`,
    ...exampleLines(examples.failing),
    ...(finding === undefined ? [] : findingLines(finding)),
    '',
  ].join('\n');
}

/** What an example gives, an item a line. */
function exampleLines(example: RuleExample): string[] {
  const { rows = {}, without = [], sections = {}, annex = {}, agency, publishedOn, evidence } = example;
  return [
    ...Object.entries(rows).map(([path, values]) => `- ${rowName(example, path)}: ${values.map(printed).join(' · ')}`),
    ...without.map((path) => `- not there: \`${path}\``),
    ...Object.entries(sections).map(
      ([key, text]) => `- ${sectionName(key)}: ${text === '' ? '(empty)' : `“${text.replaceAll('\n', ' ')}”`}`,
    ),
    ...Object.entries(annex).map(([path, [, label, text]]) => `- annex ${path} ${label}: ${text}`),
    ...(agency === undefined ? [] : [`- agency: ${agency.name} (${agency.level})`]),
    ...(publishedOn === undefined ? [] : [`- published on ${publishedOn}`]),
    ...(evidence?.provinceHint == null ? [] : [`- received for province ${evidence.provinceHint}`]),
  ].map((line, index) => (index === 0 ? `\n${line}` : line));
}

function printed(value: number | string): string {
  return value === '' ? '(blank)' : String(value);
}

function rowName({ form }: RuleExample, path: string): string {
  const rows = formById(form).tables.flatMap((table) =>
    table.blocks.flatMap((block) => block.rows.map((row) => [`${table.key}.${row.key}`, row.name.zh] as const)),
  );
  return `\`${path}\` ${new Map<string, string>(rows).get(path) ?? ''}`;
}

function sectionName(key: string): string {
  return Object.entries(sectionNames).find(([name]) => name === key)?.[1].zh ?? key;
}

function findingLines({ severity, cause, message, evidence }: Finding): string[] {
  return [
    '',
    `> ${severity}, ${cause}: ${message.en}`,
    '>',
    `> ${message.zh}`,
    ...(evidence === undefined ? [] : ['>', `> ${evidence.en} ${evidence.zh}`]),
  ];
}
