import { delimiter, dirname } from 'node:path';
import process from 'node:process';

/** A path on which the Node that runs this comes first: `cdk`, what it starts, and the emulator's functions take that one. */
export function pathWithThisNode(): string {
  return [dirname(process.execPath), process.env.PATH].join(delimiter);
}
