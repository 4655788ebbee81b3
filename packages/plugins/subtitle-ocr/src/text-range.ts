import type { ScreenText } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import { boxOverlap, type ReadLine } from './reading.ts';

/** What was read on one picture. */
export interface ScreenReading {
  readonly time: number;
  readonly lines: readonly ReadLine[];
}

/** Texts at least this alike are one text: small text is read a little differently from picture to picture. */
const alike = 0.7;

interface OpenText {
  text: ScreenText;
  /** Pictures on which it was seen, and those on which it was not since. */
  missed: number;
}

/**
 * Joins equal texts of successive pictures into ranges, in order of start. A text begins and ends halfway between the
 * picture that shows it and the one that does not; one picture without it does not break it.
 *
 * @param clock.every Seconds between two pictures; `seconds`: length of the episode.
 */
export function textRanges(
  readings: readonly ScreenReading[],
  clock: { readonly every: number; readonly seconds: number },
): ScreenText[] {
  const half = clock.every / 2;
  const done: ScreenText[] = [];
  let open: OpenText[] = [];
  for (const { time, lines } of readings) {
    const start = Math.max(0, time - half);
    const end = Math.min(Math.max(clock.seconds, time), time + half);
    const left = [...lines];
    for (const entry of open) {
      const at = left.findIndex((line) => continues(entry.text, line));
      if (at < 0) {
        entry.missed++;
        continue;
      }
      const line = left.splice(at, 1)[0]!;
      const clearer = line.confidence > entry.text.confidence;
      entry.text = { ...entry.text, ...(clearer ? pick(line) : {}), end };
      entry.missed = 0;
    }
    done.push(...open.filter((entry) => entry.missed > 1).map((entry) => entry.text));
    open = open.filter((entry) => entry.missed <= 1);
    open.push(...left.map((line) => ({ text: { start, end, ...pick(line) }, missed: 0 })));
  }
  done.push(...open.map((entry) => entry.text));
  return done.toSorted((a, b) => a.start - b.start || a.box.y - b.box.y);
}

function pick({ text, confidence, box }: ReadLine): Omit<ScreenText, 'start' | 'end'> {
  return { text, confidence, box };
}

// A sign moves with the camera, so an equal text elsewhere is the same one; a similar text must stand at its place.
function continues(text: ScreenText, line: ReadLine): boolean {
  const like = likeness(comparable(text.text), comparable(line.text));
  return like === 1 || (like >= alike && boxOverlap(text.box, line.box) > 0.3);
}
