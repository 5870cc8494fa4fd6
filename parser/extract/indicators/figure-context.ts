import type { SectionKey } from '../../../schema/law/vocabulary/sections.ts';
import type { Quantity } from './quantity.ts';

/** A figure with all that tells what it counts. Texts are aligned, quotation marks included. */
export interface FigureContext {
  readonly quantity: Quantity;
  readonly head: string;
  readonly tail: string;
  /** `head` with the clauses that lead into it: 通过政府网站,公开信息. */
  readonly scope: string;
  /** The sentence up to the figure. */
  readonly prefix: string;
  readonly sentence: string;
  readonly section: SectionKey | null;
  /** Keys of the whole it is part of or of the figure it follows; empty where that is no known figure, null where there is none. */
  readonly lead: readonly string[] | null;
  /** It is said to be part of `lead`. */
  readonly isPart: boolean;
}
