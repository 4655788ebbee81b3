// Installs what the lockfile names and builds every package. Does nothing that is already done.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pnpm } from './pnpm.mjs';

const root = new URL('../', import.meta.url);
const lockfile = new URL('pnpm-lock.yaml', root);
const installed = new URL('node_modules/.pnpm/lock.yaml', root);

function upToDate() {
  if (!existsSync(installed)) return false;
  return (
    readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8') ||
    statSync(installed).mtimeMs > statSync(lockfile).mtimeMs
  );
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  console.error(`Node ${process.version} is not supported: install Node 20.19 or 22.12 and later.`);
  console.error(`不支持 Node ${process.version}：请安装 Node 20.19 以上或 22.12 以上。`);
  process.exit(2);
}
if (!upToDate()) {
  console.log('Installing (about a minute the first time) … 正在安装（首次约一分钟）……');
  pnpm('install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn');
}

const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
const built = spawnSync(process.execPath, [tsc, '-b'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
if (built.status !== 0) process.exit(built.status ?? 1);

const compile = fileURLToPath(new URL('packages/plugins/sensitive-terms/scripts/compile-lexicons.mjs', root));
const compiled = spawnSync(process.execPath, [compile], { stdio: ['ignore', 'inherit', 'inherit'] });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
