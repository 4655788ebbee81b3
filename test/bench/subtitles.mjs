// node test/bench/subtitles.mjs [--quick] [--seen] [--style NAME] [--cost] [--show]: reads synthetic clips with known
// subtitles by `shenpian subtitles --json`, one process a file, and prints what was right per style, worst first, and what
// the whole run of a 1080×1920 file costs over decoding it. `--quick` takes four styles and no cost run, `--seen` leaves
// out the styles kept unseen, `--cost` does the cost run only (one and three minutes of the same), `--show` prints what was wrong in the styles not kept unseen.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveFfmpeg } from '@shenpian/core';
import { clipOf } from './subtitles/clips.mjs';
import { castNames } from './subtitles/lines.mjs';
import { decodeOnly, oneReading, readSubtitles } from './subtitles/measure.mjs';
import { ratesOf, scoreOf } from './subtitles/scoring.mjs';
import { costStyle, quickStyles, styles } from './subtitles/styles.mjs';
import { tableOf } from './subtitles/table.mjs';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seen: { type: 'boolean', default: false },
    cost: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    style: { type: 'string', multiple: true },
  },
});
const { ffmpeg } = await resolveFfmpeg();
// The bar of 70 ms a line was set where reading one that is cut out already took 24 ms; this machine is not always as fast.
const lineBar = 70 / 24;

const chosen = styles.filter(({ name, unseen }) => {
  if (given.cost) return false;
  if (given.style) return given.style.includes(name);
  return (!given.quick || quickStyles.has(name)) && (!given.seen || !unseen);
});

const scored = [];
for (const style of chosen) {
  const clip = await clipOf(style, ffmpeg.file);
  const score = scoreOf({ script: clip.script, result: await readSubtitles(clip.file) });
  scored.push({ style, score });
  if (!given.show || style.unseen) continue;
  for (const { line, cue } of score.wrong) {
    const was = cue ? `${cue.text} (${cue.confidence.toFixed(2)})` : 'missed';
    console.log(
      `${style.name} ${line.start.toFixed(2)}–${line.end.toFixed(2)} ${line.text} → ${was}`.replaceAll('\n', '⏎'),
    );
  }
  for (const { start, end, text, confidence } of score.phantoms) {
    console.log(`${style.name} phantom ${start.toFixed(2)}–${end.toFixed(2)} ${text} (${confidence.toFixed(2)})`);
  }
}

if (scored.length > 0) {
  const rows = scored
    .map(({ style, score }) => ({ name: style.name, rates: ratesOf([score]) }))
    .sort((a, b) => b.rates.cer - a.rates.cer || a.rates.exact - b.rates.exact);
  const together = (name, part) => (part.length > 0 ? [{ name, rates: ratesOf(part.map(({ score }) => score)) }] : []);
  rows.push(
    ...together(
      '**seen**',
      scored.filter(({ style }) => !style.unseen),
    ),
    ...together(
      '**unseen**',
      scored.filter(({ style }) => style.unseen),
    ),
    ...together('**all**', scored),
  );
  console.log(tableOf(rows));
}

const named = styles.filter(({ wording, name }) => wording === 'names' && chosen.some((style) => style.name === name));
for (const style of named) {
  const clip = await clipOf(style, ffmpeg.file);
  const list = join(mkdtempSync(join(tmpdir(), 'shenpian-names-')), 'names.txt');
  writeFileSync(list, castNames.join('\n'));
  const rates = ratesOf([scoreOf({ script: clip.script, result: await readSubtitles(clip.file, ['--names', list]) })]);
  console.log(
    `\n${style.name} with the names of the cast: CER ${rates.cer.toFixed(2)} %, exact ${rates.exact.toFixed(0)} %`,
  );
}

if (given.cost || (!given.quick && !given.style)) {
  const [short, long] = [await clipOf({ ...costStyle, times: 1 }, ffmpeg.file), await clipOf(costStyle, ffmpeg.file)];
  // Decoding before and after the run: the machine may have other work.
  const before = await decodeOnly(ffmpeg.file, long.file);
  const one = await readSubtitles(short.file);
  const run = await readSubtitles(long.file);
  const after = await decodeOnly(ffmpeg.file, long.file);
  const [cpu, wall] = [(before.cpu + after.cpu) / 2, (before.wall + after.wall) / 2];
  const { found, lines } = scoreOf({ script: long.script, result: run });
  const perLine = (1000 * (run.own - one.own)) / (lines - short.script.lines.length);
  const least = await oneReading();
  const mark = (good) => (good ? '✓' : '✗');
  console.log(`
1080×1920, ${long.script.seconds} s, ${found} of ${lines} lines read; ffmpeg ${ffmpeg.version} (${ffmpeg.source})
decode only  CPU ${cpu.toFixed(1)} s, wall ${wall.toFixed(1)} s
whole run    CPU ${run.cpu.toFixed(1)} s (${run.own.toFixed(1)} s in Node), wall ${run.wall.toFixed(1)} s
ratio        CPU ${(run.cpu / cpu).toFixed(2)} ${mark(run.cpu / cpu <= 1.5)}, wall ${(run.wall / wall).toFixed(2)} ${mark(run.wall / wall <= 1.5)} (bar 1.5)
per line     CPU ${(perLine / least).toFixed(1)} × reading one line that is cut out already ${mark(perLine / least <= lineBar)} (bar ${lineBar.toFixed(1)}: 70 ms where one reading takes 24);
             ${perLine.toFixed(0)} ms in Node for each line more, start and scouting apart, where one reading takes ${least.toFixed(0)}
memory       ${run.peak.toFixed(0)} MB at one moment ${mark(run.peak <= 700)} (bar 700), Node at most ${run.megabytes.toFixed(0)}, ffmpeg ${run.decoder.toFixed(0)}; after a third of the length ${one.peak.toFixed(0)} MB
blocked      main thread at most ${run.blocked.toFixed(0)} ms of processor time at a stretch ${mark(run.blocked <= 50)} (bar 50)`);
}
