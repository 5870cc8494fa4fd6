import type { Box, Turn } from './geometry.ts';

/** A printed character with the rectangle it takes on its page. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Size of the type in points, as seen. */
  readonly size: number;
  readonly turn: Turn;
}

/** A drawn line, level or upright. Thin filled rectangles are lines too: most writers of PDF draw tables with them. */
export interface Rule {
  readonly axis: 'level' | 'upright';
  /** y of a level line, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is on a page, in the order it is drawn. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Where something is drawn that is no text: pictures, and curves as small as characters. */
  readonly pictures: readonly Box[];
}
