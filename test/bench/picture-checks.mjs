// node test/bench/picture-checks.mjs [turns]: processor time that all checks of the picture together (title card, AI label, technical quality, contact
// baits) add to one decode that already serves `shots` and the subtitles, over that of decoding alone; on three minutes of 1080×1920 with
// stereo sound, once with a card of title, number and credits and an AI label in the opening, once without any. All in this run. Exit code 1 when
// the bar is missed. Linux only: it reads /proc.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { cardFilm, soundFilm } from './technical-quality/long-film.mjs';
import { run } from './subtitles/measure.mjs';

/** Added processor time over that of decoding. */
const bar = 0.25;
const turns = Number(process.argv[2] ?? 3);
const bases = ['shots', 'subtitle-ocr'];
const checks = ['title-card', 'ai-label', 'technical-quality', 'contact-baits'].filter((name) =>
  existsSync(new URL(`../../packages/plugins/${name}/dist/index.js`, import.meta.url)),
);

const { ffmpeg } = await resolveFfmpeg();
const script = fileURLToPath(new URL('technical-quality/build-tracks.mjs', import.meta.url));
const films = { 'with a card': await cardFilm(ffmpeg.file), 'without a card': await soundFilm(ffmpeg.file) };
const groups = { without: [], openings: ['title-card', 'ai-label'], all: checks };

for (const [name, film] of Object.entries(films)) {
  // Alternately, and the least of all turns: whatever else runs on the machine only adds to a process's time.
  const least = { decoding: Infinity, ...Object.fromEntries(Object.keys(groups).map((group) => [group, Infinity])) };
  const keep = (group, { cpu }) => (least[group] = Math.min(least[group], cpu));
  for (let turn = 0; turn < turns; turn++) {
    keep('decoding', await run(ffmpeg.file, ['-v', 'error', '-nostdin', '-i', film, '-f', 'null', '-']));
    for (const [group, plugins] of Object.entries(groups))
      keep(group, await run(process.execPath, [script, film, ...bases, ...plugins]));
  }
  const times = (seconds) => `${(seconds / least.decoding).toFixed(3)} ×`;
  console.log(`\n${name}: decoding picture and sound ${least.decoding.toFixed(2)} s of CPU`);
  console.log(`shots and subtitles              ${least.without.toFixed(2)} s  ${times(least.without)}`);
  for (const [group, plugins] of Object.entries(groups).slice(1)) {
    const added = least[group] - least.without;
    console.log(
      `and ${plugins.join(', ')}: ${least[group].toFixed(2)} s, added ${added.toFixed(2)} s  ${times(added)}`,
    );
  }
  const added = (least.all - least.without) / least.decoding;
  console.log(`all: added ${added.toFixed(3)} × decoding (bar ≤ ${bar}) ${added <= bar ? '✓' : '✗'}`);
  if (added > bar) process.exitCode = 1;
}
