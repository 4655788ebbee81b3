import type { MeasuredErrors } from './labelled-comments.ts';

/** A share with its 95 % interval, 0–1. */
export interface ShareEstimate {
  readonly low: number;
  readonly high: number;
  /** Most likely share. */
  readonly share: number;
}

/** Two-sided 95 %. */
const z = 1.959963985;

/**
 * The share of positive comments behind what a classifier with known errors counted. The interval holds the chance of the
 * sample and the uncertainty of both errors, and also the share as counted with the chance of the sample (Wilson): on
 * comments that are easier than the lines that measured the errors, the correction alone would be sure of too much.
 *
 * Rogan and Gladen, Am J Epidemiol 107 (1978), with the adjusted interval of Lang and Reiczigel, Prev Vet Med 113 (2014).
 *
 * @returns null when the classifier is no better than chance
 */
export function positiveShare(
  { called, comments }: { readonly called: number; readonly comments: number },
  { positive, other }: MeasuredErrors,
): ShareEstimate | null {
  const sample = comments + z ** 2;
  const apparent = (called + z ** 2 / 2) / sample;
  const [positives, others] = [positive.lines + 2, other.lines + 2];
  const sensitivity = (positive.right + 1) / positives;
  const specificity = (other.right + 1) / others;
  const skill = sensitivity + specificity - 1;
  if (comments === 0 || skill <= 0) return null;
  const share = (apparent + specificity - 1) / skill;
  const ofSensitivity = (sensitivity * (1 - sensitivity)) / positives;
  const ofSpecificity = (specificity * (1 - specificity)) / others;
  const shift = 2 * z ** 2 * (share * ofSensitivity - (1 - share) * ofSpecificity);
  const variance = (apparent * (1 - apparent)) / sample + share ** 2 * ofSensitivity + (1 - share) ** 2 * ofSpecificity;
  const half = (z * Math.sqrt(variance)) / skill;
  const counted = z * Math.sqrt((apparent * (1 - apparent)) / sample);
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    low: within(Math.min(share + shift - half, apparent - counted)),
    high: within(Math.max(share + shift + half, apparent + counted)),
    share: within(share),
  };
}
