import type { Shot } from '@shenpian/core';
import type { Boundary } from './boundary.ts';

/**
 * Shots that cover `[0, seconds)` without gaps, cut at the boundaries (in order). No seconds, no shots. Boundaries at or
 * outside the ends are left out.
 */
export function shotsBetween(boundaries: readonly Boundary[], seconds: number): readonly Shot[] {
  if (seconds <= 0) return [];
  const inside = boundaries.filter(({ time }) => time > 0 && time < seconds);
  const starts = [{ time: 0, transition: 'start' as const, confidence: 1 }, ...inside];
  return starts.map(({ time, transition, confidence }, index) => ({
    start: time,
    end: starts[index + 1]?.time ?? seconds,
    transition,
    confidence,
  }));
}
