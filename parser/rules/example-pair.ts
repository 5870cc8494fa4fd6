import { parserVersion } from '../version.ts';
import type { TwoYears } from './across-years/across-years-rule.ts';
import { exampleRecord } from './example-record.ts';
import type { ExampleReport, PairExample } from './rule-example.ts';
import { runRules } from './run-rules.ts';

/** The two records that an example describes, each checked by itself first, as reports are before they are compared. */
export function examplePair({ before, after }: PairExample): TwoYears {
  return { before: checkedExample(before), after: checkedExample(after) };
}

function checkedExample(example: ExampleReport): TwoYears['before'] {
  const record = exampleRecord(example);
  return { ...record, findings: runRules(record).findings, parser: { version: parserVersion } };
}
