import { createHash } from 'node:crypto';

/** Folded so that a re-export or another punctuation does not make a new finding. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

/**
 * The fingerprint of a finding: 16 hex digits of the rule and what makes the finding itself. No time enters it, so it
 * survives a re-cut.
 *
 * @param occurrence 0 for the first finding with these parts, 1 for the second…
 */
export function fingerprint(rule: string, identity: readonly string[], occurrence: number): string {
  const parts = [rule, ...identity.map(folded), String(occurrence)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
