import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
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

describe('the schema', () => {
  it('is the one that is printed in schema.graphql (node scripts/print-schema.ts)', () => {
    const printed = readFileSync(new URL('../../../schema/graphql/schema.graphql', import.meta.url), 'utf8');
    expect(printed).toBe(printedSchema());
  });

  it('describes every type, field, argument and enum value', () => {
    const types = Object.values(graphqlSchema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
    expect(types.flatMap(partsWithoutDescription)).toEqual([]);
  });
});
