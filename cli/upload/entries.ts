import type { Said } from '../../infra/aws/raw-upload.ts';

/** A document to upload: a file, or a page in a web archive. */
export interface Entry {
  /** How it is named to people: its path, or its address and the archive that it is in. */
  readonly name: string;
  readonly key: string;
  /** Its path below the folder that was named, or its name. */
  readonly place: string;
  /** What is said of it beside it. */
  readonly said: Said;
  /** Its bytes, read when they are needed. Throws where there are none, or not those that were promised. */
  read(): Promise<Uint8Array>;
}

/** What cannot be uploaded, where it stands, and why. */
export interface BadEntry {
  readonly name: string;
  readonly fault: string;
}

/** What was found to upload. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly bad: readonly BadEntry[];
  /** Records of web archives that are no documents: pictures, styles, requests. */
  readonly passedOver: number;
}

export function together(found: readonly Found[]): Found {
  return {
    entries: found.flatMap(({ entries }) => entries),
    bad: found.flatMap(({ bad }) => bad),
    passedOver: found.reduce((sum, { passedOver }) => sum + passedOver, 0),
  };
}
