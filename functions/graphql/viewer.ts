import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '../../schema/graphql/context.ts';

/** Who API Gateway let in: a holder of IAM credentials, or of a token whose claims it has checked. */
export const Authorizer = z.union([
  z.object({ iam: z.object({ userArn: z.string().min(1) }) }),
  z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }),
]);
export type Authorizer = z.infer<typeof Authorizer>;

/** Claims that name a person, the most telling first; `sub` is in every token (RFC 7519). */
const naming = ['name', 'email', 'sub'];

/** The viewer as API Gateway knows them; null where a token names nobody. */
export function viewerOfAuthorizer(authorizer: Authorizer): Viewer | null {
  if ('iam' in authorizer) return { name: authorizer.iam.userArn };
  const { claims } = authorizer.jwt;
  const name = naming.map((claim) => claims[claim]).find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? { name } : null;
}

/** Of the stack of one machine. */
const developer: Viewer = { name: 'developer' };

/** The developer of a stack on one machine, by the token it was started with; null for anyone else, and where there is none. */
export function viewerOfToken(request: Request, token: string | undefined): Viewer | null {
  const sent = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  const isSame = sent.length === wanted.length && timingSafeEqual(sent, wanted);
  return token !== undefined && isSame ? developer : null;
}
