/**
 * Which cells of the statutory tables a stated figure speaks of. A reading is a list of cells to be added up;
 * `refused*` stands for the row `refused` and every row of its group. The first reading is what the words mean; the
 * others are what reports count by the same words: 受理 may include what was carried over, 公开 what was granted in part.
 */
export type Reading = readonly string[];

const total = (row: string): string => `applications.${row}.total`;
const column = (row: string, key: string): string => `applications.${row}.${key}`;
const organizations = [
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceOrganization',
  'otherOrganization',
];
const dispute = (group: string, key: string): string => `reviewAndLitigation.${group}.${key}`;
const direct = 'litigationDirect';
const after = 'litigationAfterReconsideration';
const concluded = ['upheld', 'corrected', 'other'];
const documents = (key: string): string => `proactiveDisclosure.normativeDocuments.${key}`;
const regulations = (key: string): string => `proactiveDisclosure.regulations.${key}`;
const decisions = (row: string): string => `proactiveDisclosure.${row}.decisions`;

const arrived = [total('newlyReceived'), total('carriedOver')];
const answered = ['granted', 'partlyGranted', 'refused*', 'unavailable*'].map(total);

const litigation = (key: string): readonly Reading[] => [
  [dispute(direct, key), dispute(after, key)],
  [dispute(direct, key)],
  [dispute(after, key)],
];
const stock = (...keys: readonly string[]): readonly Reading[] =>
  keys.flatMap((key) => [[documents(key)], [documents(key), regulations(key)]]);

/** Readings by indicator, the first the meaning of the words. An indicator that is not here is in no table. */
export const indicatorCells: Readonly<Record<string, readonly Reading[]>> = {
  'applications.received': [[total('newlyReceived')], arrived, [total('processed')]],
  'applications.closed': [[total('processed')], [...answered, total('notProcessed*')], answered],
  'applications.carriedOver': [[total('carriedOver')]],
  'applications.carriedForward': [[total('carriedForward')]],
  'applications.granted': [[total('granted')], [total('granted'), total('partlyGranted')]],
  'applications.partlyGranted': [[total('partlyGranted')]],
  'applications.refused': [[total('refused*')], [total('refused*'), total('unavailable*')]],
  'applications.unavailable': [[total('unavailable*')]],
  'applications.notHeld': [[total('unavailable.notHeld')], [total('unavailable*')]],
  'applications.notProcessed': [[total('notProcessed*')]],
  'applications.otherwise': [[total('other*')]],
  'applications.naturalPersons': [
    [column('newlyReceived', 'naturalPerson')],
    [column('newlyReceived', 'naturalPerson'), column('carriedOver', 'naturalPerson')],
    [column('processed', 'naturalPerson')],
  ],
  'applications.organizations': [
    organizations.map((key) => column('newlyReceived', key)),
    organizations.flatMap((key) => [column('newlyReceived', key), column('carriedOver', key)]),
    organizations.map((key) => column('processed', key)),
  ],
  'reconsideration.total': [
    [dispute('reconsideration', 'total')],
    concluded.map((key) => dispute('reconsideration', key)),
  ],
  'reconsideration.upheld': [[dispute('reconsideration', 'upheld')]],
  'reconsideration.corrected': [[dispute('reconsideration', 'corrected')]],
  'reconsideration.other': [[dispute('reconsideration', 'other')]],
  'reconsideration.pending': [[dispute('reconsideration', 'pending')]],
  'litigation.total': [...litigation('total'), concluded.flatMap((key) => [dispute(direct, key), dispute(after, key)])],
  'litigation.upheld': litigation('upheld'),
  'litigation.corrected': litigation('corrected'),
  'litigation.other': litigation('other'),
  'litigation.pending': litigation('pending'),
  'litigation.direct': [[dispute(direct, 'total')]],
  'litigation.afterReconsideration': [[dispute(after, 'total')]],
  'documents.issued': stock('issued', 'produced', 'disclosed'),
  'documents.repealed': stock('repealed'),
  'documents.inForce': stock('inForce', 'inPublic'),
  'proactive.normativeDocuments': stock('issued', 'produced', 'disclosed', 'inForce', 'inPublic'),
  'decisions.licensing': [[decisions('licensing')], [decisions('licensing'), decisions('otherServices')]],
  'decisions.penalties': [[decisions('penalties')]],
  'decisions.coercion': [[decisions('coercion')]],
  'fees.administrative': [['proactiveDisclosure.fees.amount']],
};

/** Indicators that can be the whole of a share, by the first part of the key of what has the share. */
export const wholesOfShares: Readonly<Record<string, readonly string[]>> = {
  applications: ['applications.closed', 'applications.received'],
  reconsideration: ['reconsideration.total'],
  litigation: ['litigation.total'],
};
