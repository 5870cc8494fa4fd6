import { readingRules } from '../parser/reading-rules.ts';
import { acrossYearsRules, compareYears } from '../parser/rules/across-years/compare-years.ts';
import { changedAfterPublication, changedAfterPublicationRule } from '../parser/rules/changed-after-publication.ts';
import { examplePair, exampleRecord } from '../parser/rules/examples.ts';
import { readOtherwise, readOtherwiseRule } from '../parser/rules/read-otherwise.ts';
import type { ExampleReport, PairExample, PairExamples, Rule } from '../parser/rules/rule.ts';
import { rules } from '../parser/rules/rules.ts';
import { runRules } from '../parser/rules/run-rules.ts';
import { formById } from '../schema/law/forms/forms.ts';
import { sectionNames } from '../schema/law/vocabulary/sections.ts';
import type { Bilingual } from '../schema/record/bilingual.ts';
import type { Finding } from '../schema/record/finding.ts';
import { describeRule, type RuleDescription, type RuleHead } from '../schema/record/rule.ts';
import type { ReferenceScores } from '../test/support/reference-scores.ts';
import { mutationRows, mutationShares, sentenceRows } from './rule-scores.ts';

const head = `# Rules

Generated from the rules by \`npm run print-rules\`; do not edit. How to add one: \`parser/rules/README.md\`.

A rule says which relation between printed values must hold. A finding stands beside the values and never changes one.
An error holds a report by default (\`parser/records.ts\`); a warning or an info does not.
Each rule's two examples are its test. Cells that an example does not give are 0.
`;

/** A rule with its page's examples as records' lines, and the finding of the failing one. */
interface Documented {
  readonly rule: RuleDescription;
  readonly passing: ExampleLines;
  readonly failing: ExampleLines;
  readonly finding: Finding | undefined;
}

interface ExampleLines {
  readonly about: Bilingual;
  readonly lines: readonly string[];
}

const documented: readonly Documented[] = [
  ...rules.map(withinReport),
  ...acrossYearsRules.map((rule) => ofPair(rule, rule.examples, (pair) => compareYears(pair).findings)),
  ofVersions(changedAfterPublicationRule, changedAfterPublication),
  ofVersions(readOtherwiseRule, readOtherwise),
];

function withinReport(rule: Rule): Documented {
  const { passing, failing } = rule.examples;
  const { findings } = runRules(exampleRecord(failing));
  return {
    rule: describeRule(rule),
    passing: { about: passing.about, lines: exampleLines(passing) },
    failing: { about: failing.about, lines: exampleLines(failing) },
    finding: findings.find((found) => found.rule === rule.id),
  };
}

type Compare = (pair: ReturnType<typeof examplePair>) => readonly Finding[];

function ofVersions(rule: typeof readOtherwiseRule, compare: typeof readOtherwise): Documented {
  return ofPair(rule, rule.examples, ({ before, after }) => {
    const finding = compare(before, after);
    return finding === null ? [] : [finding];
  });
}

function ofPair(rule: RuleHead, { passing, failing }: PairExamples, compare: Compare): Documented {
  return {
    rule: describeRule(rule),
    passing: { about: passing.about, lines: pairLines(passing) },
    failing: { about: failing.about, lines: pairLines(failing) },
    finding: compare(examplePair(failing)).find((found) => found.rule === rule.id),
  };
}

/** The reference of all rules as Markdown: a list, how well they find what is wrong, and a page for each. */
export function ruleReference(scores: ReferenceScores): string {
  return [head, list(), reading(), found(scores), ...documented.map(page)].join('\n');
}

function list(): string {
  const rows = documented.map(({ rule: { id, severity, title } }) => [
    `[\`${id}\`](#${anchor(id)})`,
    severity,
    title.en,
    title.zh,
  ]);
  return `${table([['rule', 'severity', '', ''], ...rows])}\n`;
}

/** Findings of reading itself have no check of their own. */
function reading(): string {
  const rows = readingRules.map(({ id, severity, title }) => [`\`${id}\``, severity, title.en, title.zh]);
  return `Reading finds these things itself:\n\n${table([['rule', 'severity', '', ''], ...rows])}\n`;
}

function anchor(id: string): string {
  return id.replaceAll('.', '');
}

function found({ generated, corpus, sentences }: ReferenceScores): string {
  return [
    '## What they find',
    '',
    `${generated.reports} generated reports that agree with themselves: ${generated.clean} errors found in them. Each changed in one place:`,
    '',
    table(mutationRows(generated)),
    '',
    `Every report of the corpus on these forms without an error: ${corpus.clean} found in them when their figures are checked again. Each changed in`,
    'some places, one at a time:',
    '',
    table(mutationShares(corpus)),
    '',
    'Sentences labelled by hand with what they say of the figures of their report (`test/labelled-sentences/`). A first run is of',
    'sentences that no phrase was made for; after that of `mended after` what was generally wrong was mended, after that of',
    '`held out` one false doubt.',
    '',
    table(sentenceRows(sentences)),
    '',
  ].join('\n');
}

function table([head_ = [], ...rows]: readonly (readonly string[])[]): string {
  return [head_, head_.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function page({ rule: { id, title, severity, source, forms }, passing, failing, finding }: Documented): string {
  return [
    `## ${id}`,
    '',
    `${title.zh}`,
    '',
    `${title.en}.`,
    '',
    `Severity: ${severity} · Forms: ${forms.join(', ')} · Source: ${source.en} (${source.zh})`,
    '',
    `Holds: ${passing.about.en} (${passing.about.zh})`,
    ...passing.lines,
    '',
    `Found: ${failing.about.en} (${failing.about.zh})`,
    ...failing.lines,
    ...(finding === undefined ? [] : findingLines(finding)),
    '',
  ].join('\n');
}

/** What the two reports of an example give, each line with its year. */
function pairLines({ before, after }: PairExample): string[] {
  const lines = (report: ExampleReport, which: string) =>
    exampleLines(report).map((line) => line.replace('- ', `- ${report.year} ${which}: `));
  const isOfOneYear = before.year === after.year;
  const [first, second] = isOfOneYear ? ['before', 'after'] : [`form ${before.form}`, `form ${after.form}`];
  const all = [...lines(before, first ?? ''), ...lines(after, second ?? '')];
  return all.map((line, index) => (index === 0 ? `\n${line.trim()}` : line.trim()));
}

/** What an example gives, an item a line. */
function exampleLines(example: ExampleReport): string[] {
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

function rowName({ form }: ExampleReport, path: string): string {
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
