import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Another local stack works in the folder: two in one would damage the database. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super(
      `Another local stack is running with its data in ${folder}. End it, or choose another folder with --data-dir.`,
    );
  }
}

/**
 * Holds a folder for this process: answers how to let it go, or throws `FolderInUse`. The hold is a socket, for it ends with
 * the process however that ends; a file would outlive a kill, and process numbers come again.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const address = addressOf(await realpath(folder));
  const server = createServer((visitor) => visitor.destroy());
  if (!(await tryListen(server, address))) {
    if (await isAnswered(address)) throw new FolderInUse(folder);
    await rm(address, { force: true });
    if (!(await tryListen(server, address))) throw new FolderInUse(folder);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** A short address, since that of a socket may have a hundred characters only. */
function addressOf(folder: string): string {
  const name = `gongkai-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

function tryListen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', onError);
    server.listen(address, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visit = connect(address);
    visit.once('error', () => resolve(false));
    visit.once('connect', () => {
      visit.destroy();
      resolve(true);
    });
  });
}
