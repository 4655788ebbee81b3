import type { Shot } from '@shenpian/core';
import type { Boundary } from './boundary.ts';

/**
 * Shots that cover `[0, seconds)` without gaps, cut at the boundaries (in order). No seconds, no shots. Boundaries at or
 * outside the ends are left out.
 *
 * @param keyframes times in order; each shot gets those that lie in it
 */
export function shotsBetween(
  boundaries: readonly (Pick<Boundary, 'time' | 'transition' | 'confidence'> & Partial<Pick<Boundary, 'seconds'>>)[],
  seconds: number,
  keyframes?: readonly number[],
): readonly Shot[] {
  if (seconds <= 0) return [];
  const inside = boundaries.filter(({ time }) => time > 0 && time < seconds);
  const starts = [{ time: 0, transition: 'start' as const, confidence: 1, seconds: 0 }, ...inside];
  return starts.map(({ time: start, transition, confidence, seconds: length = 0 }, index) => {
    const end = starts[index + 1]?.time ?? seconds;
    const shot = { start, end, transition, confidence, ...(length > 0 ? { transitionSeconds: length } : {}) };
    return keyframes ? { ...shot, keyframes: keyframes.filter((time) => time >= start && time < end) } : shot;
  });
}
