import { cellBytes, cellCount, spanIndex, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A longer flash than this was not seen: lightning and camera flashes last 1–8 frames. */
const longestFlash = 12;
/** Structure (0–2) up to which two pictures show the same, and the share of the jump's luma or colour that may be left between them. */
const sameStructure = 0.25;
const sameLuma = 0.55;
const sameColour = 0.4;
/** Share of the jump's luma under which nothing is left of it. */
const trace = 0.1;
/**
 * Details (0–2) up to which the same things are in the picture, in another light; more where it must be light that came or went, which
 * goes one way everywhere: luma of the cells that changed, up less down, as a share of all of it. On further films of the bench's seen
 * part cuts have 0.75 and more, but for cuts of tint alone, and 98 % of lamps 0.6 and less.
 */
const sameDetail = 0.2;
const litDetail = 0.68;
const oneWay = 0.8;
/** Mean luma (0–255) that a light adds at least, and how bright and even a picture is that it washes out. */
const glow = 20;
const washedOut = { mean: 215, deviation: 15 };
/** Standard deviation of luma (0–255) under which a picture shows next to nothing. */
export const leastContrast = 4;
/** Colour (0–510) that makes a difference although everything else is the same. */
const otherColour = 14;

/**
 * Whether the jump at `frame` begins or ends something that returns to the same picture: a flash, a strobe, a pop-up, or
 * an insert of fewer than `minimumFrames` frames.
 */
export function isReturn(features: FrameFeatures, frame: number, minimumFrames: number): boolean {
  const { mean, luma, structure, detail, colour } = features;
  const brightness = Math.abs(mean[frame]! - mean[frame - 1]!);
  const otherwiseColoured = colour[frame]! >= otherColour;
  // Same structure, other brightness: a light went on or off.
  if (structure[frame]! < (brightness > glow ? 0.15 : 0.08) && !otherwiseColoured) return true;
  // The same things in the light of a lamp that went on or off, from wherever: colour alone is no lamp.
  const same = detail[frame]! < sameDetail || (detail[frame]! < litDetail && goesOneWay(features, frame));
  if (same && luma[frame]! > colour[frame]!) return true;
  if ((isLight(features, frame) || otherwiseColoured) && returnsAcross(features, frame, minimumFrames)) return true;
  return spanLengths.some(
    (length) =>
      length <= minimumFrames &&
      (isInsert(features, frame + length - 1, length, frame) || isInsert(features, frame, length, frame)),
  );
}

function goesOneWay({ cells }: FrameFeatures, frame: number): boolean {
  const [now, before] = [frame * cellBytes, (frame - 1) * cellBytes];
  let [up, all] = [0, 0];
  for (let cell = 0; cell < cellCount; cell++) {
    const change = cells[now + cell]! - cells[before + cell]!;
    up += change;
    all += Math.abs(change);
  }
  return Math.abs(up) >= oneWay * all;
}

// A flash has several jumps, each from light to light: what counts is the picture before all of them and after.
function returnsAcross(features: FrameFeatures, frame: number, minimumFrames: number): boolean {
  const { spanLuma, spanStructure, spanColour, luma, colour } = features;
  const jump = Math.max(luma[frame]!, glow);
  const colourJump = Math.max(colour[frame]!, otherColour);
  const veiled = isVeiled(features, frame);
  for (const length of spanLengths) {
    if (length > longestFlash) break;
    for (let last = frame; last - length < frame; last++) {
      const span = spanIndex(features, last, length);
      if (span < 0) continue;
      // In the dark, structure is noise: what is too short for a shot, or shows nothing, only has to leave no trace.
      const traceless = (veiled || length <= minimumFrames) && spanLuma[span]! < trace * jump;
      if (spanStructure[span]! >= sameStructure && !traceless) continue;
      if (spanLuma[span]! < sameLuma * jump && spanColour[span]! < sameColour * colourJump) return true;
    }
  }
  return false;
}

function isInsert(features: FrameFeatures, last: number, length: number, jump: number): boolean {
  const span = spanIndex(features, last, length);
  if (span < 0 || features.spanBlocks[span]! >= 0.45 * features.blocks[jump]!) return false;
  return features.spanStructure[span]! < sameStructure && features.spanLuma[span]! < sameLuma * features.luma[jump]!;
}

// The brighter side shows nothing but light, of whatever colour.
function isVeiled({ mean, deviation }: FrameFeatures, frame: number): boolean {
  const brighter = mean[frame - 1]! < mean[frame]! ? frame : frame - 1;
  return deviation[brighter]! < leastContrast && Math.abs(mean[frame]! - mean[frame - 1]!) >= glow;
}

// A bright side that is washed out, or that keeps the structure of the other side.
function isLight({ mean, deviation, structure }: FrameFeatures, frame: number): boolean {
  const [darker, brighter] = mean[frame - 1]! < mean[frame]! ? [frame - 1, frame] : [frame, frame - 1];
  if (mean[brighter]! > washedOut.mean && deviation[brighter]! < washedOut.deviation) return true;
  if (mean[brighter]! - mean[darker]! < glow) return false;
  return structure[frame]! < 0.5 || deviation[brighter]! < 0.6 * deviation[darker]!;
}
