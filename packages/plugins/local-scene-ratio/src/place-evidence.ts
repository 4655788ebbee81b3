import type { Evidence, Position } from '@shenpian/core';

/** What may speak for or against a place being in the zone. A match proves; no match proves nothing and is no evidence. */
export const evidenceKinds = [
  'location-table',
  'script-heading',
  'gps',
  'sign-text',
  'photo-match',
  'human-label',
] as const;
/** See {@link evidenceKinds}. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One piece of evidence about a location or about one cluster of shots. */
export interface PlaceEvidence {
  readonly kind: EvidenceKind;
  /** A location or a cluster of the ratio's input, by id. */
  readonly about: { readonly location: string } | { readonly cluster: string };
  /** Whether it speaks for the zone or for elsewhere. */
  readonly local: boolean;
  /**
   * Log-odds, natural logarithm, above 0: 2.9 makes 50 % into 95 %. Not looked at for `location-table` and `human-label`,
   * whose weight the model works out itself.
   */
  readonly weight: number;
  /** Where it comes from, for people: a file, a line of the table, a name. */
  readonly source: string;
  readonly picture?: Evidence;
  readonly at?: Position;
}

/**
 * Odds that a text on screen names the place it was shot at: 88 in 100, the figure with which the fusion was simulated.
 * A caption may name what the story calls the place.
 */
export const signTextWeight = logOdds(0.88);

/** Odds that a name with one wrong character is that name, and its place the one of the shot: barely better than a coin, on purpose. */
export const misreadSignWeight = logOdds(0.6);

/**
 * Odds that raw footage, or a photo from outside the zone, says rightly where its location is: 95 in 100, the figure with which the
 * fusion was simulated. Anyone can write coordinates into a file.
 */
export const gpsWeight = logOdds(0.95);

/**
 * Odds that a shot which a photo with coordinates proves was taken where they say: 98 in 100, the figure with which the fusion
 * was simulated.
 */
export const photoMatchWeight = logOdds(0.98);

/** A heading names the place of the story, not the one of the camera: 60 in 100, a guess that is weak on purpose. */
export const headingWeight = logOdds(0.6);

/** ln(p ÷ (1 − p)). */
export function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}
