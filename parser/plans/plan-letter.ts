import { documentNumber, forwardingVerb, issuedTitle } from '../../schema/law/forms/work-plan.ts';
import type { ForwardedDocument } from '../../schema/record/work-plan.ts';
import { namesOrgan } from '../locate/organ-words.ts';
import { parseDate } from '../locate/published-on.ts';
import type { PlanLine } from './plan-line.ts';

/** The letter by which an office sends a plan out, before the plan itself or the document it passes on. */
export interface PlanLetter {
  readonly lines: readonly PlanLine[];
  /** Who signs it, as printed; null where nobody does. */
  readonly signature: string | null;
  readonly forwards: ForwardedDocument | null;
}

/** 现将《…》(文号)…转发你们 */
const sending = /(?:现将|将|现)《(.+?)》(?:\(([^()]*号)\))?[^。]*?(?:转发|印发)/u;
const dateLine = /^[^,。;:]{8,14}$/u;
const longestName = 40;

/** Reads the letter from a plan's lines before its first section. */
export function planLetter(lines: readonly PlanLine[]): PlanLetter {
  const sent = lines.map((line) => sending.exec(line.key)).find((match) => match !== null) ?? null;
  const title = sent?.[1] ?? null;
  const start = title === null ? -1 : lines.findIndex((line) => line.key.replace(/\s/gu, '') === title);
  const letter = start < 0 ? lines : lines.slice(0, start);
  const signature = signatureIn(letter)?.name ?? null;
  const forwards = sent === null ? null : forwardedBy(sent, signature, lines);
  return { lines: forwards === null ? lines : letter, signature, forwards };
}

function forwardedBy(
  sent: RegExpExecArray,
  signer: string | null,
  lines: readonly PlanLine[],
): ForwardedDocument | null {
  const [sentence, title = '', number] = sent;
  const issuer = issuedTitle.exec(title)?.[1] ?? null;
  const isOrgan = issuer !== null && namesOrgan.test(issuer);
  const passedOn = forwardingVerb.test(sentence) || (isOrgan && issuer !== signer);
  if (!passedOn) return null;
  const own = isOrgan ? issuer : null;
  return { issuer: own, title, documentNumber: numberIn(number), issuedOn: own === null ? null : issuedOn(own, lines) };
}

function numberIn(text: string | undefined): string | null {
  return documentNumber.exec(text ?? '')?.[0] ?? null;
}

/** The date under the issuer's own signature. */
function issuedOn(issuer: string, lines: readonly PlanLine[]): string | null {
  const at = lines.findIndex((line, index) => line.key === issuer && isDate(lines[index + 1]));
  return at < 0 ? null : parseDate(lines[at + 1]?.text ?? '');
}

/** The first line that names an organ and has a date below it. */
function signatureIn(lines: readonly PlanLine[]): { name: string } | null {
  const line = lines.find((each, index) => isName(each) && isDate(lines[index + 1]));
  return line === undefined ? null : { name: line.text };
}

function isName(line: PlanLine): boolean {
  return line.key.length <= longestName && !/[,。;:]/u.test(line.key) && namesOrgan.test(line.key);
}

function isDate(line: PlanLine | undefined): boolean {
  return line !== undefined && dateLine.test(line.key) && parseDate(line.key) !== null;
}
