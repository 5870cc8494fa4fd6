import { createHash } from 'node:crypto';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { run } from '../run.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Written last, so that an environment whose installation was cut off is made again. */
const doneMark = 'installed';

/**
 * Installs the emulator and the AWS CLI with their pinned versions into a virtual environment below `folder`, once for each list of
 * requirements, and answers that environment's Python. Needs a `python3` of 3.10 or newer with `venv`.
 */
export async function installEmulator(folder: string, signal: AbortSignal): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const environment = join(folder, `venv-${digest}`);
  const python = join(environment, 'bin', 'python');
  if (await exists(join(environment, doneMark))) return python;
  await rm(environment, { recursive: true, force: true });
  const common = { env: process.env, signal };
  await run({ ...common, program: 'python3', args: ['-m', 'venv', environment] }).catch(noEnvironment);
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  await run({ ...common, program: python, args });
  await writeFile(join(environment, doneMark), '');
  return python;
}

function noEnvironment(cause: unknown): never {
  const advice = 'The rehearsal needs Python 3.10 or newer with venv; Debian and Ubuntu have it in python3-venv.';
  throw new Error(`${advice}\n${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
