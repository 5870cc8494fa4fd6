import { delimiter, dirname } from 'node:path';
import process from 'node:process';

/** A path on which the Node that runs this comes first, then the folders named: `cdk`, what it starts, and the emulator's functions take that one. */
export function nodeFirst(...folders: readonly string[]): string {
  return [dirname(process.execPath), ...folders, process.env.PATH].join(delimiter);
}
