import type { Cause } from '../finding.ts';
import { builder } from './builder.ts';

const causes = {
  source: { value: 'source', description: "The document's own error, stored as printed (原文有误)." },
  suspectedParse: { value: 'suspected-parse', description: 'We may have misread the document (疑似识读有误).' },
} as const satisfies Record<string, { value: Cause; description: string }>;

export const CauseEnum = builder.enumType('Cause', {
  description: 'Whose doubt a finding is (疑点来源).',
  values: causes,
});
