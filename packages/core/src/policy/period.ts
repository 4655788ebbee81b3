/** From when to when something holds: ISO dates, both inclusive; null or absent is without limit on that side. */
export interface Period {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Whether a date lies in a period. `unknown` when there is no date and the period has a limit. */
export function holdsOn(period: Period, date: string | null): 'true' | 'false' | 'unknown' {
  const { from = null, to = null } = period;
  if (from === null && to === null) return 'true';
  if (date === null) return 'unknown';
  // ISO dates order as text.
  const inside = (from === null || date >= from) && (to === null || date <= to);
  return inside ? 'true' : 'false';
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  const startsInTime = (first: Period, second: Period): boolean => (first.from ?? '') <= (second.to ?? '9999-12-31');
  return startsInTime(a, b) && startsInTime(b, a);
}
