import type { Finding } from '../../schema/record/finding.ts';
import type { CheckableRecord, Failure, Rule } from './rule.ts';
import { whoseError } from './whose-error.ts';

/** A failed check as it stands in the record: with the rule's name and severity, and with whose error it seems to be. */
export function findingOf(rule: Rule, failure: Failure, record: CheckableRecord): Finding {
  const { severity = rule.severity, cells, expected, actual, message } = failure;
  const told = failure.cause === undefined ? whoseError(record, cells) : null;
  const evidence = failure.evidence ?? told?.evidence;
  return {
    ...{ rule: rule.id, severity, cells: [...cells], expected, actual, message },
    cause: failure.cause ?? told?.cause ?? 'source',
    ...(evidence === undefined ? {} : { evidence }),
  };
}
