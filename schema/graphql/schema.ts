import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './agency.ts';
import './agency-year.ts';
import './bilingual.ts';
import './cell.ts';
import './division.ts';
import './document.ts';
import './finding.ts';
import './form.ts';
import './form-table.ts';
import './forwarded-document.ts';
import './indicator.ts';
import './ingested-record.ts';
import './ingestion.ts';
import './place.ts';
import './plan-item.ts';
import './reason.ts';
import './report.ts';
import './responsibility.ts';
import './rule.ts';
import './section.ts';
import './source.ts';
import './statistic.ts';
import './statutory-section.ts';
import './table-row.ts';
import './target.ts';
import './task.ts';
import './work-plan.ts';

builder.queryType({
  description: 'Annual disclosure reports of administrative organs, from agency down to the printed cell.',
});

/** The executable schema. Each file above adds one type, and the query fields that return it. */
export const graphqlSchema: GraphQLSchema = builder.toSchema({ sortSchema: false });
