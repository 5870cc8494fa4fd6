import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { apiPaths } from '../../infra/aws/api.ts';
import { contentSecurityPolicy, siteAssets, siteCaching, sitePage, siteStamp } from '../../infra/site.ts';
import { acknowledge } from '../acknowledge.ts';
import { logGroup } from './node-function.ts';

export interface SiteProps {
  /** Folder of the built explorer. */
  readonly files: string;
  /** Origin of the bucket that documents are fetched from and sent to. */
  readonly originals: string;
  readonly logDays: number;
}

/**
 * The explorer: its files in a private bucket that CloudFront alone may read, and the API under the same origin. Needs CloudFront,
 * which stacks in China do without.
 */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  /** Where readers find it: `https://….cloudfront.net`. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { files, originals, logDays }: SiteProps) {
    super(scope, id);
    // What lies here can be built again, so it goes with the stack; a bucket that is not empty stays until it is emptied.
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: sitePage.slice(1),
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        // A bucket is an IBucket; only `exactOptionalPropertyTypes` tells them apart, which CDK is not written for.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.headers(originals),
        functionAssociations: [{ function: this.screens(), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
    });
    this.origin = `https://${this.distribution.distributionDomainName}`;
    this.carry(files, logDays);
    this.explain();
  }

  /**
   * Answers the API's paths too, so that the page asks no other origin for data. Nothing of it is kept at the edge: answers are
   * asked for again by their `ETag`. Only the API itself is referred to, not its routes: the functions behind them know the
   * bucket of documents, and that bucket knows this site.
   */
  serveApi({ apiId }: HttpApi): void {
    const { region, urlSuffix } = Stack.of(this);
    const origin = new HttpOrigin(`${apiId}.execute-api.${region}.${urlSuffix}`);
    const behavior: BehaviorOptions = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const { open, authorised, exports } = apiPaths;
    for (const path of [open, authorised, `${exports}*`]) this.distribution.addBehavior(path, origin, behavior);
  }

  private headers(originals: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(originals), override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      },
    });
  }

  /** An address that names no file is a screen of the explorer. */
  private screens(): EdgeFunction {
    return new EdgeFunction(this, 'Screens', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(`function handler(event) {
  if (!/\\.[^/]*$/.test(event.request.uri)) event.request.uri = '${sitePage}';
  return event.request;
}`),
    });
  }

  /** Assets first: a page is never there before what it loads. Those of former builds stay, for pages that are open still. */
  private carry(files: string, logDays: number): void {
    const destination = {
      destinationBucket: this.bucket as IBucket,
      prune: false,
      memoryLimit: 512,
      logGroup: logGroup(this, 'CarryLogs', { days: logDays }),
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...destination,
      sources: [Source.asset(join(files, siteAssets))],
      destinationKeyPrefix: siteAssets,
      cacheControl: [CacheControl.fromString(siteCaching.assets)],
    });
    const others = new BucketDeployment(this, 'Pages', {
      ...destination,
      sources: [Source.asset(files, { exclude: [siteAssets.slice(0, -1), siteStamp] })],
      cacheControl: [CacheControl.fromString(siteCaching.others)],
    });
    others.node.addDependency(assets);
    acknowledgeCarrier(others, this.bucket);
  }

  private explain(): void {
    acknowledge(this.bucket, { 'AwsSolutions-S1': 'CloudFront alone reads it, and what it holds is public.' });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Reports are published for everyone, in whichever country.',
      'AwsSolutions-CFR2': 'Static files, and the API, which is throttled by itself.',
      'AwsSolutions-CFR3': 'Who reads public reports is not recorded.',
      'AwsSolutions-CFR4': "CloudFront's own certificate is used until the province brings a domain name of its own.",
    });
  }
}

/** CDK's own function, which CloudFormation calls when files have changed: one of a stack, whatever it carries. */
function acknowledgeCarrier(deployment: BucketDeployment, bucket: Bucket): void {
  const stack = Stack.of(deployment);
  const id = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const carries =
    'It reads the files of a deployment where CDK has put them, and writes them to the bucket of the site, to no other.';
  const actions = ['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'];
  const resources = ['arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>', `<${id}.Arn>`];
  acknowledge(deployment.handlerRole.node.scope ?? stack, {
    'AwsSolutions-L1': 'Its runtime is of the release of CDK.',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'It writes its own log.',
    ...Object.fromEntries(actions.map((action) => [`AwsSolutions-IAM5[Action::s3:${action}*]`, carries])),
    ...Object.fromEntries(resources.map((resource) => [`AwsSolutions-IAM5[Resource::${resource}/*]`, carries])),
  });
}
