/** AWS's own pages of the prices below. */
export const pricePages = {
  Lambda: 'https://aws.amazon.com/lambda/pricing/',
  'API Gateway': 'https://aws.amazon.com/api-gateway/pricing/',
  'data transfer': 'https://aws.amazon.com/ec2/pricing/on-demand/',
  DynamoDB: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  S3: 'https://aws.amazon.com/s3/pricing/',
  SQS: 'https://aws.amazon.com/sqs/pricing/',
  CloudWatch: 'https://aws.amazon.com/cloudwatch/pricing/',
  Athena: 'https://aws.amazon.com/athena/pricing/',
} as const;

/** Where and when the prices below were looked at. They are inputs: check them before you rely on a result. */
export const pricedAt = { region: 'us-east-1', date: '2025-12', currency: 'USD' } as const;

/** Hours in a month, as AWS counts them, and seconds. */
export const month = { hours: 730, seconds: 730 * 3600 } as const;

/** AWS list prices in USD, without free tiers, by what is counted. */
export const prices = {
  lambdaGbSecondArm: 0.0000133334,
  lambdaRequest: 0.2e-6,
  httpApiRequest: 1e-6,
  /** A chunk that an HTTP API counts as one request, in bytes. */
  httpApiChunkBytes: 512 * 1024,
  transferOutGb: 0.09,
  tableReadUnit: 0.125e-6,
  tableWriteUnit: 0.625e-6,
  tableGbMonth: 0.25,
  tableRecoveryGbMonth: 0.2,
  bucketPut: 5e-6,
  bucketGet: 0.4e-6,
  bucketGbMonth: 0.023,
  queueRequest: 0.4e-6,
  logIngestedGb: 0.5,
  logStoredGbMonth: 0.03,
  alarmMetricMonth: 0.1,
  ownMetricMonth: 0.3,
  dashboardMonth: 3,
  /** What a query reads; a thousandth of a terabyte. */
  queryScannedGb: 0.005,
} as const;

/** Where and when the prices of other readers were looked at. */
export const othersPricedAt = {
  date: '2026-04',
  pages: [
    'https://aws.amazon.com/textract/pricing/',
    'https://www.anthropic.com/pricing',
    'https://openai.com/api/pricing/',
    'https://api-docs.deepseek.com/quick_start/pricing',
  ],
} as const;

/** Whoever could be asked to read a table instead: list prices in USD, by the page or by the million tokens. */
export const otherReaders = [
  { name: 'an extraction service (Amazon Textract, tables)', price: { page: 0.015 } },
  { name: 'a large language model (Claude Sonnet 4.6)', price: { inputMillion: 3, outputMillion: 15 } },
  { name: 'a small language model (GPT-5.4 mini)', price: { inputMillion: 0.75, outputMillion: 4.5 } },
  { name: 'the cheapest language model (DeepSeek V4 Flash)', price: { inputMillion: 0.14, outputMillion: 0.28 } },
] as const;
