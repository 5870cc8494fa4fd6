import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** Retentions that CloudWatch has, in days, shortest first. */
const retentions = Object.values(RetentionDays)
  .filter((value) => typeof value === 'number')
  .toSorted((a, b) => a - b);

export interface LogGroupWishes {
  /** Lines are kept for at least so many days. */
  readonly days: number;
  /** Absent: CloudFormation makes one up. */
  readonly name?: string;
}

/** A log group that goes with its stack. */
export function logGroup(scope: Construct, id: string, { days, name }: LogGroupWishes): LogGroup {
  const retention = retentions.find((retained) => retained >= days) ?? RetentionDays.INFINITE;
  const named = name === undefined ? {} : { logGroupName: name };
  return new LogGroup(scope, id, { ...named, retention, removalPolicy: RemovalPolicy.DESTROY });
}

export interface NodeFunctionProps {
  /** Folder of the bundled function, with `index.mjs` in it. */
  readonly code: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Absent: the 512 MB that cost nothing. */
  readonly diskMb?: number;
  readonly arm64: boolean;
  readonly logDays: number;
  /** Runs at the same time, kept for it and no more of the account's; null: as many as there is work for. */
  readonly concurrency?: number | null;
  readonly environment: Readonly<Record<string, string>>;
}

/** A function of ours on Lambda, with a log group and a role of its own that may write to that log group and nothing else. */
export class NodeFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logs: LogGroup;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    this.logs = logGroup(this, 'Logs', { days: props.logDays });
    this.role = this.createRole(props.description);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.arm64 ? Architecture.ARM_64 : Architecture.X86_64,
      code: Code.fromAsset(props.code),
      handler: 'index.handler',
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      ...(props.diskMb === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.diskMb) }),
      ...(props.concurrency == null ? {} : { reservedConcurrentExecutions: props.concurrency }),
      role: this.role,
      logGroup: this.logs,
      environment: { ...props.environment },
    });
  }

  /** Lambda's managed policy would let the function write to every log group of the account. */
  private createRole(description: string): Role {
    const writeLogs = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logs.logGroupArn],
    });
    return new Role(this, 'Role', {
      description,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { logs: new PolicyDocument({ statements: [writeLogs] }) },
    });
  }
}
