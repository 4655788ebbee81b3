import type { TimeRange } from '@shenpian/core';
import type { BurnedIn } from './burned-in.ts';
import { comparable, hasWords, likeness } from './comparison.ts';
import { dialogueLines, offCentre } from './dialogue-lines.ts';
import type { EngineId } from './engine.ts';
import { boxAround, boxOverlap, type ReadLine, type Reading } from './reading.ts';
import { findRow, type SubtitleRow } from './subtitle-band.ts';

/** What decides which lines are dialogue. */
export interface DialogueRules {
  readonly engine: EngineId;
  readonly minConfidence: number;
  /** As scouted; null when it must be found among the lines themselves. */
  readonly row: SubtitleRow | null;
  /** Whether the user named the region: then every line in it counts, wherever it stands. */
  readonly regionGiven: boolean;
  /** Length of the episode, seconds. */
  readonly seconds: number;
}

/** A text shown for this long, and for this share of the episode, is a watermark and no dialogue. */
const watermarkSeconds = 8;
const watermarkShare = 0.4;
/** Tesseract gives right lines 0.4 to 0.9, where PP-OCR gives 0.8 to 1. */
const tesseractScale = 0.6;
/** Confidence that a single character beside the middle needs: 0.5–0.8 is common for what is no text. */
const strayConfidence = 0.95;
/** No line of dialogue stands longer than this without a break, seconds. */
const longestLine = 20;
/** Texts at least this alike are one text read twice, when the picture did not change. */
const alike = 0.6;
/** Or when one of them passes faster than anybody reads, characters a second: it is a part of the other that something bright broke. */
const fastest = 12;
/** Without that evidence: texts this alike and this long (characters), one of them read with less than this confidence. */
const nearlyEqual = 0.75;
const longEnough = 5;
const doubtfulConfidence = 0.9;

/** Turns readings in order of time into cues: keeps dialogue, joins equal neighbours. */
export function dialogueOf(readings: readonly Reading[], rules: DialogueRules): BurnedIn[] {
  const worded = readings.map((reading) => ({
    ...reading,
    lines: reading.lines.filter((line) => believable(line, rules)),
  }));
  const row = rules.row ?? findRow(seenLines(worded));
  const placed = rules.regionGiven ? worded : dialogueLines(worded, row);
  const fixed = fixedLines(worded, rules.seconds);
  const cues: BurnedIn[] = [];
  /** Whether the last cue is still on the picture when the next reading begins. */
  let goesOn = false;
  let interrupted = false;
  let glimpse: Reading | null = null;
  for (const reading of placed) {
    goesOn &&= reading.joins;
    interrupted &&= reading.joins && !reading.fleeting;
    if (reading.fleeting) {
      const last = cues.at(-1);
      if (goesOn && last && !reading.changedAt(last.box)) cues[cues.length - 1] = { ...last, end: reading.end };
      // Once it has gone, what the next frames show is no part of it; one restless frame may hide it.
      else [goesOn, interrupted] = [false, goesOn];
      glimpse = reading;
      continue;
    }
    const lines = reading.lines.filter((line) => !fixed.some((text) => isSame(line, text)));
    const last = cues.at(-1);
    const cue = lines.length > 0 ? cueOf(reading, lines, rules.engine) : null;
    const again = last && cue && interrupted && comparable(last.text) === comparable(cue.text);
    if (cue && last && (again || (goesOn && sameLine(last, cue, reading)))) {
      cues[cues.length - 1] = joined(last, cue);
    } else if (cue) {
      const fadesIn = glimpse && reading.joins && !reading.changedAt(cue.box);
      const start = fadesIn ? Math.min(glimpse!.start, cue.start) : cue.start;
      cues.push({ ...cue, start: Math.min(cue.end, Math.max(start, last?.end ?? 0)) });
    }
    goesOn = cue !== null;
    interrupted = false;
    glimpse = null;
  }
  return cues;
}

function believable(line: ReadLine, rules: DialogueRules): boolean {
  if (!hasWords(line.text)) return false;
  const minConfidence = rules.minConfidence * (rules.engine === 'tesseract' ? tesseractScale : 1);
  // Backgrounds are most often taken for a single character; a subtitle of one stands exactly in the middle.
  const stray = comparable(line.text).length === 1 && offCentre(line.box, rules.row) > 0.02;
  return line.confidence >= (stray ? Math.max(minConfidence, strayConfidence) : minConfidence);
}

function seenLines(readings: readonly Reading[]) {
  return readings.flatMap(({ lines }, picture) => lines.map(({ text, box }) => ({ picture, text, box })));
}

/** Texts that stand too long at one place to be dialogue. */
function fixedLines(readings: readonly Reading[], seconds: number): ReadLine[] {
  const shown: { line: ReadLine; seconds: number; run: number; longest: number; end: number }[] = [];
  for (const reading of readings) {
    const length = reading.end - reading.start;
    for (const line of reading.lines) {
      const known = shown.find((other) => isSame(other.line, line));
      if (!known) {
        shown.push({ line, seconds: length, run: length, longest: length, end: reading.end });
        continue;
      }
      known.seconds += length;
      known.run = reading.start - known.end < 0.5 ? known.run + length : length;
      known.longest = Math.max(known.longest, known.run);
      known.end = reading.end;
    }
  }
  return shown
    .filter(
      (text) =>
        text.longest > longestLine || (text.seconds >= watermarkSeconds && text.seconds >= watermarkShare * seconds),
    )
    .map((text) => text.line);
}

function isSame(a: ReadLine, b: ReadLine): boolean {
  return boxOverlap(a.box, b.box) > 0.5 && likeness(comparable(a.text), comparable(b.text)) >= 0.8;
}

function cueOf({ start, end }: TimeRange, lines: readonly ReadLine[], engine: EngineId): BurnedIn {
  let sum = 0;
  let length = 0;
  for (const line of lines) {
    sum += line.confidence * line.text.length;
    length += line.text.length;
  }
  const box = boxAround(lines.map((line) => line.box));
  const characters = charactersOf(lines);
  const text = characters.map((character) => character.text).join('');
  return { start, end, text, box, confidence: sum / length, engine, characters };
}

/** Lines below each other on lines of their own; pieces of one line with a space between. */
function charactersOf(lines: readonly ReadLine[]): BurnedIn['characters'] {
  const characters: BurnedIn['characters'] = [];
  let before: ReadLine | null = null;
  for (const line of lines) {
    const shift = before ? Math.abs(line.box.y - before.box.y) : 0;
    if (before) {
      const text = shift < 0.5 * before.box.height ? ' ' : '\n';
      characters.push({ text, confidence: 1, alternatives: [] });
    }
    characters.push(
      ...line.characters.map(({ text, confidence, alternatives }) => ({
        text,
        confidence,
        alternatives: alternatives.map((other) => ({ text: other.text, confidence: other.confidence })),
      })),
    );
    before = line;
  }
  return characters;
}

function sameLine(a: BurnedIn, b: BurnedIn, reading: Reading): boolean {
  const [before, after] = [comparable(a.text), comparable(b.text)];
  const like = likeness(before, after);
  if (like === 1) return true;
  if (like >= alike && !reading.changedAt(boxAround([a.box, b.box]))) return true;
  if (like >= alike && [a, b].some(({ start, end, text }) => text.length > fastest * (end - start))) return true;
  // The background changed with a cut, so the picture says nothing; a doubtful reading may be wrong in a character.
  const doubtful = Math.min(a.confidence, b.confidence) < doubtfulConfidence;
  return doubtful && like >= nearlyEqual && before.length >= longEnough;
}

function joined(a: BurnedIn, b: BurnedIn): BurnedIn {
  const speed = ({ text, start, end }: BurnedIn): number => text.length / Math.max(0.01, end - start);
  // What showed too shortly was read from fewer frames, however surely.
  const surer = b.confidence > a.confidence ? b : a;
  const slower = speed(a) <= speed(b) ? a : b;
  const better = Math.max(speed(a), speed(b)) > fastest ? slower : surer;
  return { ...better, start: a.start, end: b.end };
}
