// node test/bench/check.mjs [folder]: wall time of `shenpian check` over that of decoding the same files with
// `ffmpeg -f null`, first run and second run, all in this run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const submission = process.argv[2] ?? join(root, 'samples/fenghu-yehua');
const program = join(root, 'packages/cli/bin/shenpian.js');
const { ffmpeg } = await resolveFfmpeg();
const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-'));

const timed = (command, words, accepted) => {
  const began = performance.now();
  const { status, stderr } = spawnSync(command, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (!accepted.includes(status)) throw new Error(`${command} ${words.join(' ')}: ${status}\n${stderr}`);
  return (performance.now() - began) / 1000;
};

try {
  const episodes = readdirSync(join(submission, 'episodes')).map((name) => join(submission, 'episodes', name));
  const decode = () =>
    episodes.reduce((sum, file) => sum + timed(ffmpeg.file, ['-v', 'error', '-i', file, '-f', 'null', '-'], [0]), 0);
  const check = (cache) =>
    timed(
      process.execPath,
      [program, 'check', submission, '--quiet', '--out', join(work, 'report'), '--cache-dir', cache],
      [0, 1],
    );
  decode();
  const baseline = (decode() + decode()) / 2;
  const cold = check(join(work, 'cache'));
  const warm = check(join(work, 'cache'));
  const again = (decode() + baseline) / 2;
  console.log(`ffmpeg ${ffmpeg.version} (${ffmpeg.source})`);
  console.log(`decode only      ${again.toFixed(2)} s   1.00 ×`);
  console.log(`check, first     ${cold.toFixed(2)} s   ${(cold / again).toFixed(2)} ×`);
  console.log(
    `check, second    ${warm.toFixed(2)} s   ${(warm / again).toFixed(2)} ×   (${(warm / cold).toFixed(3)} of the first)`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
