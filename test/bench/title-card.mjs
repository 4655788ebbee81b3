// node test/bench/title-card.mjs [--count N] [--seed N] [--display N] [--show] [--folder DIR]: draws title cards (test/bench/cards/variants.mjs), reads each from its
// video as `check` does, and prints how many numbers were read exactly, left for review, or accepted wrong. Exit 1 below the bars.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { numberSight, openingTexts, openingTextTrack, parseNumber, sameNumber } from '@shenpian/plugin-title-card';
import { clipOf } from './cards/clip.mjs';
import { readTracks } from './cards/read-opening.mjs';
import { variant } from './cards/variants.mjs';

const { values: given } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    display: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const count = Number(given.count);
// A folder that is given keeps the clips, and those that are there are not drawn again.
const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'shenpian-cards-')));
const results = [];
for (let n = 0; n < count + Number(given.display); n++) {
  // Lettering made for titles has no bar for what is read exactly: nobody should set a number in it.
  const display = n >= count;
  const { name, number, plan, seconds } = variant(n, Number(given.seed), display);
  const file = await clipOf(folder, n, plan);
  const { items } = await readTracks(file, [openingTexts], openingTextTrack);
  if (given.folder === undefined) await rm(file);
  const sight = numberSight(items.filter(({ part }) => part === 'opening'));
  const shown = sight.state === 'sure' ? sight.numbers[0].number : null;
  const outcome =
    shown === null
      ? sight.state === 'none'
        ? 'missed'
        : 'review'
      : sameNumber(shown, parseNumber(number))
        ? 'exact'
        : 'wrong';
  results.push({ outcome, seconds, display });
  if (outcome !== 'exact' && given.show) {
    const { canonical, doubts, weakest } = shown ?? sight.number ?? {};
    const read = items.flatMap(({ readings }) =>
      readings.map(({ text, confidence }) => `${text} ${confidence.toFixed(2)}`),
    );
    console.log(
      `${outcome}: ${name}: ${number} → ${canonical ?? ''} ${(doubts ?? []).join(' ')} ${weakest?.toFixed(3) ?? ''}\n    ${read.filter((text) => !/编剧/.test(text)).join('\n    ')}`,
    );
  }
}
if (given.folder === undefined) await rm(folder, { recursive: true });

const rate = (part, outcome) => (100 * part.filter((each) => each.outcome === outcome).length) / part.length;
console.log('| cards | read exactly % | review % | missed % | wrong accepted % |\n| --- | --- | --- | --- | --- |');
const text = results.filter(({ display }) => !display);
const rows = {
  '2 s': text.filter(({ seconds }) => seconds === 2),
  '5 s': text.filter(({ seconds }) => seconds === 5),
  all: text,
  'set in title lettering': results.filter(({ display }) => display),
};
for (const [name, part] of Object.entries(rows)) {
  if (part.length === 0) continue;
  const cells = ['exact', 'review', 'missed', 'wrong'].map((outcome) => rate(part, outcome).toFixed(0));
  console.log(`| ${name} (${part.length}) | ${cells.join(' | ')} |`);
}
console.log('| **bar** | ≥ 97 | the rest | 0 | 0 |');
const safe = results.every(({ outcome }) => outcome === 'exact' || outcome === 'review');
process.exitCode = rate(text, 'exact') >= 97 && safe ? 0 : 1;
