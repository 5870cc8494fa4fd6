import type { Agency } from '../../schema/agency.ts';
import type { Ingestion } from '../../schema/ingestion.ts';
import type { AgencyFilter, IngestionFilter, ReportFilter, VersionHead } from '../../schema/record-store.ts';
import { agenciesPartition, allIngestionsPartition, outcomePartition, reportsPartition } from '../table.ts';
import { agencyOf } from './agency-item.ts';
import { agencyOfHead, headOf } from './head-item.ts';
import { ingestionOf } from './ingestion-item.ts';
import { type ListQuery, testsOf } from './list-query.ts';

/**
 * Agencies by division and name. Those of a year are read from the reports of that year, in the same order: the cost
 * then follows the answer, not the number of agencies.
 */
export function agencyList({ division = '', level, nameContains, year }: AgencyFilter): ListQuery<Agency> {
  const ofYear = year !== undefined;
  return {
    index: 'gsi1',
    partition: ofYear ? reportsPartition(year) : agenciesPartition,
    prefix: division,
    newestFirst: false,
    tests: testsOf([
      { attribute: 'level', test: 'equals', value: level },
      { attribute: ofYear ? 'agencyName' : 'name', test: 'contains', value: nameContains },
    ]),
    read: ofYear ? agencyOfHead : agencyOf,
  };
}

/** Current annual reports of a year, by division and name. */
export function reportList({ year, division = '', outcome }: ReportFilter): ListQuery<VersionHead> {
  return {
    index: 'gsi1',
    partition: reportsPartition(year),
    prefix: division,
    newestFirst: false,
    tests: testsOf([{ attribute: 'outcome', test: 'equals', value: outcome }]),
    read: headOf,
  };
}

/** Ingestions, newest first; each outcome has a partition of its own, so no filter is needed. */
export function ingestionList({ outcome }: IngestionFilter): ListQuery<Ingestion> {
  return {
    index: outcome === undefined ? 'gsi1' : 'gsi2',
    partition: outcome === undefined ? allIngestionsPartition : outcomePartition(outcome),
    prefix: '',
    newestFirst: true,
    tests: [],
    read: ingestionOf,
  };
}
