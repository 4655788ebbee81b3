// node test/bench/technical-quality.mjs [turns]: processor time that the track `signal` adds to one decode that already serves `shots` and the
// subtitles, over that of decoding alone, on a 1080×1920 film with stereo sound; all in this run. Exit code 1 when the bar is missed. The
// faults that must be found, and the look-alikes that must not, are packages/plugins/technical-quality/test/faults.test.ts. Linux only: it
// reads /proc.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { filmOf } from './shots/film.mjs';
import { costFilm } from './shots/films.mjs';
import { run } from './subtitles/measure.mjs';

/** Added processor time over that of decoding. */
const bar = 0.2;
const turns = Number(process.argv[2] ?? 3);
const times = 3;

const { ffmpeg } = await resolveFfmpeg();
const { file } = await filmOf(costFilm.name, costFilm.shots, costFilm.encoding, ffmpeg.file);
const long = file.replace('.mp4', `-sound-${times}.mp4`);
if (!existsSync(long)) {
  const unfinished = long.replace('.mp4', `-unfinished-${process.pid}.mp4`);
  const sound = 'aevalsrc=0.2*sin(440*PI*t)*(1+sin(5*t))|0.2*sin(660*PI*t)*(1+sin(4*t)):s=48000';
  const words = ['-v', 'error', '-y', '-stream_loop', String(times - 1), '-i', file, '-f', 'lavfi', '-i', sound];
  words.push('-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac', '-shortest', unfinished);
  if (spawnSync(ffmpeg.file, words).status !== 0) throw new Error(`could not make ${long}`);
  renameSync(unfinished, long);
}

const script = fileURLToPath(new URL('technical-quality/build-tracks.mjs', import.meta.url));
const tracks = (...plugins) => run(process.execPath, [script, long, ...plugins]);
// Alternately, and the least of all turns: whatever else runs on the machine only adds to a process's time.
const least = { decoding: Infinity, without: Infinity, with: Infinity };
const keep = (name, { cpu }) => (least[name] = Math.min(least[name], cpu));
for (let turn = 0; turn < turns; turn++) {
  keep('decoding', await run(ffmpeg.file, ['-v', 'error', '-nostdin', '-i', long, '-f', 'null', '-']));
  keep('without', await tracks('shots', 'subtitle-ocr'));
  keep('with', await tracks('shots', 'subtitle-ocr', 'technical-quality'));
}
const added = (least.with - least.without) / least.decoding;
console.log(`decoding picture and sound   ${least.decoding.toFixed(2)} s of CPU   1.00 ×`);
console.log(
  `with shots and subtitles     ${least.without.toFixed(2)} s   ${(least.without / least.decoding).toFixed(2)} ×`,
);
console.log(`and technical quality        ${least.with.toFixed(2)} s   ${(least.with / least.decoding).toFixed(2)} ×`);
console.log(`added: ${added.toFixed(3)} × decoding (bar ≤ ${bar}) ${added <= bar ? '✓' : '✗'}`);
if (added > bar) process.exitCode = 1;
