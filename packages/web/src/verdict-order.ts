import type { Verdict, VerdictKind } from '@shenpian/core';

// What needs someone to act stands first.
const order: readonly VerdictKind[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** Why a clause is on the page: applied for, binding anyway, or only there to be looked up. */
export const verdictGroups = ['claimed', 'binding', 'unclaimed'] as const;
/** See {@link verdictGroups}. */
export type VerdictGroup = (typeof verdictGroups)[number];

/** The group of a clause. */
export function groupOf(verdict: Verdict): VerdictGroup {
  if (verdict.claimed) return 'claimed';
  return verdict.kind === 'standard' ? 'binding' : 'unclaimed';
}

/** Verdicts by group, then by what needs action; otherwise in the order of the pack. */
export function orderVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.toSorted(
    (a, b) =>
      verdictGroups.indexOf(groupOf(a)) - verdictGroups.indexOf(groupOf(b)) ||
      order.indexOf(a.verdict) - order.indexOf(b.verdict),
  );
}
