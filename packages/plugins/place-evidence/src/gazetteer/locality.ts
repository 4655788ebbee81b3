import { normalText } from '@shenpian/core';
import type { Zone } from './zone.ts';

/** Whether a place lies in the zone; null when its district does not decide. */
export type Locality = 'local' | 'elsewhere' | null;

/**
 * Compares a district of the manifest with the zone. A larger area may stand before a name (新乡市平原示范区), and one name
 * of the zone before another (平原示范区原武镇). No district, a larger area alone, an unclear name, or words after the zone's
 * name that may take it back (平原示范区外) give null.
 */
export function localityOf(district: string | null, zone: Zone): Locality {
  if (district === null) return null;
  const names = [zone.name, ...zone.aliases].map(normalText);
  const unclear = zone.unclear.map(normalText);
  const rest = withoutPrefixes(normalText(district), zone.within.map(normalText));
  if (rest === '') return null;
  if (names.some((name) => rest.startsWith(name))) {
    return withoutPrefixes(rest, names) === '' ? 'local' : null;
  }
  return unclear.some((name) => withoutPrefixes(rest, [name, ...names]) === '') ? null : 'elsewhere';
}

// Takes known names off the front, longest first, until none fits.
function withoutPrefixes(text: string, names: readonly string[]): string {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  let rest = text;
  for (;;) {
    const prefix = longestFirst.find((name) => rest.startsWith(name));
    if (prefix === undefined) return rest;
    rest = rest.slice(prefix.length);
  }
}
