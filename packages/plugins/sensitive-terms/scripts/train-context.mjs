// Trains models/context.json on training/context-lines.yaml and prints how it and its alternatives do.
// The examples of the starter lexicons are training lines too: `match` for an offence, `noMatch` for neutral.
// Features were chosen five-fold on `train` and `dev`; `heldOut` is for the README only. Run after a build: node scripts/train-context.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { fewestFamiliar, lineFeatures, loadContextModel } from '../dist/context/context-model.js';
import { screenLines, starterLexicons } from '../dist/index.js';

const { NeuralNetwork } = createRequire(import.meta.url)('node-nlp/src/classifiers/index.js');
const root = new URL('../', import.meta.url);
const sets = parse(await readFile(new URL('training/context-lines.yaml', root), 'utf8'));
// The file sorts offences by lexicon, which keeps it balanced; the model only tells them from neutral lines.
const rows = (set) =>
  Object.entries(set).flatMap(([kind, lines]) =>
    lines.map((line) => ({ intent: kind === 'neutral' ? 'neutral' : 'offence', line })),
  );

const measured = new Set(rows(sets.heldOut).map(({ line }) => line));
const own = [...rows(sets.train), ...rows(sets.dev)];
const examples = starterLexicons()
  .filter(({ scope }) => scope === 'text')
  .flatMap(({ terms }) =>
    terms.flatMap(({ match, noMatch }) => [
      ...match.map((line) => ({ intent: 'offence', line })),
      ...noMatch.map((line) => ({ intent: 'neutral', line })),
    ]),
  );
// A line that measures may not train.
const lessons = [...own, ...examples].filter(({ line }) => !measured.has(line));

const isCue = (name) => name.startsWith('cue:');
const plain = (features) => Object.fromEntries(Object.entries(features).filter(([name]) => !isCue(name)));
const singles = (line) =>
  Object.fromEntries(
    [...line.normalize('NFKC').toLowerCase()].filter((c) => /[\p{L}\p{N}]/u.test(c)).map((c) => [c, 1]),
  );
const variants = {
  'pairs of characters': { features: (line) => plain(lineFeatures(line)) },
  'pairs and single characters': { features: (line) => ({ ...plain(lineFeatures(line)), ...singles(line) }) },
  'pairs and cue words': { features: lineFeatures },
  'the same, neutral only with a cue (shipped)': { features: lineFeatures, needsCue: true },
};

function train(features, lines) {
  const network = new NeuralNetwork();
  network.train(lines.map(({ intent, line }) => ({ input: features(line), output: { [intent]: 1 } })));
  return network;
}

/** The same reckoning as ContextModel.judge, for variants that are not shipped. */
function judgeWith(network, { features, needsCue = false }) {
  const known = new Set(network.toJSON().features);
  const unknown = { intent: 'unknown', score: 0 };
  return (line) => {
    const given = features(line);
    if (Object.keys(plain(given)).filter((name) => known.has(name)).length < fewestFamiliar) return unknown;
    const ranked = Object.entries(network.run(given)).sort((a, b) => b[1] - a[1]);
    const total = ranked.reduce((sum, [, output]) => sum + output ** 2, 0);
    if (total === 0 || (ranked[0][0] === 'neutral' && needsCue && !Object.keys(given).some(isCue))) return unknown;
    return { intent: ranked[0][0], score: ranked[0][1] ** 2 / total };
  };
}

/** Verdicts on train and dev lines, every fifth by a model of the others and the lexicons' examples. */
function crossJudged(variant) {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const lines = [...examples, ...own.filter((_, index) => index % 5 !== fold)];
    const judge = judgeWith(train(variant.features, lines), variant);
    return own.filter((_, index) => index % 5 === fold).map((row) => ({ ...row, verdict: judge(row.line) }));
  });
}

async function report(name, judged) {
  const given = judged.filter(({ verdict }) => verdict.intent !== 'unknown');
  const right = given.filter(({ intent, verdict }) => intent === verdict.intent);
  const isSure = ({ verdict }) => verdict.intent === 'neutral' && verdict.score >= 0.85;
  const sure = judged.filter(isSure);
  const wrong = sure.filter(({ intent }) => intent !== 'neutral');
  // What it is for: lines in which a term stands above info.
  const hits = await screenLines(
    judged.map(({ line }) => line),
    { context: false },
  );
  const hit = new Set(hits.filter(({ level }) => level !== 'info').map(({ line }) => line - 1));
  const flagged = judged.filter((_, index) => hit.has(index));
  const of = (kind) => flagged.filter(({ intent }) => intent === kind);
  const lowered = (kind) => `${of(kind).filter(isSure).length} of ${of(kind).length}`;
  const cells = [judged.length, `${right.length} of ${given.length}`, sure.length, sure.length - wrong.length];
  console.log(`| ${[name, ...cells, lowered('neutral'), lowered('offence')].join(' | ')} |`);
  return wrong;
}

const shipped = train(lineFeatures, lessons).toJSON();
// Four digits: a fifth changes no verdict and doubles the file.
const perceptrons = shipped.perceptrons.map((weights) => weights.map((weight) => Number(weight.toFixed(4))));
await writeFile(new URL('models/context.json', root), `${JSON.stringify({ ...shipped, perceptrons })}\n`);
const model = await loadContextModel();

console.log(`lines: ${lessons.length} to train, of which ${examples.length} examples of lexicons`);
console.log(
  '| | lines | right of those judged | neutral at >= 0.85 | of these right | lowered: neutral lines with a hit | offences with a hit |',
);
console.log('|---|---|---|---|---|---|---|');
for (const [name, variant] of Object.entries(variants)) await report(`five-fold: ${name}`, crossJudged(variant));
const heldOut = rows(sets.heldOut).map((row) => ({ ...row, verdict: model.judge(row.line) }));
const wrong = await report('held out: shipped', heldOut);
for (const { line, verdict } of wrong) console.log(`wrongly neutral: ${line} (${verdict.score.toFixed(2)})`);
