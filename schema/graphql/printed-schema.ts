import { printSchema } from 'graphql';
import { graphqlSchema } from './schema.ts';

/** A description that graphql-js prints on one line. */
const oneLine = /^( *)"""(.+)"""$/gm;

/** The schema in the form in which it is checked in, which is the form that the formatter keeps. */
export function printedSchema(): string {
  return `${printSchema(graphqlSchema).replace(oneLine, '$1"""\n$1$2\n$1"""')}\n`;
}
