/** What cannot be measured on one machine. Each is on the dear side. */
export const assumptions = {
  /** Lambda gives a whole processor at so many MiB, and less in proportion. AWS Lambda Developer Guide, "Memory". */
  memoryOfOneProcessorMb: 1769,
  /** Waiting for S3 to answer, and for each call to DynamoDB, in milliseconds. */
  bucketWaitMs: 40,
  tableWaitMs: 8,
  /** Messages a run takes on average: when few documents come, one. */
  messagesPerRun: 1,
  /** Requests to the queue for a message: S3's to send it, Lambda's to receive and to delete it. */
  queueRequestsPerMessage: 3,
  /** Lambda looks into an idle queue with five pollers, for twenty seconds each time. */
  idlePollers: 5,
  idlePollSeconds: 20,
  /** Hours in which the 10,000 reports arrive: own metrics are paid for each hour that has a reading. */
  hoursOfArrival: 24,
  /** Own metrics: the four counters. */
  ownMetrics: 4,
  /** Read units of a feed: a hundred snapshots of 8 KB, and a decision on each. */
  feedReadUnits: 300,
  /** Bytes of a line in the access log, and what Lambda writes of a run by itself. */
  accessLogBytes: 350,
  runLogBytes: 400,
} as const;
