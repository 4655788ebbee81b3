import { duration, type TimeRange } from '@shenpian/core';
import type { SoundActivity } from './sound-activity.ts';

/** Pauses between sentences: shorter ones do not end a stretch of talk, seconds. */
const pause = 1;

/**
 * Stretches of at least `seconds` with sound like talk and without any line.
 *
 * @param sound in order
 */
export function unsubtitled(
  sound: readonly SoundActivity[],
  lines: readonly TimeRange[],
  seconds: number,
): TimeRange[] {
  const shown = lines.toSorted((a, b) => a.start - b.start);
  return stretchesOf(sound)
    .flatMap((stretch) => without(stretch, shown))
    .filter((stretch) => duration(stretch) >= seconds);
}

function stretchesOf(sound: readonly SoundActivity[]): TimeRange[] {
  const stretches: TimeRange[] = [];
  for (const { start, end, active } of sound) {
    const last = stretches.at(-1);
    if (!active) continue;
    if (last && start - last.end <= pause) stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}

/** What is left of a stretch between the lines, which are in order of start. */
function without(stretch: TimeRange, lines: readonly TimeRange[]): TimeRange[] {
  const parts: TimeRange[] = [];
  let from = stretch.start;
  for (const line of lines) {
    if (line.end <= from || line.start >= stretch.end) continue;
    if (line.start > from) parts.push({ start: from, end: line.start });
    from = Math.max(from, line.end);
  }
  if (from < stretch.end) parts.push({ start: from, end: stretch.end });
  return parts;
}
