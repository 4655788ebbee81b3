// node test/bench/memory.mjs: peak resident memory of `shenpian check` and of its decoder against the length of the
// episode (1, 5, 15 minutes, made by repeating a sample episode). Linux only: it reads /proc.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/shenpian.js');
const source = join(root, 'samples/fenghu-yehua/episodes');
const [episode] = readdirSync(source);
const { ffmpeg } = await resolveFfmpeg();
const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-'));

/** Peak resident memory so far, MB. */
const peak = (pid) => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};
const children = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
};

async function measure(minutes) {
  const folder = join(work, `${minutes}`);
  mkdirSync(join(folder, 'episodes'), { recursive: true });
  const file = join(folder, 'episodes', '1.mp4');
  const words = [
    '-v',
    'error',
    '-stream_loop',
    '-1',
    '-i',
    join(source, episode),
    '-t',
    String(minutes * 60),
    '-c',
    'copy',
    file,
  ];
  if (spawnSync(ffmpeg.file, words).status !== 0) throw new Error('could not make the long episode');
  writeFileSync(join(folder, 'drama.yaml'), 'title: long\nepisodes: episodes/*.mp4\n');
  const child = spawn(process.execPath, [program, 'check', folder, '--quiet', '--cache-dir', join(folder, 'cache')], {
    stdio: 'ignore',
  });
  let node = 0;
  let decoder = 0;
  const timer = setInterval(() => {
    node = Math.max(node, peak(child.pid));
    for (const pid of children(child.pid)) decoder = Math.max(decoder, peak(pid));
  }, 100);
  const began = performance.now();
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  return { minutes, node, decoder, seconds: (performance.now() - began) / 1000 };
}

try {
  let first = null;
  for (const minutes of [1, 5, 15]) {
    const result = await measure(minutes);
    first ??= result;
    console.log(
      `${String(minutes).padStart(2)} min: shenpian ${result.node.toFixed(0)} MB (${(result.node / first.node).toFixed(2)} ×), ` +
        `ffmpeg ${result.decoder.toFixed(0)} MB (${(result.decoder / first.decoder).toFixed(2)} ×), ${result.seconds.toFixed(0)} s`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
