import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The pnpm that the lockfile was made with, by npx: corepack is not everywhere, and a global pnpm may be another one. */
const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Runs pnpm in the repository root; ends this process with its exit code when it fails. */
export function pnpm(...words) {
  const result = spawnSync('npx', ['-y', packageManager, ...words], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 'inherit', 'inherit'],
    // CI: pnpm asks no questions. The script of onnxruntime-node would look for GPU libraries on the network.
    env: { ...process.env, CI: 'true', ONNXRUNTIME_NODE_INSTALL: 'skip' },
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
