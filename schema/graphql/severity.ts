import type { Severity } from '../finding.ts';
import { builder } from './builder.ts';

export const SeverityEnum = builder.enumType('Severity', {
  description: 'How grave a finding is (严重程度).',
  values: {
    error: {
      value: 'error',
      description: 'A relation of the form does not hold; the report is served as held (错误).',
    },
    warning: { value: 'warning', description: 'Worth a look; does not hold the report (警告).' },
    info: { value: 'info', description: 'A remark on how something was read (提示).' },
  } as const satisfies Record<Severity, unknown>,
});
