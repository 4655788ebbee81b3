import type { Fact, Localized } from '@shenpian/core';

/** A fact that is not known. */
export function unknown(reason: Localized, wouldSettle: Localized): Fact {
  return { unknown: { reason, wouldSettle } };
}
