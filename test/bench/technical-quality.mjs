// node test/bench/technical-quality.mjs [turns]: processor time that the track `signal` adds to one decode that already serves `shots` and the
// subtitles, over that of decoding alone, on a 1080×1920 film with stereo sound; all in this run. Exit code 1 when the bar is missed. The
// faults that must be found, and the look-alikes that must not, are packages/plugins/technical-quality/test/faults.test.ts. Linux only: it
// reads /proc.
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { run } from './subtitles/measure.mjs';
import { soundFilm } from './technical-quality/long-film.mjs';

/** Added processor time over that of decoding. */
const bar = 0.2;
const turns = Number(process.argv[2] ?? 3);

const { ffmpeg } = await resolveFfmpeg();
const long = await soundFilm(ffmpeg.file);
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
