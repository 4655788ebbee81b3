import { normalText } from '@shenpian/core';
import { distance } from 'fastest-levenshtein';

/** A line of dialogue with the scene it is spoken in. */
export interface SpokenLine<Scene> {
  readonly text: string;
  readonly scene: Scene;
}

/** What the alignment found for one cue. */
export interface AlignedCue<Scene> {
  readonly scene: Scene;
  /** Edit similarity between what the cue shows and what the script says there, 0–1. */
  readonly confidence: number;
}

/** Texts are the same line from this edit similarity on: two of five characters may be misread or changed. */
const leastSimilarity = 0.6;
/** A shorter cue (好, 是的) fits anywhere: it may take part in the alignment but proves no scene. */
const leastCharacters = 3;
/** A cue may hold up to this many clauses, and a clause may spread over this many cues. */
const mostJoined = 3;

interface Clause<Scene> {
  readonly text: string;
  readonly scene: Scene;
}

/**
 * Aligns cues with lines of dialogue, both in order: the pairing that keeps both orders and shares most characters. A cue
 * that no line resembles, or that is too short to tell, gives null. Lines are cut at punctuation, because subtitles are.
 * Time grows with cues × clauses.
 */
export function alignCues<Scene>(
  cues: readonly string[],
  lines: readonly SpokenLine<Scene>[],
): readonly (AlignedCue<Scene> | null)[] {
  const shown = cues.map(normalText);
  const clauses = lines.flatMap(clausesOf);
  const aligned: (AlignedCue<Scene> | null)[] = cues.map(() => null);
  for (const { cue, cues: joined, clause, similarity } of bestPath(shown, clauses)) {
    const { scene } = clauses[clause]!;
    for (let index = cue; index < cue + joined; index++) {
      if (shown[index]!.length >= leastCharacters) aligned[index] = { scene, confidence: similarity };
    }
  }
  return aligned;
}

function clausesOf<Scene>({ text, scene }: SpokenLine<Scene>): readonly Clause<Scene>[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => ({ text: normalText(part), scene }))
    .filter((clause) => clause.text !== '');
}

interface Pair {
  readonly cue: number;
  readonly cues: number;
  readonly clause: number;
  readonly clauses: number;
  readonly similarity: number;
  /** What it adds to the path: characters, weighted by similarity. */
  readonly value: number;
}

// best[c][l] is the most that the cues from c on and the clauses from l on can share.
function bestPath<Scene>(cues: readonly string[], clauses: readonly Clause<Scene>[]): readonly Pair[] {
  const columns = clauses.length + 1;
  const best = new Float64Array((cues.length + 1) * columns);
  const chosen = new Map<number, Pair>();
  const pairsAt = pairFinder(cues, clauses);
  for (let cue = cues.length - 1; cue >= 0; cue--) {
    for (let clause = clauses.length - 1; clause >= 0; clause--) {
      const here = cue * columns + clause;
      best[here] = Math.max(best[here + 1]!, best[here + columns]!);
      for (const pair of pairsAt(cue, clause)) {
        const value = pair.value + best[(cue + pair.cues) * columns + clause + pair.clauses]!;
        if (value <= best[here]) continue;
        best[here] = value;
        chosen.set(here, pair);
      }
    }
  }
  const path: Pair[] = [];
  let cue = 0;
  let clause = 0;
  while (cue < cues.length && clause < clauses.length) {
    const here = cue * columns + clause;
    const pair = chosen.get(here);
    if (pair) path.push(pair);
    const skipsClause = best[here] === best[here + 1];
    cue += pair?.cues ?? (skipsClause ? 0 : 1);
    clause += pair?.clauses ?? (skipsClause ? 1 : 0);
  }
  return path;
}

// One cue with one or more clauses of a scene, or several cues with one clause.
function pairFinder<Scene>(
  cues: readonly string[],
  clauses: readonly Clause<Scene>[],
): (cue: number, clause: number) => readonly Pair[] {
  const joins = Array.from({ length: mostJoined }, (_, index) => index + 1);
  const cueRuns = joins.map((count) => cues.map((_, cue) => runText(cues, cue, count)));
  const clauseTexts = clauses.map(({ text }) => text);
  const clauseRuns = joins.map((count) =>
    clauses.map(({ scene }, clause) =>
      clauses[clause + count - 1]?.scene === scene ? runText(clauseTexts, clause, count) : null,
    ),
  );
  return (cue, clause) => {
    const pairs: Pair[] = [];
    const add = (cueCount: number, clauseCount: number): void => {
      const shown = cueRuns[cueCount - 1]![cue]!;
      const spoken = clauseRuns[clauseCount - 1]![clause]!;
      if (shown === null || spoken === null) return;
      const similarity = similarityOf(shown, spoken);
      if (similarity < leastSimilarity) return;
      const value = shown.length * (similarity - leastSimilarity / 2);
      pairs.push({ cue, cues: cueCount, clause, clauses: clauseCount, similarity, value });
    };
    add(1, 1);
    for (let count = 2; count <= mostJoined; count++) {
      add(1, count);
      add(count, 1);
    }
    return pairs;
  };
}

// The texts from `first` on as one; null when there are not that many.
function runText(texts: readonly string[], first: number, count: number): string | null {
  return first + count <= texts.length ? texts.slice(first, first + count).join('') : null;
}

// Edit similarity 0–1; 0 without looking closer when the lengths alone rule it out.
function similarityOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || Math.min(a.length, b.length) / longest < leastSimilarity) return 0;
  return 1 - distance(a, b) / longest;
}
