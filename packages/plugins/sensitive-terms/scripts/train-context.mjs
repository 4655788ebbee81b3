// Trains models/context.json on training/context-lines.yaml and prints how it does on the held-out lines.
// The examples of the starter lexicons are training lines too: `match` for their category, `noMatch` for neutral.
// Run after a build: node scripts/train-context.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { lineFeatures, loadContextModel } from '../dist/context/context-model.js';
import { starterLexicons } from '../dist/lexicon/starter-lexicons.js';

const { NeuralNetwork } = createRequire(import.meta.url)('node-nlp/src/classifiers/index.js');
const root = new URL('../', import.meta.url);
const { train, heldOut } = parse(await readFile(new URL('training/context-lines.yaml', root), 'utf8'));
const rows = (set) => Object.entries(set).flatMap(([intent, lines]) => lines.map((line) => ({ intent, line })));

const heldOutLines = new Set(rows(heldOut).map(({ line }) => line));
const examples = starterLexicons()
  .filter(({ scope }) => scope === 'text')
  .flatMap(({ id, terms }) =>
    terms.flatMap(({ match, noMatch }) => [
      ...match.map((line) => ({ intent: id, line })),
      ...noMatch.map((line) => ({ intent: 'neutral', line })),
    ]),
  );
// A line that measures may not train.
const lessons = [...rows(train), ...examples].filter(({ line }) => !heldOutLines.has(line));

const network = new NeuralNetwork();
network.train(lessons.map(({ intent, line }) => ({ input: lineFeatures(line), output: { [intent]: 1 } })));
const json = network.toJSON();
// Four digits: a fifth changes no verdict and doubles the file.
const perceptrons = json.perceptrons.map((weights) => weights.map((weight) => Number(weight.toFixed(4))));
await writeFile(new URL('models/context.json', root), `${JSON.stringify({ ...json, perceptrons })}\n`);

const model = await loadContextModel();
const judged = rows(heldOut).map(({ intent, line }) => {
  const verdict = model.judge(line);
  return { intent, line, judged: verdict.intent, score: verdict.score };
});
const known = judged.filter((row) => row.judged !== 'unknown');
const right = judged.filter((row) => row.intent === row.judged);
const neutral = judged.filter((row) => row.judged === 'neutral' && row.score >= 0.85);
console.log(`lines: ${lessons.length} to train, ${judged.length} held out`);
console.log(`verdict given: ${known.length}, intent right: ${right.length}`);
console.log(
  `neutral at >= 0.85: ${neutral.length}, right: ${neutral.filter((row) => row.intent === 'neutral').length}`,
);
for (const row of neutral.filter(({ intent }) => intent !== 'neutral'))
  console.log(`  wrongly neutral: ${row.line} (${row.score.toFixed(2)})`);
