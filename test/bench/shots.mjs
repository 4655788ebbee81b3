// node test/bench/shots.mjs [--seen] [--cost] [--show]: finds the shots of generated H.264 films with exact truth by
// `shenpian shots --json` and prints what was right, for the films that thresholds were chosen with and for those that were not
// looked at, and what the whole run of a 1080×1920 file costs over decoding it. `--seen` leaves the unseen films out, `--cost` does
// the cost run only, `--show` prints what was wrong in the seen films. Exit code 1 when a bar is missed. Linux only: it reads /proc.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resolveFfmpeg } from '@shenpian/core';
import { filmOf } from './shots/film.mjs';
import { costFilm, films } from './shots/films.mjs';
import { kindsOf, ratesOf, scoreOf } from './shots/scoring.mjs';
import { bars, passes, tableOf } from './shots/table.mjs';
import { decodeOnly, run } from './subtitles/measure.mjs';

const flag = { type: 'boolean', default: false };
const { values: given } = parseArgs({ options: { seen: flag, cost: flag, show: flag } });
const observer = new URL('./subtitles/observer.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('../../packages/cli/bin/shenpian.js', import.meta.url));
const { ffmpeg } = await resolveFfmpeg();

/** `shenpian shots --json` with a cache of its own, and what it used; `own` is processor time of the Node process, seconds. */
async function findShots(file) {
  const cache = mkdtempSync(join(tmpdir(), 'shenpian-shots-'));
  try {
    const record = join(cache, 'record.json');
    const words = [program, 'shots', file, '--json', '--quiet', '--cache-dir', join(cache, 'tracks')];
    const result = await run(process.execPath, ['--import', observer, ...words], {
      ...process.env,
      SUBTITLE_BENCH_RECORD: record,
    });
    return { ...result, own: JSON.parse(readFileSync(record, 'utf8')).own, shots: JSON.parse(result.out).shots };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

let met = true;
const chosen = films.filter(({ part }) => !given.cost && (!given.seen || part === 'seen'));
const scored = [];
for (const { name, part, shots, encoding } of chosen) {
  const { file, truth } = await filmOf(name, shots, encoding, ffmpeg.file);
  const score = scoreOf((await findShots(file)).shots, truth);
  scored.push({ name, part, score });
  if (!given.show || part !== 'seen') continue;
  for (const { start, transition, confidence } of score.wrong) {
    console.log(`${name} wrong ${transition} at ${start.toFixed(2)} (${confidence.toFixed(2)})`);
  }
  for (const { kind, time } of score.missed) console.log(`${name} missed ${kind} at ${time.toFixed(2)}`);
}
if (scored.length > 0) {
  const rows = scored.map(({ name, score }) => ({ name, rates: ratesOf([score]) }));
  for (const part of ['seen', 'unseen']) {
    const scores = scored.filter((each) => each.part === part).map(({ score }) => score);
    if (scores.length === 0) continue;
    const rates = ratesOf(scores);
    rows.push({ name: `**${part}**`, rates });
    met &&= Object.entries(bars).every(([key, bar]) => passes(bar, rates[key]));
    const kinds = kindsOf(scores).map(([kind, right, all]) => `${kind} ${right}/${all}`);
    console.log(`${part}: ${kinds.join(', ')}`);
  }
  console.log(`\n${tableOf(rows)}`);
}

if (!given.seen) {
  // The film is played several times: an episode lasts minutes, and the start of a process weighs less.
  const { file } = await filmOf(costFilm.name, costFilm.shots, costFilm.encoding, ffmpeg.file);
  const long = file.replace('.mp4', `-${costFilm.times}.mp4`);
  if (!existsSync(long)) {
    const unfinished = long.replace('.mp4', `-unfinished-${process.pid}.mp4`);
    const repeat = [
      '-v',
      'error',
      '-y',
      '-stream_loop',
      String(costFilm.times - 1),
      '-i',
      file,
      '-c',
      'copy',
      unfinished,
    ];
    if (spawnSync(ffmpeg.file, repeat).status !== 0) throw new Error(`could not repeat ${file}`);
    renameSync(unfinished, long);
  }
  const most = 0.15;
  // Alternately, and the least of three: whatever else runs on the machine only adds to a process's time.
  const least = {
    short: Infinity,
    shortAll: Infinity,
    shortOwn: Infinity,
    long: Infinity,
    longAll: Infinity,
    longOwn: Infinity,
  };
  const keep = (name, seconds) => (least[name] = Math.min(least[name], seconds));
  for (let turn = 0; turn < 3; turn++) {
    for (const [name, path] of Object.entries({ short: file, long })) {
      keep(name, (await decodeOnly(ffmpeg.file, path)).cpu);
      const { cpu, own } = await findShots(path);
      keep(`${name}All`, cpu);
      keep(`${name}Own`, own);
    }
  }
  const whole = least.longAll / least.long - 1;
  // What more of the same film costs: the start of the program is not in it. Detecting is what Node does with the small frames;
  // making them is ffmpeg's work, once for every track that asks for them.
  const more = least.long - least.short;
  const detecting = (least.longOwn - least.shortOwn) / more;
  const withFrames = (least.longAll - least.shortAll) / more - 1;
  met &&= detecting <= most;
  console.log(`
1080×1920: decoding ${least.long.toFixed(1)} s of CPU, the whole run ${least.longAll.toFixed(1)} s
detecting     ${detecting.toFixed(3)} × decoding ${detecting <= most ? '✓' : '✗'} (bar ${most})
with frames   ${withFrames.toFixed(3)} ×, small frames and time stamps of ffmpeg in it
whole run     ${whole.toFixed(3)} ×, the start of the program in it too`);
}
if (!met) process.exitCode = 1;
