import type { RunningStack } from '../running-stack.ts';

/** What to do next, printed once everything is up. */
export function welcome({ graphql, s3, sqs, dynamodb, bucket, token }: RunningStack, dataDir: string): string {
  return `
Gongkai is running.

  Explorer              ${new URL('/', graphql)}
  GraphQL and GraphiQL  ${graphql}
  S3                    ${s3}   bucket ${bucket}, documents under raw/
  SQS                   ${sqs}
  DynamoDB              ${dynamodb}
  Data                  ${dataDir}
  Changes by GraphQL    authorization: Bearer ${token}

Upload a report with the AWS CLI:
  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1 \\
    aws --endpoint-url ${s3} s3 cp report.html s3://${bucket}/raw/report.html

or with our own:
  npx gongkai upload --wait report.html

Stop with Ctrl-C.
`;
}
