import { createHash } from 'node:crypto';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { run } from '../run.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Written last, so that an environment whose installation was cut off is made again. */
const doneMark = 'installed';

/**
 * Installs the emulator with its pinned version into a virtual environment below `folder`, once for each list of
 * requirements, and answers that environment's Python. Needs a `python3` of 3.10 or newer with `venv`.
 */
export async function installEmulator(folder: string): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const environment = join(folder, `venv-${digest}`);
  const python = join(environment, 'bin', 'python');
  if (await exists(join(environment, doneMark))) return python;
  await rm(environment, { recursive: true, force: true });
  await run({ program: 'python3', args: ['-m', 'venv', environment], env: process.env });
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  await run({ program: python, args, env: process.env });
  await writeFile(join(environment, doneMark), '');
  return python;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
