import { readFileSync } from 'node:fs';
import {
  BreakingChangeType,
  buildSchema,
  findSchemaChanges,
  type GraphQLArgument,
  GraphQLFloat,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../../schema/graphql/printed-schema.ts';
import { graphqlSchema } from '../../../schema/graphql/schema.ts';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const undescribed = (parent: string, parts: readonly Described[]) =>
  parts.filter(({ description }) => !description).map(({ name }) => `${parent}.${name}`);

function partsWithoutDescription(type: GraphQLNamedType): string[] {
  const own = undescribed('type', [type]);
  if (isEnumType(type)) return [...own, ...undescribed(type.name, type.getValues())];
  if (isInputObjectType(type)) return [...own, ...undescribed(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => undescribed(`${type.name}.${field.name}`, field.args));
  return [...own, ...undescribed(type.name, fields), ...args];
}

/** A schema with strings in the place of our scalars: what a client is sent for them is the string that it was before they had a name. */
const asSent = (sdl: string): GraphQLSchema => buildSchema(sdl.replace(/(?<=: \[?)(?:Date|DateTime|URL)\b/g, 'String'));

const released = readFileSync('released/schema.graphql', 'utf8');
const breaking = (sdl: string) =>
  findSchemaChanges(asSent(sdl), asSent(printedSchema())).filter(({ type }) => type in BreakingChangeType);
const read = (name: string): string =>
  readFileSync(new URL(`../../../schema/graphql/${name}`, import.meta.url), 'utf8');

const types = Object.values(graphqlSchema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

describe('the schema', () => {
  it('is the one that is printed in schema.graphql (node tools/print-schema.ts)', () => {
    expect(read('schema.graphql')).toBe(printedSchema());
  });

  it('describes every type, field, argument and enum value', () => {
    expect(types.flatMap(partsWithoutDescription)).toEqual([]);
  });

  it('says of every type, field and enum value what it is in Chinese too', () => {
    const parts = types.flatMap((type) => [
      type,
      ...(isEnumType(type) ? type.getValues() : []),
      ...(isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []),
    ]);
    expect(parts.length).toBeGreaterThan(300);
    expect(
      parts.filter(({ description }) => !/\p{Script=Han}/u.test(description ?? '')).map(({ name }) => name),
    ).toEqual([]);
  });

  it('names the unit of every number that has one', () => {
    const unitless = types
      .filter((type) => isObjectType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => getNamedType(field.type) === GraphQLFloat)
      .filter(
        ({ field }) =>
          !/unit|share|yuan|millisecond|points|value|percentile|group is too small/i.test(field.description ?? ''),
      );
    expect(unitless.map(({ name }) => name)).toEqual([]);
  });

  it('breaks nothing that the last release promised (released/schema.graphql)', () => {
    expect(breaking(released).map(({ description }) => description)).toEqual([]);
  });

  it('would be found to break a promise', () => {
    const promised = released.replace('raw: String!', 'raw: String!\n  promised: String!');
    expect(breaking(promised).map(({ type }) => type)).toContain(BreakingChangeType.FIELD_REMOVED);
  });

  it('asks for a string where it answers a day, a time or an address: variables are declared with their type', () => {
    const asked: (GraphQLArgument | GraphQLInputField)[] = types.flatMap(
      (type): (GraphQLArgument | GraphQLInputField)[] => {
        if (isInputObjectType(type)) return Object.values(type.getFields());
        return isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => [...field.args]) : [];
      },
    );
    const own = asked.filter((part) => ['Date', 'DateTime', 'URL'].includes(getNamedType(part.type).name));
    expect(asked.length).toBeGreaterThan(50);
    expect(own.map(({ name }) => name)).toEqual([]);
  });
});
