/**
 * Names of columns that every statistical program takes as they are: letters, digits and low lines, at most 32 characters
 * (Stata's limit). They are derived from the keys of the form, and printed in docs/panel-codebook.csv: a name, once printed, stays.
 */

/** Most characters of a name. */
export const longestName = 32;

/** Words that stand for a key where its own would make a name too long. */
const shortWords: Readonly<Record<string, string>> = {
  // Where a figure stands.
  proactiveDisclosure: 'pd',
  applications: 'app',
  reviewAndLitigation: 'rl',
  statistics: 'an',
  indicators: 'tx',
  // Table 二, with its columns.
  normativeDocuments: 'normative',
  otherServices: 'services',
  previousItems: 'previous',
  // Table 三: rows.
  newlyReceived: 'new',
  partlyGranted: 'partly',
  refused: 'ref',
  stateSecret: 'secret',
  prohibitedByLaw: 'by_law',
  securityAndStability: 'security',
  thirdPartyRights: 'third_party',
  internalAffairs: 'internal',
  processInformation: 'process',
  enforcementFile: 'enforcement',
  administrativeInquiry: 'inquiry',
  unavailable: 'unav',
  needsCreation: 'creation',
  stillUnclear: 'unclear',
  notProcessed: 'np',
  correctionOverdue: 'uncorrected',
  // Table 三: who applied.
  naturalPerson: 'person',
  commercialEnterprise: 'company',
  researchInstitution: 'research',
  publicWelfareOrganization: 'welfare',
  legalServiceOrganization: 'legal',
  otherOrganization: 'others',
  // Table 四.
  reconsideration: 'recon',
  litigation: 'lit',
  litigationDirect: 'lit_direct',
  litigationAfterReconsideration: 'lit_after',
  // Indicators.
  pressConferences: 'press',
  socialMediaReplies: 'social_replies',
  organization: 'org',
  // Measures.
  refusedStateSecretShare: 'ref_secret_share',
  refusedProhibitedByLawShare: 'ref_by_law_share',
  refusedSecurityAndStabilityShare: 'ref_security_share',
  refusedThirdPartyRightsShare: 'ref_third_party_share',
  refusedInternalAffairsShare: 'ref_internal_share',
  refusedProcessInformationShare: 'ref_process_share',
  refusedEnforcementFileShare: 'ref_enforcement_share',
  refusedAdministrativeInquiryShare: 'ref_inquiry_share',
  applicationsCarriedForward: 'app_carried_forward',
  applicationsCarriedOver: 'app_carried_over',
  applicationsReceived: 'app_received',
  applicationsProcessed: 'app_processed',
  reconsiderationCorrectionRate: 'recon_correction_rate',
  reconsiderationTotal: 'recon_total',
  applicationsPer100000: 'app_per_100k',
  reconsiderationPer100000: 'recon_per_100k',
  litigationPer100000: 'lit_per_100k',
  applicationsPerOrgan: 'app_per_organ',
  // What territories have.
  residentPopulation: 'pop_resident',
  registeredPopulation: 'pop_registered',
};

/** The name of a figure's column: `applications.refused.stateSecret.total` is `app_ref_secret_total`. */
export function shortName(path: string): string {
  return path
    .split('.')
    .map((key) => shortWords[key] ?? snakeCase(key))
    .join('_');
}

/** The name of the column that says what stands in the cell: `app_ref_secret_total_s`. */
export function stateName(path: string): string {
  return `${shortName(path)}_s`;
}

/** The name of the column with what the printed parts add up to: `app_ref_secret_total_c`. */
export function computedName(path: string): string {
  return `${shortName(path)}_c`;
}

/** The name of a measure's column: `m_closing_rate`. */
export function measureName(key: string): string {
  return `m_${shortName(key)}`;
}

/** The name of a denominator's column: `pop_resident`. */
export function denominatorName(key: string): string {
  return shortName(key);
}

/** The name of the column that says where a denominator was published: `pop_resident_source`. */
export function denominatorSourceName(key: string): string {
  return `${shortName(key)}_source`;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
