import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian has the programs that are not for everyone; elsewhere they are on the PATH. */
const debian = '/usr/lib/postgresql/15/bin';

/** PostgreSQL refuses to run as root; then it runs as nobody. */
const nobody = 65_534;

/** A database of its own in a temporary folder. */
export interface Postgres {
  readonly connectionString: string;
  /** Runs statements of SQL. */
  sql(text: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL as it comes; null where this machine has none. */
export async function startPostgres(): Promise<Postgres | null> {
  const programs = await findPrograms();
  if (programs === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-postgres-'));
  const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder };
  await run(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], options);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
    ...options,
    stdio: 'ignore',
  });
  await untilReady(join(programs, 'pg_isready'), folder);
  return {
    connectionString: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`,
    sql: (text) => send(join(programs, 'psql'), folder, text),
    async stop() {
      server.kill('SIGINT');
      await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function findPrograms(): Promise<string | null> {
  for (const folder of [debian, ...(process.env.PATH ?? '').split(delimiter)]) {
    const found = await access(join(folder, 'initdb')).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  return null;
}

async function untilReady(isReady: string, folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await run(isReady, ['-h', folder]);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function send(psql: string, folder: string, text: string): Promise<void> {
  const stdio = ['pipe', 'ignore', 'inherit'] as const;
  const client = spawn(psql, ['-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'postgres'], { stdio: [...stdio] });
  client.stdin?.end(text);
  const [code] = await once(client, 'exit');
  if (code !== 0) throw new Error(`psql ended with ${code}`);
}
