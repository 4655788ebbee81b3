// How well comments are told apart: the plugin's Naive Bayes beside the perceptrons of node-nlp, on the same lines and features, and how often
// the interval of the share holds the true share. Needs a build: node test/bench/comments.mjs
import { createRequire } from 'node:module';
import {
  commentFeatures,
  measure,
  opinions,
  positiveShare,
  shippedComments,
  trainClassifier,
} from '../../packages/plugins/release-data/dist/index.js';

// The package that ships it knows where it is.
const fromTerms = createRequire(new URL('../../packages/plugins/sensitive-terms/package.json', import.meta.url));
const { NeuralNetwork } = fromTerms('node-nlp/src/classifiers/index.js');

function perceptrons(lines) {
  const input = (text) => Object.fromEntries([...commentFeatures(text).keys()].map((feature) => [feature, 1]));
  const network = new NeuralNetwork({});
  network.train(lines.map(({ text, opinion }) => ({ input: input(text), output: { [opinion]: 1 } })));
  return (text) => {
    const outputs = network.run(input(text)) ?? {};
    return opinions.reduce((best, each) => ((outputs[each] ?? 0) > (outputs[best] ?? 0) ? each : best), 'neutral');
  };
}

function judged(train, lines, learn) {
  const classify = learn(train);
  return lines.map(({ text, opinion }) => [opinion, classify(text)]);
}

function tenFold(lines, learn) {
  return Array.from({ length: 10 }, (_, fold) =>
    judged(
      lines.filter((_line, index) => index % 10 !== fold),
      lines.filter((_line, index) => index % 10 === fold),
      learn,
    ),
  ).flat();
}

const { train, unseen } = shippedComments();
console.log(`train ${train.length} lines, unseen ${unseen.length}`);
const share = ({ right, lines }) => `${right}/${lines} = ${((100 * right) / lines).toFixed(1)} %`;
for (const [name, learn] of [
  ['naive Bayes', trainClassifier],
  ['node-nlp', perceptrons],
]) {
  for (const [where, results] of [
    ['ten-fold', tenFold(train, learn)],
    ['unseen', judged(train, unseen, learn)],
  ]) {
    const { positive, other } = measure(results);
    const right = results.filter(([is, called]) => is === called).length;
    console.log(
      `${name.padEnd(12)} ${where.padEnd(9)} positive found ${share(positive)}  others kept ${share(other)}  three opinions ${share({ right, lines: results.length })}`,
    );
  }
}

// A seeded source of chance.
let state = 20_261_127;
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const binomial = (trials, probability) => {
  let hits = 0;
  for (let i = 0; i < trials; i++) if (chance() < probability) hits++;
  return hits;
};

/** True errors are drawn; the lines that measure them and the comments are samples. */
const runs = 4000;
let held = 0;
let heldRaw = 0;
let width = 0;
for (let run = 0; run < runs; run++) {
  const [sensitivity, specificity, truth] = [0.7 + 0.25 * chance(), 0.7 + 0.25 * chance(), chance()];
  const comments = 20 + Math.floor(chance() * 980);
  const errors = {
    positive: { lines: 40, right: binomial(40, sensitivity) },
    other: { lines: 80, right: binomial(80, specificity) },
  };
  const called = binomial(comments, truth * sensitivity + (1 - truth) * (1 - specificity));
  const interval = positiveShare({ called, comments }, errors);
  if (interval === null || (truth >= interval.low && truth <= interval.high)) held++;
  if (interval !== null) width += interval.high - interval.low;
  const raw = called / comments;
  const half = 1.96 * Math.sqrt((raw * (1 - raw)) / comments);
  if (truth >= raw - half && truth <= raw + half) heldRaw++;
}
console.log(
  `interval holds the true share in ${((100 * held) / runs).toFixed(1)} % of ${runs} draws (mean width ${(width / runs).toFixed(3)}); without the errors of the classifier ${((100 * heldRaw) / runs).toFixed(1)} %`,
);
