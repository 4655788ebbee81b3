// node test/bench/subtitles.mjs [--quick] [--seen] [--style NAME] [--cost] [--show]: reads synthetic clips with known
// subtitles by `shenpian subtitles --json`, one process a file, and prints what was right per style, worst first, and what
// the whole run of a 1080×1920 file costs over decoding it. `--quick` takes four styles and no cost run, `--seen` leaves
// out the styles kept unseen, `--cost` does the cost run only, `--show` prints what was wrong in the styles not kept unseen.
import { parseArgs } from 'node:util';
import { resolveFfmpeg } from '@shenpian/core';
import { clipOf } from './subtitles/clips.mjs';
import { decodeOnly, readSubtitles } from './subtitles/measure.mjs';
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

if (given.cost || (!given.quick && !given.style)) {
  const { script, file } = await clipOf(costStyle, ffmpeg.file);
  // Decoding before and after the run: the machine may have other work.
  const before = await decodeOnly(ffmpeg.file, file);
  const run = await readSubtitles(file);
  const after = await decodeOnly(ffmpeg.file, file);
  const [cpu, wall] = [(before.cpu + after.cpu) / 2, (before.wall + after.wall) / 2];
  const { found, lines } = scoreOf({ script, result: run });
  const memory = run.megabytes + run.decoder;
  const mark = (good) => (good ? '✓' : '✗');
  console.log(`
1080×1920, ${script.seconds} s, ${found} of ${lines} lines read; ffmpeg ${ffmpeg.version} (${ffmpeg.source})
decode only  CPU ${cpu.toFixed(1)} s, wall ${wall.toFixed(1)} s
whole run    CPU ${run.cpu.toFixed(1)} s (${run.own.toFixed(1)} s in Node), wall ${run.wall.toFixed(1)} s
ratio        CPU ${(run.cpu / cpu).toFixed(2)} ${mark(run.cpu / cpu <= 1.5)}, wall ${(run.wall / wall).toFixed(2)} ${mark(run.wall / wall <= 1.5)} (bar 1.5)
beyond the decode, per line: CPU ${((1000 * (run.cpu - cpu)) / lines).toFixed(0)} ms
memory       ${run.megabytes.toFixed(0)} MB in Node + ${run.decoder.toFixed(0)} MB in ffmpeg = ${memory.toFixed(0)} MB ${mark(memory <= 700)} (bar 700)`);
}
