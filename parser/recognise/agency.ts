import type { Agency } from '../../schema/agency.ts';
import type { AgencyBasis } from '../../schema/evidence.ts';
import { unspaced } from '../normalise.ts';
import { announcedAgencies, responsibleAgencies, speakingPerson, subjectAgencies } from './agency-body.ts';
import { type AgencyContext, chooseDivision } from './agency-context.ts';
import { completeName, type NamedAgency, principalOf } from './agency-name.ts';
import { placedDepartment, placedName, spelledOut } from './agency-place.ts';
import { agencyOf } from './agency-record.ts';
import { titleAgency } from './agency-title.ts';
import { central, namesOrgan, startsPlaceless, township } from './agency-words.ts';

/** What a document says of who reports. Never the hosting site's footer, nor links to other agencies' reports. */
export interface AgencyEvidence {
  /** Lines that may be the report's title, the likeliest first. */
  readonly titles: readonly string[];
  /** Lines near the report's end that may be its signature. */
  readonly signature: readonly string[];
  /** The report's own text, a paragraph a line. */
  readonly body: string;
  /** Who the sender says it is: asked last, and to tell namesakes apart. */
  readonly hintAgency?: string;
  /** Two digits of GB/T 2260, where the document was received for one province. */
  readonly provinceCode?: string;
}

/**
 * Who reports: the title's agency, else the one that the text announces, signs, has as its subject or gives for
 * questions, else the sender's hint; null where nothing names one. The agency's name is as printed, save that a bare
 * division stands for its people's government. Its place is null where several divisions share the name and
 * nothing tells which is meant.
 */
export function recogniseAgency(evidence: AgencyEvidence): Agency | null {
  return recogniseReporter(evidence)?.agency ?? null;
}

/** The agency of `recogniseAgency` with the kind of words that named it. */
export function recogniseReporter(evidence: AgencyEvidence): { agency: Agency; from: AgencyBasis } | null {
  const compact = compactEvidence(evidence);
  const found = firstNamed(compact);
  if (found === null) return null;
  const place = chooseDivision(found.named.located.divisions, contextOf(compact));
  return { agency: agencyOf(found.named, place), from: found.from };
}

/** A signature is a name and nothing else: 主办:雅安市人民政府办公室 is the site's. */
const signature = /^[\p{Script=Han}()、]{3,40}$/u;

type CompactEvidence = Required<Omit<AgencyEvidence, 'provinceCode'>> & { readonly provinceCode: string | null };

function compactEvidence(evidence: AgencyEvidence): CompactEvidence {
  return {
    titles: evidence.titles,
    signature: evidence.signature.map(compactText),
    body: evidence.body.split('\n').map(compactText).join('\n'),
    hintAgency: compactText(evidence.hintAgency ?? ''),
    provinceCode: evidence.provinceCode ?? null,
  };
}

function compactText(text: string): string {
  return unspaced(text.normalize('NFKC'));
}

function contextOf(evidence: CompactEvidence): AgencyContext {
  const near = [...evidence.titles.map(compactText), ...evidence.signature, evidence.hintAgency].join('\n');
  return { texts: [near, evidence.body], provinceCode: evidence.provinceCode };
}

function firstNamed(evidence: CompactEvidence): { named: NamedAgency; from: AgencyBasis } | null {
  for (const { from, words } of candidates(evidence)) {
    const named = completeName(withPlace(words, evidence));
    if (named !== null) return { named, from };
  }
  return null;
}

/** Every wording that may name the agency, the surest first. */
function candidates(evidence: CompactEvidence): { from: AgencyBasis; words: string }[] {
  const person = speakingPerson(evidence.body);
  const signed = evidence.signature
    .filter((line) => signature.test(line) && namesOrgan.test(line))
    .map((line) => principalOf(line, person));
  const found: [AgencyBasis, readonly string[]][] = [
    ['title', evidence.titles.map(titleAgency)],
    ['announcement', announcedAgencies(evidence.body)],
    ['signature', signed],
    ['subject', subjectAgencies(evidence.body)],
    ['contact', responsibleAgencies(evidence.body).map((words) => principalOf(words, person))],
    ['hint', [evidence.hintAgency]],
  ];
  return found.flatMap(([from, list]) => list.filter((words) => words !== '').map((words) => ({ from, words })));
}

/** A name without a place gets it from where the document prints the full one. */
function withPlace(words: string, evidence: CompactEvidence): string {
  const named = completeName(words);
  if (named === null || named.located.length > 0 || central.test(words)) return words;
  const placed = placedName(words, [...evidence.signature, evidence.hintAgency]);
  if (placed !== words) return placed;
  const full = spelledOut(words, evidence.signature);
  if (full !== words) return full;
  const inBody = isShort(words) ? placedName(words, [evidence.body]) : words;
  return inBody === words ? placedDepartment(words, evidence.body) : inBody;
}

/** Only names that lack just their place are looked for in the text: any 统计局 there may be another government's. */
function isShort(words: string): boolean {
  return township.test(words) || startsPlaceless.test(words);
}
