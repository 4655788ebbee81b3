// node test/bench/local-scene.mjs [series] [first seed]: how honest the local-scene ratio is, on simulated series whose
// truth is known and whose rules are not the model's, and how well shots find their script scene. Needs a build.
// The model was chosen on seeds below 2,401, 700,001–700,600 and 900,001–900,600; the default seeds were not looked at before. Five minutes.
import { alignment } from './local-scene/alignment.mjs';
import { holds, states, threshold } from './local-scene/questions.mjs';
import { simulateSeries, tableKinds } from './local-scene/simulated-series.mjs';
import { printTable } from './local-scene/table.mjs';

const count = Number(process.argv[2] ?? 600);
const firstSeed = Number(process.argv[3] ?? 1_100_001);
/** Answers after which the interval is looked at, whatever the verdict. */
const stages = [0, 5, 10, 20];
/** Nobody answers more: a series that is open by then counts as undecided. */
const mostAnswers = 60;

/** How one series went: whether the interval held at each stage and at the verdict, and after how many answers that came. */
function outcome(series) {
  const heldAt = {};
  let end = null;
  for (const { answers, estimate, verdict } of states(series, 'estimate', mostAnswers)) {
    const held = holds(estimate, series.ratio);
    if (stages.includes(answers)) heldAt[answers] = held;
    if (end === null || end.verdict === 'undecided') end = { answers, verdict, held };
    if (answers >= stages.at(-1) && end.verdict !== 'undecided') break;
  }
  return { kind: series.kind, ratio: series.ratio, heldAt, ...end };
}

const percent = (share) => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
const shareOf = (group, test) => percent(group.filter(test).length / group.length);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const results = Array.from({ length: count }, (_, i) => outcome(simulateSeries(firstSeed + i)));
const rows = [...Object.keys(tableKinds), 'all'].map((kind) => {
  const group = results.filter((each) => kind === 'all' || each.kind === kind);
  return [
    kind,
    group.length,
    ...stages.map((stage) =>
      shareOf(
        group.filter(({ heldAt }) => stage in heldAt),
        ({ heldAt }) => heldAt[stage],
      ),
    ),
    shareOf(group, ({ held }) => held),
    shareOf(group, ({ verdict, ratio }) => verdict === 'reached' && ratio < threshold),
    shareOf(group, ({ verdict, ratio }) => verdict === 'missed' && ratio >= threshold),
    shareOf(group, ({ verdict }) => verdict === 'undecided'),
    median(group.map(({ answers }) => answers)),
  ];
});
const heads = stages.map((stage) => `held at ${stage}`);
console.log(`95 % interval, seeds ${firstSeed}–${firstSeed + count - 1}`);
printTable(
  ['table', 'series', ...heads, 'at verdict', 'wrong pass', 'wrong fail', 'undecided', 'median answers'],
  rows,
);

console.log('\nShot time with its script scene, 200 episodes of generated dialogue');
const seeds = Array.from({ length: 200 }, (_, i) => 9001 + i);
const noises = {
  '2 % misread, 10 % changed': { misread: 0.02, changed: 0.1, dropped: 0, added: 0 },
  '5 % misread, 20 % changed, 10 % dropped, 5 % added': { misread: 0.05, changed: 0.2, dropped: 0.1, added: 0.05 },
};
const aligned = [];
for (const [name, noise] of Object.entries(noises)) {
  const { placed, right, rightOrGuessed } = await alignment(noise, seeds);
  aligned.push([name, percent(placed), percent(right), percent(rightOrGuessed)]);
}
printTable(['film against script', 'placed', 'right of it', 'right with guesses'], aligned);
