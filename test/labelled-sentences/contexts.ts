import type { RuleExample } from '../../parser/rules/rule-example.ts';
import { neijiang2020, type PrintedTables, qingzhen2020, yingkou2020 } from '../parser/rules/support/real-tables.ts';

function rowsOf(printed: PrintedTables): NonNullable<RuleExample['rows']> {
  return Object.fromEntries(
    Object.entries(printed).flatMap(([table, rows]) =>
      Object.entries(rows).map(([row, cells]): [string, readonly number[]] => [`${table}.${row}`, cells as number[]]),
    ),
  );
}

const about = { zh: '', en: '' };
const real = (printed: PrintedTables): RuleExample => ({ about, form: '2019', year: 2020, rows: rowsOf(printed) });

/** Reports that the sentences stand in: the tables of real ones, and of three made up to agree with themselves. */
export const contexts: Readonly<Record<string, RuleExample>> = {
  'gongjing-2018': { about, form: '2008', year: 2018 },
  'neijiang-2020': real(neijiang2020),
  'qingzhen-2020': real(qingzhen2020),
  'yingkou-2020': real(yingkou2020),
  'city-2021': {
    about,
    form: '2021',
    year: 2021,
    rows: {
      'proactiveDisclosure.regulations': [1, 0, 12],
      'proactiveDisclosure.normativeDocuments': [12, 3, 102],
      'proactiveDisclosure.licensing': [12345],
      'proactiveDisclosure.penalties': [6780],
      'proactiveDisclosure.coercion': [321],
      'proactiveDisclosure.fees': ['123.4万元'],
      'applications.newlyReceived': [1400, 80, 5, 10, 20, 8, 1523],
      'applications.carriedOver': [40, 3, 0, 1, 1, 0, 45],
      'applications.granted': [480, 20, 2, 3, 2, 1, 508],
      'applications.partlyGranted': [100, 6, 0, 1, 2, 1, 110],
      'applications.refused.stateSecret': [4, 0, 0, 0, 0, 0, 4],
      'applications.refused.prohibitedByLaw': [10, 0, 0, 0, 0, 0, 10],
      'applications.refused.thirdPartyRights': [15, 2, 0, 0, 0, 0, 17],
      'applications.refused.internalAffairs': [30, 3, 0, 0, 1, 0, 34],
      'applications.refused.processInformation': [25, 1, 0, 0, 0, 0, 26],
      'applications.refused.enforcementFile': [12, 0, 0, 0, 1, 0, 13],
      'applications.unavailable.notHeld': [420, 25, 2, 4, 8, 3, 462],
      'applications.unavailable.needsCreation': [38, 4, 0, 1, 1, 0, 44],
      'applications.unavailable.stillUnclear': [20, 0, 0, 0, 0, 0, 20],
      'applications.notProcessed.complaint': [90, 4, 0, 0, 2, 1, 97],
      'applications.notProcessed.repeated': [60, 3, 0, 0, 1, 0, 64],
      'applications.notProcessed.confirmation': [9, 0, 0, 0, 0, 0, 9],
      'applications.other.correctionOverdue': [30, 5, 0, 1, 1, 0, 37],
      'applications.other.remaining': [41, 3, 0, 0, 1, 0, 45],
      'applications.processed': [1384, 76, 4, 10, 20, 6, 1500],
      'applications.carriedForward': [56, 7, 1, 1, 1, 2, 68],
      'reviewAndLitigation.reconsideration': [20, 3, 5, 2, 30],
      'reviewAndLitigation.litigationDirect': [6, 1, 2, 3, 12],
      'reviewAndLitigation.litigationAfterReconsideration': [4, 0, 1, 3, 8],
    },
  },
  'county-2022': {
    about,
    form: '2021',
    year: 2022,
    rows: {
      'proactiveDisclosure.normativeDocuments': [2, 1, 11],
      'proactiveDisclosure.licensing': [396],
      'proactiveDisclosure.penalties': [278],
      'proactiveDisclosure.fees': ['0万元'],
      'applications.newlyReceived': [38, 2, 0, 0, 1, 0, 41],
      'applications.carriedOver': [2, 0, 0, 0, 0, 0, 2],
      'applications.granted': [18, 1, 0, 0, 0, 0, 19],
      'applications.partlyGranted': [4, 0, 0, 0, 0, 0, 4],
      'applications.unavailable.notHeld': [12, 1, 0, 0, 1, 0, 14],
      'applications.notProcessed.complaint': [3, 0, 0, 0, 0, 0, 3],
      'applications.notProcessed.repeated': [1, 0, 0, 0, 0, 0, 1],
      'applications.processed': [38, 2, 0, 0, 1, 0, 41],
      'applications.carriedForward': [2, 0, 0, 0, 0, 0, 2],
      'reviewAndLitigation.reconsideration': [1, 0, 0, 0, 1],
    },
  },
  'bureau-2023': { about, form: '2021', year: 2023, rows: { 'proactiveDisclosure.normativeDocuments': [0, 0, 3] } },
};
