import type { AgencyLevel } from '../agency.ts';
import { builder } from './builder.ts';

export const AgencyLevelEnum = builder.enumType('AgencyLevel', {
  description: 'Level of the division an agency belongs to (行政层级; Constitution, art. 30).',
  values: {
    central: { value: 'central', description: "The State Council's own organs (中央)." },
    province: {
      value: 'province',
      description: 'Province, autonomous region or municipality directly under the central government (省级).',
    },
    prefecture: {
      value: 'prefecture',
      description: 'Prefecture-level city, autonomous prefecture, league or district of a municipality (地级).',
    },
    county: { value: 'county', description: 'County, county-level city, banner or district of a city (县级).' },
    township: { value: 'township', description: 'Township, town or subdistrict (乡级).' },
  } as const satisfies Record<AgencyLevel, unknown>,
});
