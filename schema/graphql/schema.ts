import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './agency.ts';
import './agency-year.ts';
import './aggregate.ts';
import './bilingual.ts';
import './cell.ts';
import './checks.ts';
import './coverage.ts';
import './division.ts';
import './document.ts';
import './finding.ts';
import './form.ts';
import './form-table.ts';
import './forwarded-document.ts';
import './found-finding.ts';
import './found-task.ts';
import './indicator.ts';
import './ingested-member.ts';
import './ingested-record.ts';
import './ingestion.ts';
import './ingestion-of.ts';
import './metric.ts';
import './metric-series.ts';
import './place.ts';
import './plan-item.ts';
import './province.ts';
import './reason.ts';
import './report.ts';
import './responsibility.ts';
import './review.ts';
import './rule.ts';
import './section.ts';
import './source.ts';
import './statistic.ts';
import './statutory-section.ts';
import './table-row.ts';
import './target.ts';
import './task.ts';
import './upload.ts';
import './version-difference.ts';
import './work-plan.ts';
import './year-comparison.ts';

builder.queryType({
  description: 'Annual disclosure reports of administrative organs, from agency down to the printed cell (查询).',
});

builder.mutationType({ description: 'Changes; every one needs credentials (变更).' });

builder.subscriptionType({ description: 'What is told as it happens, as Server-Sent Events, on one machine (订阅).' });

/** The executable schema. Each file above adds one type, and the query fields that return it. */
export const graphqlSchema: GraphQLSchema = builder.toSchema({ sortSchema: false });
