import { spanAt, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A longer flash than this has not been seen: lightning and camera flashes last 1–8 frames. */
const longestFlash = 12;

/**
 * Whether the jump at `frame` begins or ends something that returns to the same picture: a flash, a strobe, a pop-up, or
 * an insert shorter than the minimum shot. What lasts longer must also look like light, not like another picture.
 */
export function isReturn(
  features: readonly FrameFeatures[],
  frame: number,
  minimumFrames: number,
): boolean {
  const here = features[frame]!;
  // Same structure, other brightness: a light went on or off.
  const brightness = Math.abs(here.mean - features[frame - 1]!.mean);
  if (here.structure < (brightness > 20 ? 0.15 : 0.08)) return true;
  const light = isLight(features, frame);
  return spanLengths.some((length) => {
    const short = length <= minimumFrames;
    if (!short && (!light || length > longestFlash)) return false;
    return (
      isSame(features, frame + length - 1, length, here) || isSame(features, frame, length, here)
    );
  });
}

// Whether the pictures at both ends of a span are alike, compared with the jump between.
function isSame(
  features: readonly FrameFeatures[],
  end: number,
  length: number,
  jump: FrameFeatures,
): boolean {
  const span = spanAt(features, end, length);
  if (!span) return false;
  return (
    span.blocks < 0.45 * jump.blocks && span.structure < 0.25 && span.luma < 0.55 * jump.luma
  );
}

// A bright side that is washed out, or that keeps the structure of the other side.
function isLight(features: readonly FrameFeatures[], frame: number): boolean {
  const here = features[frame]!;
  const before = features[frame - 1]!;
  const brighter = here.mean > before.mean ? here : before;
  const darker = here.mean > before.mean ? before : here;
  if (brighter.mean - darker.mean < 20) return false;
  return here.structure < 0.5 || brighter.deviation < 0.6 * darker.deviation;
}
