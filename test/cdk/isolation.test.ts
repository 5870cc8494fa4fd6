import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { nationalStack, provinceTemplate } from './support/stacks.ts';

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown(),
});
type Statement = z.infer<typeof Statement>;

const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });
const Policies = z.object({ Policies: z.array(Policy).default([]) });

/** What the roles of a stack may do. */
function grants(template: Template): Statement[] {
  const beside = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    Object.values(template.findResources(type)).map(({ Properties }) => Policy.parse(Properties)),
  );
  const inline = Object.values(template.findResources('AWS::IAM::Role')).flatMap(
    ({ Properties }) => Policies.parse(Properties).Policies,
  );
  return [...beside, ...inline].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** Every text in a value, at whatever depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const sichuan = provinceTemplate({ region: 'cn-north-1' });
const national = Template.fromStack(nationalStack());

/** What of the bucket is given as a whole: documents, uploads, exports and what is wanted of them, results of queries, tables, releases. */
const prefixes = [
  ...['/raw/*', '/raw/uploads/*', '/exports/*', '/exports/requests/release-*.json', '/exports/queries/*'],
  ...['/tables/*', '/releases/*', '/search/*', '/exports/requests/search/*'],
];

/** The catalog of Glue, of which an account has one: who asks a table must be let into it, and is let into no other database. */
const catalog = ':catalog';

/** How a stack is asked for by its name. */
const ownStack = ':stack/gongkai-sichuan/*';

test('a role may do only what is named: no action has a wildcard', () => {
  const actions = [...grants(sichuan), ...grants(national)].flatMap(({ Action }) => Action);
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

test('the only wildcards in resources are those for what lies under a prefix of the bucket, and for seeing how busy queues are', () => {
  const wild = [...grants(sichuan), ...grants(national)]
    .flatMap(({ Resource }) => texts(Resource))
    .filter((text) => text.includes('*'));
  expect(new Set(wild)).toEqual(new Set([...prefixes, ownStack, '*']));
  const ofAll = grants(sichuan).filter(({ Resource }) => texts(Resource).includes('*'));
  expect(ofAll.flatMap(({ Action }) => Action)).toEqual([
    'cloudwatch:DescribeAlarms',
    'cloudwatch:GetMetricStatistics',
  ]);
});

test("whatever a province's roles may touch is a resource of its own stack", () => {
  const own = new Set(Object.keys(sichuan.toJSON().Resources));
  const isOperators = (text: string) => text === '*' || text === ownStack;
  for (const { Resource } of grants(sichuan).filter((grant) => !texts(grant.Resource).some(isOperators))) {
    for (const resource of [Resource].flat())
      if (texts(resource).at(-1) !== catalog) expect(logicalIds(resource).some((id) => own.has(id))).toBe(true);
  }
});

/** Logical ids that a resource of a statement refers to. */
function logicalIds(resource: unknown): string[] {
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = Reference.parse(resource);
  if (Ref !== undefined) return [Ref];
  if (attribute !== undefined) return [attribute[0]];
  return join?.[1].flatMap((part) => (typeof part === 'string' ? [] : logicalIds(part))) ?? [];
}

const Reference = z.object({
  Ref: z.string().optional(),
  'Fn::GetAtt': z.tuple([z.string(), z.string()]).optional(),
  'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]).optional(),
});

test("no template of a province names another's resources", () => {
  const all = texts(sichuan.toJSON()).join('\n');
  expect(all).toContain('sichuan');
  expect(all).not.toContain('guizhou');
  expect(texts(provinceTemplate({}, 'guizhou').toJSON()).join('\n')).not.toContain('sichuan');
});

test('the gateway may read the tables it is told of, in their regions, and write none', () => {
  const dynamo = grants(national).filter(({ Action }) => Action.some((action) => action.startsWith('dynamodb:')));
  expect(new Set(dynamo.flatMap(({ Action }) => Action))).toEqual(
    new Set(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']),
  );
  const resources = dynamo.map(({ Resource }) => JSON.stringify(Resource)).join();
  expect(resources).toContain('table/gongkai-sichuan-records');
  expect(resources).toContain(':ap-southeast-1:');
  expect(resources).toContain('table/gongkai-guizhou-records');
});
