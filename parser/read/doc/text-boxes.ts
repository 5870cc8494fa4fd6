import { readPlc } from './plc.ts';

/** Where the text of a text box begins and ends, in characters. */
interface TextBox {
  readonly start: number;
  readonly end: number;
}

/** Text boxes by the character of the main text that they hang on. */
export type TextBoxes = ReadonlyMap<number, TextBox>;

const anchorLength = 26;
const textBoxLength = 22;
const shapeAt = 14;

/** Text boxes by their shapes ([MS-DOC] 2.8.37 PlcfSpa and 2.8.32 PlcftxbxTxt); `start` is where their text begins. */
export function readTextBoxes(anchors: Uint8Array, boxes: Uint8Array, start: number): TextBoxes {
  const anchored = new Map(
    readPlc(anchors, anchorLength).map((anchor) => [anchor.data.getInt32(0, true), anchor.start]),
  );
  return new Map(
    readPlc(boxes, textBoxLength).flatMap((box) => {
      const anchor = anchored.get(box.data.getInt32(shapeAt, true));
      // Only the main text has anchors, so that no box can hang in itself.
      if (anchor === undefined || anchor >= start) return [];
      return [[anchor, { start: start + box.start, end: start + box.end }] as const];
    }),
  );
}
