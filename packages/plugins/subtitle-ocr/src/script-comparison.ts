import type { TimeRange } from '@shenpian/core';
import { chineseLines } from './chinese-lines.ts';
import { comparable } from './comparison.ts';
import { oneLine, type DialogueLine } from './preferred-dialogue.ts';
import { alignRuns, type Run } from './script-alignment.ts';
import { writtenText, type EpisodeScript, type SpokenClause } from './script-dialogue.ts';

/** A line that is otherwise in the script. */
export interface ChangedLine extends TimeRange {
  readonly shown: string;
  readonly written: string;
  /** Where the script says it. */
  readonly at: SpokenClause;
  /** 0–1, of the reading. */
  readonly confidence: number;
}

/** How the lines of an episode and its script differ. */
export interface ScriptDifferences {
  readonly changed: readonly ChangedLine[];
  /** Lines that stand nowhere in the episode's script. */
  readonly added: readonly DialogueLine[];
  /** How much of both sides belongs to nothing on the other, when that is too much to name line by line; else null. */
  readonly apart: ScriptApart | null;
}

/** Counts of lines, and of pieces of script dialogue between two marks of punctuation. */
export interface ScriptApart {
  readonly lines: number;
  readonly unknownLines: number;
  readonly clauses: number;
  readonly unspokenClauses: number;
}

/** From this share of characters on, on either side, script and film are of different versions: one finding says so. */
const largeShare = 0.3;
/** Above this share the few pairs are chance. */
const otherScript = 0.7;
/** Longer stretches without a pair on either side are cuts and additions, not one rewritten line. */
const mostRewritten = 3;
/** Lines × pieces of script dialogue: 700 × 1400, some 40 minutes, took 2.7 s; a checker has 120 s for the whole series. */
const mostCells = 1_000_000;

/** Whether an episode is too long to be compared in reasonable time. */
export function isTooLong(lines: readonly DialogueLine[], { clauses }: EpisodeScript): boolean {
  return lines.length * clauses.length > mostCells;
}

interface Shown {
  readonly line: DialogueLine;
  readonly text: string;
}

/**
 * Compares lines in order with the dialogue of the script; punctuation, width and spaces never count.
 *
 * @param threshold 0–1; pairs at least this alike are not reported
 * @returns null when there is nothing to compare
 */
export function compareWithScript(
  lines: readonly DialogueLine[],
  { clauses, everything }: EpisodeScript,
  threshold: number,
): ScriptDifferences | null {
  const shown = lines
    .map((line) => ({ line, text: comparable(chineseLines(line.text)) }))
    .filter(({ text }) => text !== '');
  if (shown.length === 0 || clauses.length === 0) return null;
  const pairs = alignRuns(
    shown.map(({ text }) => text),
    clauses.map(({ text }) => text),
  );

  const changed: ChangedLine[] = [];
  const loose: Shown[] = [];
  const unspoken: SpokenClause[] = [];
  let before: { readonly shown: number; readonly spoken: number } = { shown: 0, spoken: 0 };
  const end = { shown: { first: shown.length, count: 0 }, spoken: { first: clauses.length, count: 0 }, likeness: 1 };
  for (const pair of [...pairs, end]) {
    const gap = {
      shown: { first: before.shown, count: pair.shown.first - before.shown },
      spoken: { first: before.spoken, count: pair.spoken.first - before.spoken },
    };
    const rewritten = [gap.shown.count, gap.spoken.count].every((count) => count > 0 && count <= mostRewritten);
    if (rewritten) changed.push(change(run(shown, gap.shown), run(clauses, gap.spoken)));
    else {
      loose.push(...run(shown, gap.shown));
      unspoken.push(...run(clauses, gap.spoken));
    }
    if (pair.likeness < threshold) changed.push(change(run(shown, pair.shown), run(clauses, pair.spoken)));
    before = { shown: pair.shown.first + pair.shown.count, spoken: pair.spoken.first + pair.spoken.count };
  }

  const added = loose.filter(({ text }) => !everything.includes(text));
  const unknownShare = characters(added) / characters(shown);
  const unspokenShare = characters(unspoken) / characters(clauses);
  const large = Math.max(unknownShare, unspokenShare) > largeShare;
  return {
    changed: unknownShare > otherScript ? [] : changed,
    added: large ? [] : added.map(({ line }) => line),
    apart: large
      ? {
          lines: shown.length,
          unknownLines: added.length,
          clauses: clauses.length,
          unspokenClauses: unspoken.length,
        }
      : null,
  };
}

const run = <Item>(items: readonly Item[], { first, count }: Run): readonly Item[] => items.slice(first, first + count);

const characters = (texts: readonly { readonly text: string }[]): number =>
  texts.reduce((sum, { text }) => sum + text.length, 0);

function change(shown: readonly Shown[], clauses: readonly SpokenClause[]): ChangedLine {
  const lines = shown.map(({ line }) => line);
  return {
    start: lines[0]!.start,
    end: Math.max(...lines.map(({ end }) => end)),
    shown: lines.map(({ text }) => oneLine(text)).join(' '),
    written: writtenText(clauses),
    at: clauses[0]!,
    confidence: Math.min(...lines.map(({ confidence }) => confidence)),
  };
}
