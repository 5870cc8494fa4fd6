import { parserVersion } from '../version.ts';
import type { TwoYears } from './across-years/across-years-rule.ts';
import type { PublishedReport } from './changed-after-publication.ts';
import { exampleRecord } from './example-record.ts';
import type { ExampleReport, PairExample } from './rule-example.ts';
import { runRules } from './run-rules.ts';

/** A report that was read whole from a page. */
type ExampleVersion = TwoYears['before'] & PublishedReport;

/** The two records that an example describes, each checked by itself first, as reports are before they are compared. */
export function examplePair({ before, after }: PairExample): { before: ExampleVersion; after: ExampleVersion } {
  return { before: checkedExample(before), after: checkedExample(after) };
}

function checkedExample(example: ExampleReport): ExampleVersion {
  const record = exampleRecord(example);
  const { findings } = runRules(record);
  return {
    ...{ ...record, findings, parser: { version: parserVersion } },
    ...{ title: null, complete: true, source: { mediaType: 'text/html' } },
  };
}
