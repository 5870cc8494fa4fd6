/** The part of `dynalite` that is used here; the package has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface Options {
    /** Folder of the database. */
    readonly path: string;
    /** Milliseconds a table takes to become active. */
    readonly createTableMs: number;
  }

  export default function dynalite(options: Options): Server;
}
