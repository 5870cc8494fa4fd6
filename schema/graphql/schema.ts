import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './agency.ts';
import './agency-year.ts';
import './province.ts';
import './aggregate.ts';
import './finding.ts';
import './section.ts';
import './division.ts';
import './document.ts';
import './form.ts';
import './work-plan.ts';
import './ingestion.ts';
import './metric.ts';
import './node.ts';
import './release.ts';
import './report.ts';
import './scalars.ts';
import './search.ts';
import './reuse.ts';
import './review.ts';
import './upload.ts';

builder.queryType({
  description: 'Annual disclosure reports of administrative organs, from agency down to the printed cell (查询).',
});

builder.mutationType({ description: 'Changes; every one needs credentials (变更).' });

builder.subscriptionType({ description: 'What is told as it happens, as Server-Sent Events, on one machine (订阅).' });

/** The executable schema. Each file above adds the types of one subject, and the query fields that return them. */
export const graphqlSchema: GraphQLSchema = builder.toSchema({ sortSchema: false });
