import type { Verdict, VerdictKind } from '@shenpian/core';

// What needs someone to act stands first.
const order: readonly VerdictKind[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** Verdicts with the claimed clauses first, then by what needs action; otherwise in the order of the pack. */
export function orderVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.toSorted(
    (a, b) => Number(b.claimed) - Number(a.claimed) || order.indexOf(a.verdict) - order.indexOf(b.verdict),
  );
}
