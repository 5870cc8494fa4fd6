/** What to do about a fault of AWS or of the way there, by the name or the code of the error. */
const adviceByName: Readonly<Record<string, string>> = {
  ...same(
    'Credentials come from AWS_PROFILE, from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from aws sso login.',
    ['CredentialsProviderError', 'TokenProviderError'],
  ),
  ...same('Sign in again (aws sso login), or take new keys; then give the same command again.', [
    ...['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
  ]),
  ...same('The keys are wrong, or of an account elsewhere: regions in China have accounts and keys of their own.', [
    ...['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'],
    ...['SignatureDoesNotMatch', 'InvalidSignatureException'],
  ]),
  ...same('These credentials may not do this: take those of an operator of the stack.', [
    ...['AccessDenied', 'AccessDeniedException'],
  ]),
  ...same('Nothing answers there: is this machine online, and is the region (--region) spelled right?', [
    ...['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT'],
  ]),
};

/** What an operator can do about an error; null where it says so itself, or nobody knows. */
export function adviceFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  return adviceByName[error.name] ?? adviceByName[code] ?? null;
}

function same(advice: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, advice]));
}
