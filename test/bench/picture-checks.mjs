// node test/bench/picture-checks.mjs [turns]: processor time that all checks of the picture together (title card, AI label, technical quality, contact
// baits) add to one decode that already serves `shots` and the subtitles, over that of decoding alone; on three minutes of 1080×1920 with
// stereo sound, once with a card of title, number and credits and an AI label in the opening, once without any. All in this run. Exit code 1 when
// the bar is missed. Linux only: it reads /proc.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { decodingTimes } from './technical-quality/decoding-times.mjs';
import { cardFilm, soundFilm } from './technical-quality/long-film.mjs';

/** Added processor time over that of decoding. */
const bar = 0.25;
const turns = Number(process.argv[2] ?? 5);
const bases = ['shots', 'subtitle-ocr'];
const checks = ['title-card', 'ai-label', 'technical-quality', 'contact-baits'].filter((name) =>
  existsSync(new URL(`../../packages/plugins/${name}/dist/index.js`, import.meta.url)),
);

const { ffmpeg } = await resolveFfmpeg();
const script = fileURLToPath(new URL('technical-quality/build-tracks.mjs', import.meta.url));
const films = { 'with a card': await cardFilm(ffmpeg.file), 'without a card': await soundFilm(ffmpeg.file) };

const middle = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

for (const [name, film] of Object.entries(films)) {
  // Of two runs of two minutes the difference of seconds is lost in what else the machine does, which slows a whole run by a fifth. So each run is
  // told in units of what its own decoding took, and compared with the one next to it.
  const runs = { decoding: [], without: [], with: [] };
  const decoding = () => decodingTimes(ffmpeg.file, ['-v', 'error', '-nostdin', '-i', film, '-f', 'null', '-']);
  const tracks = (plugins) => decodingTimes(process.execPath, [script, film, ...plugins]);
  console.log(`\n${name}`);
  for (let turn = 1; turn <= turns; turn++) {
    const measured = [
      ['decoding', await decoding()],
      ['without', await tracks(bases)],
      ['with', await tracks([...bases, ...checks])],
    ];
    for (const [kind, times] of measured) runs[kind].push(times.cpu / times.decoding);
    const seconds = measured.map(([, { cpu }]) => cpu.toFixed(1)).join(', ');
    const added = (runs.with.at(-1) - runs.without.at(-1)) / runs.decoding.at(-1);
    console.log(
      `turn ${turn}: decoding, with shots and subtitles, with all checks too: ${seconds} s; added ${added.toFixed(3)} ×`,
    );
  }
  const alone = middle(runs.decoding);
  const added = middle(runs.with.map((each, turn) => each - runs.without[turn])) / alone;
  console.log(`shots and subtitles ${(middle(runs.without) / alone).toFixed(2)} × decoding`);
  console.log(`${checks.join(', ')}: added ${added.toFixed(3)} × (bar ≤ ${bar}) ${added <= bar ? '✓' : '✗'}`);
  if (added > bar) process.exitCode = 1;
}
