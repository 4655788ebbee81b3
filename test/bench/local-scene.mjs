// node test/bench/local-scene.mjs [series] [first seed]: how honest the local-scene ratio is, on simulated series whose
// truth is known and whose rules are not the model's, and how well shots find their script scene. Needs a build.
// The model was chosen on seeds from 1; the default seeds were not looked at before.
import { printTable } from './local-scene/table.mjs';
import { holds, states, threshold } from './local-scene/questions.mjs';
import { simulateSeries } from './local-scene/simulated-series.mjs';

const count = Number(process.argv[2] ?? 600);
const firstSeed = Number(process.argv[3] ?? 700_001);
const stages = [0, 5, 10, 20];
const mostAnswers = 60;

/** How one series went: whether the interval held at each stage and at the verdict, and after how many answers that came. */
function outcome(series) {
  const held = {};
  let end = null;
  for (const state of states(series, 'estimate', mostAnswers)) {
    const { answers, estimate, verdict } = state;
    if (stages.includes(answers)) held[answers] = holds(estimate, series.ratio);
    if (end === null || end.verdict === 'undecided') end = { ...state, held: holds(estimate, series.ratio) };
    if (answers >= stages.at(-1) && end.verdict !== 'undecided') break;
    void verdict;
  }
  return { kind: series.kind, ratio: series.ratio, held, ...end, heldAtEnd: end.held, stagesHeld: held };
}

const results = Array.from({ length: count }, (_, i) => outcome(simulateSeries(firstSeed + i)));
const percent = (part, whole) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const rows = ['honest', 'sloppy', 'inflated', 'all'].map((kind) => {
  const group = results.filter((each) => kind === 'all' || each.kind === kind);
  const share = (test, of = group) => percent(of.filter(test).length, of.length);
  const answers = group.map((each) => each.answers);
  return [
    kind,
    group.length,
    ...stages.map((stage) => {
      const asked = group.filter(({ stagesHeld }) => stage in stagesHeld);
      return share(({ stagesHeld }) => stagesHeld[stage], asked);
    }),
    share(({ heldAtEnd }) => heldAtEnd),
    share(({ verdict, ratio }) => verdict === 'reached' && ratio < threshold),
    share(({ verdict, ratio }) => verdict === 'missed' && ratio >= threshold),
    share(({ verdict }) => verdict === 'undecided'),
    median(answers),
    (answers.reduce((sum, n) => sum + n, 0) / answers.length).toFixed(1),
  ];
});
printTable(
  ['table', 'series', ...stages.map((n) => `held at ${n}`), 'at verdict', 'wrong pass', 'wrong fail', 'undecided', 'median', 'mean'],
  rows,
);
