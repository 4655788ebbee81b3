import { isValueOf, type Fact, type FactDeclaration, type Facts } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import { reason } from './reason.ts';
import type { Unit } from './quantity.ts';

/** A fact that is not known. */
type UnknownFact = Extract<Fact, { readonly unknown: unknown }>;

/** A fact that a condition can be held against, with how it is called and measured. */
export interface KnownFact {
  readonly known: true;
  readonly fact: Exclude<Fact, UnknownFact>;
  readonly label: Localized;
  readonly unit: Unit;
  /** What people call the values of a text. */
  readonly words: Readonly<Record<string, Localized>>;
}

/** Why a fact cannot be used: the line that says so, and what would settle it. */
export interface UnusableFact {
  readonly known: false;
  readonly because: Localized;
  readonly missing: Localized;
}

/**
 * Looks a fact up. One that is absent, unknown, or not of the kind it was declared as (a text for a number, an interval
 * upside down) is unusable, so that no condition is ever held against it.
 *
 * @throws TypeError when the fact is not declared: the pack was loaded for other facts.
 */
export function lookUpFact(
  id: string,
  facts: Facts,
  declarations: Readonly<Record<string, FactDeclaration>>,
): KnownFact | UnusableFact {
  const declaration = declarations[id];
  if (declaration === undefined) throw new TypeError(`fact "${id}" is not declared`);
  const { label, unit, from, words = {} } = declaration;
  const fact = facts[id];
  if (fact === undefined) {
    return {
      known: false,
      because: reason('factAbsent', { label }),
      missing: from === undefined ? reason('needFact', { label }) : reason('factFrom', { label, from }),
    };
  }
  if ('unknown' in fact) {
    return {
      known: false,
      because: reason('factUnknown', { label, reason: fact.unknown.reason }),
      missing: reason('factSettle', { label, remedy: fact.unknown.wouldSettle }),
    };
  }
  if (!isOfUnit(fact, unit)) {
    return {
      known: false,
      because: reason('factWrongKind', { label }),
      missing: reason('needFact', { label }),
    };
  }
  return { known: true, fact, label, unit, words };
}

function isOfUnit(fact: KnownFact['fact'], unit: Unit): boolean {
  if ('value' in fact) return isValueOf(fact.value, unit);
  return isValueOf(fact.low, unit) && isValueOf(fact.high, unit) && fact.low <= fact.high;
}
