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
  /** Tables for engines of SQL: how often they are looked after an hour, how many years they have, and what a look takes for a thousand reports. */
  tableLooksPerHour: 1,
  tableYears: 10,
  tableLookMsPerThousand: 260,
  /** Read units of a report's line in a list that is read whole, and bytes of a report in the files of both tables. */
  lineReadUnits: 0.17,
  tableFileBytes: 9_000,
  /** Twenty years of a large province in the index of texts: reports, megabytes, and seconds to make it (`tools/bench/search-bench.ts`). */
  indexedReports: 100_000,
  indexMb: 1_200,
  indexSeconds: 1_200,
  /** Bytes of a line in the access log, and what Lambda writes of a run by itself. */
  accessLogBytes: 350,
  runLogBytes: 400,
  /** Stacks of a nation: the provinces, autonomous regions and municipalities of the mainland. */
  provinces: 31,
  /**
   * A report for those who read by the page or by the token: its printed pages; its text of 4,000 to 17,000 characters, of which most are
   * a token each, with instructions; its 150 to 200 figures, each with the names of its row and column.
   */
  reportForOthers: { pages: 6, inputTokens: 10_000, outputTokens: 4_000 },
} as const;
