import { viewOf } from '../ole/view.ts';

/** One stretch of a PLC: from `start` to before `end`, with the bytes that describe it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly data: DataView;
}

/** Reads a PLC ([MS-DOC] 2.2.2): positions, one more than there are stretches, then what is said of each stretch. */
export function readPlc(bytes: Uint8Array, dataLength: number): Stretch[] {
  const view = viewOf(bytes);
  const count = Math.floor((bytes.length - 4) / (4 + dataLength));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const data = (count + 1) * 4 + index * dataLength;
    return {
      start: view.getUint32(index * 4, true),
      end: view.getUint32((index + 1) * 4, true),
      data: viewOf(bytes.subarray(data, data + dataLength)),
    };
  });
}
