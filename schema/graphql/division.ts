import { divisionNode, provinceCodeOf } from './agency-nodes.ts';
import { builder } from './builder.ts';
import { AgencyLevelEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { divisionId } from './node-id.ts';

builder.objectType('Division', {
  interfaces: ['Node'],
  description: 'An administrative division (行政区划), GB/T 2260.',
  fields: (t) => ({
    id: t.id({ description: 'Opaque id (标识).', resolve: ({ code }) => divisionId(code) }),
    code: t.exposeID('code', { description: 'Six digits of GB/T 2260 (行政区划代码).' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Name in the vocabulary of divisions (区划名称); null for a code that is not in it.',
    }),
    level: t.field({
      type: AgencyLevelEnum,
      nullable: true,
      description: 'Level of the division (层级); null for a code that is not in the vocabulary.',
      resolve: ({ level }) => level,
    }),
    parent: t.field({
      type: 'Division',
      nullable: true,
      description: 'The division it lies in (上级区划); null for a province.',
      resolve: ({ parentCode }) => (parentCode === null ? null : divisionNode(parentCode)),
    }),
    province: t.field({
      type: 'Division',
      description: 'The province it lies in (所属省份); itself for a province.',
      resolve: ({ code }) => divisionNode(provinceCodeOf(code)),
    }),
  }),
});

const prefix = /^\d{2}(\d{2}(\d{2})?)?$/;

/** A prefix of a division code that ends at a level. Throws BAD_USER_INPUT, which names the argument, for anything else. */
export function divisionPrefix(division: string, argument = 'division'): string {
  if (!prefix.test(division)) throw badUserInput(`${argument} must be 2, 4 or 6 digits of a division code.`, argument);
  return division;
}
