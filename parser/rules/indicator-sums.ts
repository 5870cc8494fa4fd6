/** A figure and the figures it is made of. */
export interface IndicatorSum {
  readonly whole: string;
  readonly parts: readonly string[];
  /**
   * `equal`: the parts are all there is, checked where all are stated.
   * `atMost`: reports name only some of them, so they may fall short of the whole but not exceed it.
   */
  readonly relation: 'equal' | 'atMost';
}

/** Relations of the indicator annex of form 2008, which sentences must keep too. */
export const indicatorSums: readonly IndicatorSum[] = [
  { whole: 'proactive.weiboAndWechat', parts: ['proactive.weibo', 'proactive.wechat'], relation: 'equal' },
  {
    whole: 'applications.received',
    parts: [
      'applications.receivedInPerson',
      'applications.receivedByFax',
      'applications.receivedOnline',
      'applications.receivedByLetter',
    ],
    relation: 'atMost',
  },
  {
    whole: 'applications.closed',
    parts: ['applications.closedOnTime', 'applications.closedExtended'],
    relation: 'equal',
  },
  {
    whole: 'applications.received',
    parts: ['applications.naturalPersons', 'applications.organizations'],
    relation: 'atMost',
  },
  {
    whole: 'applications.closed',
    parts: [
      'applications.granted',
      'applications.partlyGranted',
      'applications.refused',
      'applications.unavailable',
      'applications.notProcessed',
      'applications.otherwise',
    ],
    relation: 'atMost',
  },
  {
    whole: 'litigation.total',
    parts: ['litigation.direct', 'litigation.afterReconsideration'],
    relation: 'atMost',
  },
  {
    whole: 'reconsideration.total',
    parts: ['reconsideration.upheld', 'reconsideration.corrected', 'reconsideration.other', 'reconsideration.pending'],
    relation: 'atMost',
  },
  {
    whole: 'litigation.total',
    parts: ['litigation.upheld', 'litigation.corrected', 'litigation.other', 'litigation.pending'],
    relation: 'atMost',
  },
  {
    whole: 'organization.staff',
    parts: ['organization.fullTimeStaff', 'organization.partTimeStaff'],
    relation: 'equal',
  },
];
