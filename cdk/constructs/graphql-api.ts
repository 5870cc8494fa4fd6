import { Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  type HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import { apiPaths } from '../../infra/aws/api.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import type { NodeFunction } from './node-function.ts';
import { logGroup } from './node-function.ts';

export interface GraphqlApiProps {
  readonly handler: NodeFunction;
  /** Answers under `exportRoot`; absent: nothing is exported. */
  readonly exports?: NodeFunction;
  readonly settings: Settings;
}

/** The HTTP API before the GraphQL function: throttled, logged, and with a route of its own for those who may change things. */
export class GraphqlApi extends Construct {
  readonly api: HttpApi;
  /** Addresses of the two routes of GraphQL. */
  readonly urls: Readonly<Record<'open' | 'authorised', string>>;

  constructor(scope: Construct, id: string, { handler, exports, settings: { api, retention } }: GraphqlApiProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    this.api = new HttpApi(this, 'Api', { apiName: stackName, createDefaultStage: false });
    this.addRoutes(handler, api.authorisation);
    if (exports !== undefined) this.addExports(exports);
    const stage = this.addStage(api, retention.logDays);
    const host = api.domain === undefined ? this.api.apiEndpoint : this.addDomain(api.domain, stage);
    this.urls = { open: `${host}${apiPaths.open}`, authorised: `${host}${apiPaths.authorised}` };
  }

  /** Pages of any origin may read, so the function answers their OPTIONS itself. */
  private addRoutes(handler: NodeFunction, authorisation: Settings['api']['authorisation']): void {
    const integration = new HttpLambdaIntegration('Function', handler.lambda);
    const methods = [HttpMethod.GET, HttpMethod.POST, HttpMethod.OPTIONS];
    for (const route of this.api.addRoutes({ path: apiPaths.open, methods, integration })) acknowledge(route, open);
    const authorizer = authorizerOf(authorisation);
    this.api.addRoutes({ path: apiPaths.authorised, methods: [HttpMethod.POST], integration, authorizer });
  }

  private addExports(exports: NodeFunction): void {
    const integration = new HttpLambdaIntegration('Exports', exports.lambda);
    const path = `${apiPaths.exports}{file+}`;
    for (const route of this.api.addRoutes({ path, methods: [HttpMethod.GET], integration })) acknowledge(route, open);
  }

  private addStage({ requestsPerSecond, burst }: Settings['api'], logDays: number): HttpStage {
    return this.api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup(this, 'AccessLogs', { days: logDays, name: this.logName() })),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
  }

  /** Under this prefix one policy of the account covers all; elsewhere it grows with each API and is full before all provinces are in. */
  private logName(): string {
    return `/aws/vendedlogs/http-apis/${Stack.of(this).stackName}`;
  }

  private addDomain({ name, certificateArn }: Domain, stage: HttpStage): string {
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    const domainName = new DomainName(this, 'Domain', { domainName: name, certificate });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName, stage });
    return `https://${name}`;
  }
}

const open = {
  'AwsSolutions-APIG4':
    'What is served here was published by law for everyone to read. This route reads only; what changes anything is behind the authorised route.',
};

type Domain = NonNullable<Settings['api']['domain']>;

function authorizerOf(authorisation: Settings['api']['authorisation']): IHttpRouteAuthorizer {
  if (authorisation.by === 'iam') return new HttpIamAuthorizer();
  return new HttpJwtAuthorizer('Jwt', authorisation.issuer, { jwtAudience: authorisation.audience });
}

/** A line of the access log, in API Gateway's variables. Addresses of callers are personal data and are not kept. */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.messageString',
} as const;
