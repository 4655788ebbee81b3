import { spanAt, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A longer flash than this was not seen: lightning and camera flashes last 1–8 frames. */
const longestFlash = 12;
/** Structure (0–2) up to which two pictures show the same, and the share of the jump's luma that may be left between them. */
const sameStructure = 0.25;
const sameLuma = 0.55;
/** Mean luma (0–255) that a light adds at least, and how bright and even a picture is that it washes out. */
const glow = 20;
const washedOut = { mean: 215, deviation: 15 };

/**
 * Whether the jump at `frame` begins or ends something that returns to the same picture: a flash, a strobe, a pop-up, or
 * an insert of fewer than `minimumFrames` frames.
 */
export function isReturn(features: readonly FrameFeatures[], frame: number, minimumFrames: number): boolean {
  const here = features[frame]!;
  const before = features[frame - 1]!;
  const brightness = Math.abs(here.mean - before.mean);
  // Same structure, other brightness: a light went on or off.
  if (here.structure < (brightness > glow ? 0.15 : 0.08)) return true;
  if (isLight(before, here) && returnsAcross(features, frame)) return true;
  return spanLengths.some(
    (length) =>
      length <= minimumFrames &&
      (isInsert(features, frame + length - 1, length, here) || isInsert(features, frame, length, here)),
  );
}

// A flash has several jumps, each from light to light: what counts is the picture before all of them and after.
function returnsAcross(features: readonly FrameFeatures[], frame: number): boolean {
  for (const length of spanLengths) {
    if (length > longestFlash) break;
    for (let last = frame; last - length < frame; last++) {
      const span = spanAt(features, last, length);
      const jump = Math.max(features[frame]!.luma, glow);
      if (span && span.structure < sameStructure && span.luma < sameLuma * jump) return true;
    }
  }
  return false;
}

function isInsert(features: readonly FrameFeatures[], last: number, length: number, jump: FrameFeatures): boolean {
  const span = spanAt(features, last, length);
  if (!span || span.blocks >= 0.45 * jump.blocks) return false;
  return span.structure < sameStructure && span.luma < sameLuma * jump.luma;
}

// A bright side that is washed out, or that keeps the structure of the other side.
function isLight(before: FrameFeatures, here: FrameFeatures): boolean {
  const [darker, brighter] = before.mean < here.mean ? [before, here] : [here, before];
  if (brighter.mean > washedOut.mean && brighter.deviation < washedOut.deviation) return true;
  if (brighter.mean - darker.mean < glow) return false;
  return here.structure < 0.5 || brighter.deviation < 0.6 * darker.deviation;
}
