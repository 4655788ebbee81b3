// node test/bench/ai-label.mjs [--count N] [--seed N] [--show] [--folder DIR]: draws AI labels (test/bench/cards/labels.mjs), measures each from its
// video as `check` does, and prints errors of height and verdicts. Exit 1 below the bars.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aiLabelOptionsSchema, aiLabels, aiLabelsTrack, visibleRule } from '@shenpian/plugin-ai-label';
import { openingTexts } from '@shenpian/plugin-title-card';
import { judgeLabel } from '../../packages/plugins/ai-label/dist/judged-label.js';
import { clipOf } from './cards/clip.mjs';
import { label } from './cards/labels.mjs';
import { readTracks } from './cards/read-opening.mjs';

const { values: given } = parseArgs({
  options: {
    count: { type: 'string', default: '52' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const { rule } = visibleRule(null);
const options = aiLabelOptionsSchema.parse({});
const tolerance = 0.003;
// A folder that is given keeps the clips, and those that are there are not drawn again.
const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'shenpian-labels-')));
const results = [];
for (let n = 0; n < Number(given.count); n++) {
  const { name, share, plan } = label(n, Number(given.seed));
  const file = await clipOf(folder, n, plan);
  const { items } = await readTracks(file, [openingTexts, aiLabels], aiLabelsTrack);
  if (given.folder === undefined) await rm(file);
  const [found] = items.filter(({ words }) => words !== 'partial');
  const verdict = found ? judgeLabel(found, rule, options).height : null;
  const error = found?.height ? found.height.median - share : null;
  const right = verdict === null ? null : verdict === share > rule.heightShare;
  results.push({ share, error, right, found: found?.words === 'whole', seconds: found?.seconds.high ?? null });
  const near = Math.abs(share - rule.heightShare) <= tolerance;
  if (given.show && (error === null || Math.abs(error) > 0.0015 || right === false || (right === null && !near))) {
    console.log(
      `${name}: ${error === null ? 'not measured' : `${(100 * error).toFixed(2)} %`} ${JSON.stringify(found ?? items)}`,
    );
  }
}
if (given.folder === undefined) await rm(folder, { recursive: true });

const errors = results
  .flatMap(({ error }) => (error === null ? [] : [100 * Math.abs(error)]))
  .toSorted((a, b) => a - b);
const far = results.filter(({ share }) => Math.abs(share - rule.heightShare) > tolerance);
const count = (list, test) => list.filter(test).length;
console.log(
  `labels: ${results.length}, read surely: ${count(results, ({ found }) => found)}, measured: ${errors.length}`,
);
console.log(
  `error, % of the shorter side: median ${errors[errors.length >> 1]?.toFixed(2)}, largest ${errors.at(-1)?.toFixed(2)} (bar ≤ 0.30)`,
);
console.log(
  `verdicts outside ±0.3 %: ${far.length}, right ${count(far, ({ right }) => right === true)}, left for review ${count(far, ({ right }) => right === null)}, wrong ${count(far, ({ right }) => right === false)} (bar 0)`,
);
console.log(
  `time of 2.4 s: off by at most ${Math.max(...results.map(({ seconds }) => Math.abs((seconds ?? 0) - 2.4))).toFixed(2)} s`,
);
process.exitCode =
  errors.length === results.length && errors.at(-1) <= 0.3 && far.every(({ right }) => right === true) ? 0 : 1;
