import { RemovalPolicy } from 'aws-cdk-lib';
import { Distribution, PriceClass, ResponseHeadersPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/**
 * Room for the explorer and for exports: a private bucket that CloudFront alone may read. It starts empty; whatever is
 * built is copied into it (`aws s3 sync`). Needs CloudFront, which stacks in China do without.
 */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // What lies here can be built again, so it goes with the stack; a bucket that is not empty stays until it is emptied.
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        // A bucket is an IBucket; only `exactOptionalPropertyTypes` tells them apart, which CDK is not written for.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      },
    });
    this.explain();
  }

  private explain(): void {
    acknowledge(this.bucket, { 'AwsSolutions-S1': 'CloudFront alone reads it, and what it holds is public.' });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Reports are published for everyone, in whichever country.',
      'AwsSolutions-CFR2': 'Static files only: there is nothing behind them to protect with a firewall.',
      'AwsSolutions-CFR3': 'Who reads public reports is not recorded.',
      'AwsSolutions-CFR4': "CloudFront's own certificate is used until the province brings a domain name of its own.",
    });
  }
}
