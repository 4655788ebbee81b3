// Runs one process and says what it used. Linux only: it reads /proc.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'packages/cli/bin/shenpian.js');
const observer = new URL('./observer.mjs', import.meta.url).href;

/** Text of a file of /proc; empty when its process has just ended. */
export const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Processor time of all ended children of this process, seconds. */
function childrenCpu() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Runs a program to its end: what it wrote to stdout, processor time and seconds of it and its children, MB at the most. */
export async function run(command, words, env = process.env) {
  const began = performance.now();
  const cpu = childrenCpu();
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let [out, errors, decoder, peak] = ['', '', 0, 0];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  const watch = setInterval(() => {
    let together = resident(child.pid);
    for (const pid of read(`/proc/${child.pid}/task/${child.pid}/children`).trim().split(' ').filter(Boolean)) {
      decoder = Math.max(decoder, resident(pid));
      together += resident(pid);
    }
    peak = Math.max(peak, together);
  }, 50);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${words.join(' ')}: ${code}\n${errors}`);
  return { out, cpu: childrenCpu() - cpu, wall: (performance.now() - began) / 1000, decoder, peak };
}

/**
 * `shenpian subtitles --json` on a file with a cache of its own: its cues, and what it used. `own` is processor time of the
 * Node process, `cpu` that of everything, seconds; memory in MB, `peak` of all
 * processes at one moment; `calls` are pictures of the band that were read; `blocked` is
 * the most processor time that the main thread took before it answered again, ms.
 *
 * @param more Further words of the command line.
 */
export async function readSubtitles(file, more = []) {
  const work = mkdtempSync(join(tmpdir(), 'shenpian-subtitles-'));
  try {
    const record = join(work, 'record.json');
    const env = {
      ...process.env,
      SUBTITLE_BENCH_RECORD: record,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${observer}`,
    };
    const words = [
      program,
      'subtitles',
      file,
      '--source',
      'burned-in',
      '--json',
      '--quiet',
      '--cache-dir',
      join(work, 'cache'),
      ...more,
    ];
    const result = await run(process.execPath, words, env);
    const { own, megabytes, calls, blocked } = JSON.parse(readFileSync(record, 'utf8'));
    const { cpu, wall, decoder, peak } = result;
    return { cues: JSON.parse(result.out).cues, cpu, own, wall, decoder, peak, megabytes, calls, blocked };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** CPU of reading one line of thirteen characters, already cut out, ms: the least that a line can cost here. */
export async function oneReading() {
  const { openPaddle } = await import(join(root, 'packages/plugins/subtitle-ocr/dist/paddle-engine.js'));
  const engine = await openPaddle();
  const [width, height] = [600, 64];
  // The network takes as long for noise as for letters.
  const data = Uint8Array.from({ length: width * height }, (_, at) => (at * 7919) % 251);
  const read = () => engine.readLine({ width, height, channels: 1, data }, { x: 0, y: 0, width, height }, null);
  await read();
  const begin = process.cpuUsage();
  for (let n = 0; n < 20; n++) await read();
  const { user, system } = process.cpuUsage(begin);
  await engine.close();
  return (user + system) / 1000 / 20;
}

/** Decoding a file and nothing else. */
export async function decodeOnly(ffmpeg, file) {
  return run(ffmpeg, ['-v', 'error', '-nostdin', '-i', file, '-map', '0:v:0', '-f', 'null', '-']);
}
