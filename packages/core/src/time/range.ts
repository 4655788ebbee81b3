/** Half-open stretch of an episode, `[start, end)`, in seconds from its first frame. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Length of a range in seconds; never negative. */
export function duration(range: TimeRange): number {
  return Math.max(0, range.end - range.start);
}

/** Seconds that two ranges share; 0 when they only touch. */
export function overlap(a: TimeRange, b: TimeRange): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
