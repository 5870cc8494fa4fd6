import { absencePhrases, absenceWords, exception } from '../../schema/law/vocabulary/indicator-absences.ts';
import type { AbsencePhrase } from '../../schema/law/vocabulary/indicator-phrase.ts';
import {
  applicationCues,
  deniedFigure,
  handledApplications,
  ownShare,
  partMarks,
  risenFrom,
  risenTo,
  wholeMark,
} from '../../schema/law/vocabulary/prose-marks.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { partition } from './aligned-text.ts';
import { isIn, matchPhrase, speaksOfDisclosure } from './match-phrase.ts';
import { anyOf, type Clause, type Quantity, type Sentence } from './sentences.ts';
import type { Statement } from './statement.ts';
import { type FigureContext, isOfThisYear } from './this-year.ts';

/** Where a sentence stands. */
export interface Setting {
  readonly section: SectionKey | null;
  readonly year: number | null;
}

/** What the figures read so far say of the next: the keys of the figure it follows, and whether 其中 was said. */
export interface Thread {
  readonly lead: readonly string[] | null;
  readonly inParts: boolean;
}

export const noThread: Thread = { lead: null, inParts: false };

const partMark = new RegExp(anyOf(partMarks), 'u');
const whole = new RegExp(wholeMark, 'u');
const denied = new RegExp(deniedFigure, 'u');
const handled = new RegExp(handledApplications, 'u');
const applicationCue = new RegExp(anyOf(applicationCues), 'u');
/** What a sentence with a cue goes on about, though it names no figure of it. */
const cued: Thread = { lead: ['applications.received'], inParts: false };

interface Position {
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly quantity: Quantity;
}

/** Places in a clause between which a figure's own words stand. */
function bounds({ clause, quantity }: Position): { from: number; to: number } {
  const index = clause.figures.indexOf(quantity);
  return { from: clause.figures[index - 1]?.end ?? 0, to: clause.figures[index + 1]?.start ?? clause.text.length };
}

const rise = new RegExp(risenTo, 'u');
const base = new RegExp(risenFrom, 'u');

/** Places in a clause of the words before a figure; of one to which something rose, those that say what: 收到申请|由上年的12件增加到15件. */
function wordsOf(position: Position): { from: number; to: number } {
  const { clause, quantity } = position;
  const { from } = bounds(position);
  const former = clause.figures[clause.figures.indexOf(quantity) - 1];
  if (former !== undefined && rise.test(clause.text.slice(from, quantity.start))) {
    const risen = bounds({ ...position, quantity: former }).from;
    const match = base.exec(clause.text.slice(risen, former.start));
    if (match !== null) return { from: risen, to: risen + match.index };
  }
  return { from, to: quantity.start };
}

function contextOf(position: Position, thread: Thread, section: SectionKey | null): FigureContext {
  const { sentence, clause, quantity } = position;
  const { to } = bounds(position);
  const { from, to: start } = wordsOf(position);
  const head = clause.text.slice(from, start);
  const leadIn = from === 0 ? sentence.text.slice(clause.contextStart, clause.start) : '';
  return {
    quantity,
    head,
    tail: clause.text.slice(quantity.end, to),
    scope: leadIn + head,
    prefix: sentence.text.slice(0, clause.start + start),
    sentence: sentence.text,
    section,
    lead: thread.lead,
    isPart: clause.inBrackets || thread.inParts,
  };
}

/** `elsewhen`: what the figure before counts, where that is of another time. */
function statementsOf(position: Position, context: FigureContext, elsewhen: readonly string[]): Statement[] {
  const { clause, quantity } = position;
  const phrase = matchPhrase(context);
  const { from, to } = bounds(position);
  const keys = phrase?.keys ?? (isOwnShare.test(context.head) ? elsewhen : []);
  return keys.map((key) => ({
    key,
    value: quantity.value,
    unit: quantity.unit,
    approximate: quantity.approximate,
    start: from === 0 ? clause.contextStart : clause.start + from,
    end: clause.start + to,
    figureStart: clause.start + quantity.start,
    atHome: isIn(phrase?.home, context.section),
  }));
}

const isOwnShare = new RegExp(ownShare, 'u');

const groupOf = (key: string | undefined): string | undefined => key?.split('.')[0];

/** A part leaves the whole as it was; but 行政诉讼2件 after parts of 行政复议 is no part of it and begins anew. */
function after(thread: Thread, clause: Clause, found: readonly Statement[]): Thread {
  const group = groupOf(found[0]?.key);
  const isNewWhole = group !== undefined && group !== groupOf(thread.lead?.[0]);
  if (clause.inBrackets || (thread.inParts && !isNewWhole)) return thread;
  return { lead: found.map((statement) => statement.key), inParts: false };
}

/** Figures of a sentence that are indicators, and the thread for the sentence after it; one without figures leaves it as it was. */
export function readFigures(
  sentence: Sentence,
  clauses: readonly Clause[],
  setting: Setting & { readonly thread: Thread },
): { statements: Statement[]; thread: Thread } {
  if (clauses.every((clause) => clause.figures.length === 0)) return { statements: [], thread: setting.thread };
  const before: Thread = sentence.continues ? { ...setting.thread, inParts: false } : noThread;
  let thread = applicationCue.test(sentence.text) && before.lead === null ? cued : before;
  const statements: Statement[] = [];
  let elsewhen: readonly string[] = [];
  for (const clause of clauses) {
    if (!clause.inBrackets && partMark.test(clause.text)) thread = { ...thread, inParts: true };
    for (const quantity of clause.figures) {
      const position = { sentence, clause, quantity };
      const context = contextOf(position, thread, setting.section);
      if (denied.test(context.head)) continue;
      const found = statementsOf(position, context, elsewhen);
      const isNow = isOfThisYear(context, setting.year);
      elsewhen = isNow ? [] : found.map(({ key }) => key);
      if (!isNow) continue;
      statements.push(...found);
      thread = after(thread, clause, found);
      if (found.length === 0 && handled.test(context.head)) thread = cued;
      if (whole.test(context.tail)) thread = { lead: found.length > 0 ? thread.lead : cued.lead, inParts: true };
    }
  }
  return { statements, thread };
}

const absent = new RegExp(anyOf(absenceWords), 'u');
const excepted = new RegExp(exception, 'u');

const compiled = absencePhrases.map((phrase) => ({
  phrase,
  noun: new RegExp(anyOf(phrase.nouns), 'u'),
  excluded: new RegExp(anyOf(phrase.without), 'u'),
}));

function placed(phrase: AbsencePhrase, sentence: Sentence, setting: Setting): boolean {
  return phrase.needs === 'nothing' || isIn(phrase.home, setting.section) || speaksOfDisclosure(sentence.text);
}

/** 0件, or 一起 of 未发生一起. */
function isNone(figure: Quantity, { text }: Clause): boolean {
  return figure.value === 0 || (figure.value === 1 && denied.test(text.slice(0, figure.start)));
}

/** A 0 that others follow in columns is one cell of a row. */
function isColumn({ end }: Clause, { text }: Sentence): boolean {
  return text.charAt(end) === partition;
}

function saysNone(clause: Clause, sentence: Sentence, setting: Setting): boolean {
  const time = { prefix: sentence.text.slice(0, clause.end), sentence: sentence.text, scope: clause.text };
  return (
    absent.test(clause.text) &&
    !isColumn(clause, sentence) &&
    !excepted.test(time.prefix) &&
    clause.figures.every((figure) => isNone(figure, clause)) &&
    isOfThisYear(time, setting.year)
  );
}

/** Zeros that a sentence states in words: 未发生因政府信息公开引起的行政复议、行政诉讼案 is 0 of both. */
export function readAbsences(sentence: Sentence, clauses: readonly Clause[], setting: Setting): Statement[] {
  return clauses
    .filter((clause) => saysNone(clause, sentence, setting))
    .flatMap((clause) =>
      compiled
        .filter(({ noun, excluded }) => noun.test(clause.text) && !excluded.test(clause.text))
        .filter(({ phrase }) => placed(phrase, sentence, setting))
        .flatMap(({ phrase }) =>
          phrase.keys.map((key) => ({
            key,
            value: 0,
            unit: clause.figures[0]?.unit ?? null,
            approximate: false,
            start: clause.contextStart,
            end: clause.end,
            figureStart: clause.start,
            atHome: isIn(phrase.home, setting.section),
          })),
        ),
    );
}
