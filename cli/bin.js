#!/usr/bin/env node
// Sources are TypeScript that Node 24 runs as they are. Under an older Node the command goes on in the Node that npm
// installed with this package. This one file is JavaScript so that any Node can begin.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const oldest = 24;
const main = join(dirname(fileURLToPath(import.meta.url)), 'gongkai.ts');

if (Number.parseInt(process.versions.node, 10) >= oldest) {
  await import(main);
} else {
  const node = bundledNode();
  if (node === null) {
    process.stderr.write(
      `gongkai needs Node ${oldest} or newer; this is ${process.version}. Run npm ci, or install it.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Whoever ends this process means that one, which then ends as it should and tells how.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.removeAllListeners(signal ?? '');
    if (signal === null) process.exit(code ?? 1);
    process.kill(process.pid, signal);
  });
}

function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}
