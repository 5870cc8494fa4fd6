import { expect, test } from 'vitest';
import { viewerOfAuthorizer } from '../../../functions/graphql/viewer.ts';

test('a holder of IAM credentials is known by their address', () => {
  const userArn = 'arn:aws-cn:iam::123456789012:user/zhang';
  expect(viewerOfAuthorizer({ iam: { userArn } })).toEqual({ name: userArn });
});

test('a holder of a token by the name in it, else the address, else the subject', () => {
  const named = (claims: Record<string, unknown>) => viewerOfAuthorizer({ jwt: { claims } });
  expect(named({ sub: 'u-1', email: 'zhang@example.cn', name: '张三' })).toEqual({ name: '张三' });
  expect(named({ sub: 'u-1', email: 'zhang@example.cn' })).toEqual({ name: 'zhang@example.cn' });
  expect(named({ sub: 'u-1', name: '' })).toEqual({ name: 'u-1' });
  expect(named({ iss: 'https://id.example.cn' })).toBeNull();
});
