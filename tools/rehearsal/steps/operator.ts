import { z } from 'zod';
import { stackOutput } from '../../../infra/aws/stack.ts';
import { account, provinces } from '../account.ts';
import type { Stage } from '../stage.ts';

const role = 'gongkai-operator';

const Assumed = z.object({
  Credentials: z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), SessionToken: z.string() }),
});

/** From here on `gongkai` works with the operator's rights alone. */
export async function becomeOperator(stage: Stage, [make = '']: readonly string[]): Promise<void> {
  await stage.shell(make);
  const arn = `arn:aws:iam::${account}:role/${role}`;
  const { stdout } = await stage.aws(
    'sts',
    'assume-role',
    '--role-arn',
    arn,
    '--role-session-name',
    'rehearsal',
    '--output',
    'json',
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = Assumed.parse(JSON.parse(stdout)).Credentials;
  stage.operateWith({
    AWS_ACCESS_KEY_ID: AccessKeyId,
    AWS_SECRET_ACCESS_KEY: SecretAccessKey,
    AWS_SESSION_TOKEN: SessionToken,
  });
}

/** The operator of Sichuan operates Guizhou too. */
export async function operateGuizhou(stage: Stage): Promise<void> {
  const policy = await stackOutput(stage.env, provinces.guizhou.stack, 'OperatorPolicyArn');
  await stage.aws('iam', 'attach-role-policy', '--role-name', role, '--policy-arn', policy);
}

/** Nobody operates Guizhou any more, so that its policy can go. */
export async function leaveGuizhou(stage: Stage): Promise<void> {
  const policy = await stackOutput(stage.env, provinces.guizhou.stack, 'OperatorPolicyArn');
  await stage.aws('iam', 'detach-role-policy', '--role-name', role, '--policy-arn', policy);
}
