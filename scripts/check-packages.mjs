// Packs every package, checks the tarballs with publint, installs them with plain npm in an empty folder outside the
// workspace, and runs the command line from there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pnpm } from './pnpm.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['packages', 'packages/plugins'].flatMap((parent) =>
  readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'plugins')
    .map((entry) => join(root, parent, entry.name)),
);
const work = mkdtempSync(join(tmpdir(), 'shenpian-packed-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

let failed = false;
const fail = (line) => {
  failed = true;
  console.error(line);
};

const tarballs = join(work, 'tarballs');
mkdirSync(tarballs);
pnpm('--recursive', '--loglevel=error', '--filter=./packages/**', 'pack', '--pack-destination', tarballs);

const files = readdirSync(tarballs);
const tarballOf = (name) => {
  const start = `${name.replace('@', '').replace('/', '-')}-`;
  const file = files.find((each) => each.startsWith(start) && /^\d/.test(each.slice(start.length)));
  if (file === undefined) throw new Error(`no tarball of ${name} among ${files.join(', ')}`);
  return join(tarballs, file);
};

for (const folder of folders) {
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const tarball = new Uint8Array(readFileSync(tarballOf(name))).buffer;
  const { messages, pkg } = await publint({ strict: true, pack: { tarball } });
  // The template inside the command line is a package of its own once it is copied.
  const lines = messages
    .map((message) => stripVTControlCharacters(formatMessage(message, pkg)))
    .filter((line) => !line.startsWith('./templates/'));
  for (const line of lines) fail(`${pkg.name}: ${line}`);
}

const names = folders.map((folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name);
const consumer = join(work, 'consumer');
mkdirSync(consumer);
writeFileSync(
  join(consumer, 'package.json'),
  JSON.stringify({
    private: true,
    dependencies: { '@shenpian/cli': `file:${tarballOf('@shenpian/cli')}` },
    overrides: Object.fromEntries(
      names.filter((name) => name !== '@shenpian/cli').map((name) => [name, `file:${tarballOf(name)}`]),
    ),
  }),
);

const run = (command, words, accepted = [0]) => {
  const result = spawnSync(command, words, { cwd: consumer, encoding: 'utf8', shell: process.platform === 'win32' });
  if (!accepted.includes(result.status ?? -1)) {
    fail(`${command} ${words.join(' ')} ended with ${result.status}\n${result.stdout}${result.stderr}`);
  }
  return result.stdout;
};
run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
if (!failed) {
  run('npx', ['shenpian', '--version']);
  run('npx', ['shenpian', 'doctor']);
  run('npx', ['shenpian', 'plugin', 'test']);
  run('npx', ['shenpian', 'policy', 'test']);
  run('npx', ['shenpian', 'plugin', 'new', 'my-checker']);
  const words = ['shenpian', 'check', join(root, 'samples/fenghu-yehua'), '--out', 'report', '--cache-dir', 'cache'];
  run('npx', words, [1]);
  readFileSync(join(consumer, 'report', 'report.html'));
}
console.log(failed ? 'packages: not in order' : `packages: ${folders.length} packed, installed by npm and run`);
process.exit(failed ? 1 : 0);
