import type { Boundary } from './boundary.ts';
import { isReturn } from './flash.ts';
import type { FrameFeatures } from './frame-features.ts';

/** Frames on either side that a cut must stand out from. */
const window = 2;
/** How many times the neighbourhood's mean a cut must reach (PySceneDetect's adaptive detector uses 3 as well). */
const ratio = 3;
/** Share of cells that must change: pop-ups, hands and people who cross the picture change less. */
const changedGate = 0.42;

/** Hard cuts, at least `minimumFrames` apart. */
export function detectCuts(features: readonly FrameFeatures[], minimumFrames: number): readonly Boundary[] {
  const cuts: Boundary[] = [];
  for (let frame = 1; frame < features.length; frame++) {
    const here = features[frame]!;
    const margin = standsOut(features, frame);
    if (margin === null || here.changed < changedGate) continue;
    if (isReturn(features, frame, minimumFrames)) continue;
    const cut: Boundary = { frame, time: here.time, transition: 'cut', confidence: confidenceOf(margin, here) };
    const last = cuts.at(-1);
    if (last && frame - last.frame < minimumFrames) {
      if (here.blocks > 1.3 * features[last.frame]!.blocks) cuts[cuts.length - 1] = cut;
    } else {
      cuts.push(cut);
    }
  }
  return cuts;
}

// The largest ratio of a frame's difference to its neighbourhood's, over the measures that are strong enough to count.
// null when none stands out. Absolute floors were chosen on the generated development set (README, "Measured").
function standsOut(features: readonly FrameFeatures[], frame: number): number | null {
  const here = features[frame]!;
  const against = (measure: 'luma' | 'blocks' | 'structure', floor: number): number =>
    here[measure] / Math.max(floor, neighbourhood(features, frame, measure));
  const luma = against('luma', 0.5);
  const blocks = against('blocks', 0.02);
  const structure = against('structure', 0.02);
  const ratios: number[] = [];
  if (luma >= ratio && here.luma >= 12 && here.blocks >= 0.12) ratios.push(luma);
  if (blocks >= ratio && here.blocks >= 0.22 && here.structure >= 0.06) ratios.push(blocks);
  if (structure >= ratio && here.structure >= 0.45 && here.blocks >= 0.12) ratios.push(structure);
  return ratios.length > 0 ? Math.max(...ratios) : null;
}

function neighbourhood(
  features: readonly FrameFeatures[],
  frame: number,
  measure: 'luma' | 'blocks' | 'structure',
): number {
  let sum = 0;
  let count = 0;
  for (let other = frame - window; other <= frame + window; other++) {
    // Frame 0 has no previous frame, so its differences say nothing.
    if (other === frame || other < 1 || other >= features.length) continue;
    sum += features[other]![measure];
    count++;
  }
  return count > 0 ? sum / count : 0;
}

// 0.7 at the threshold, towards 0.99 as the cut stands out more and the pictures have less in common.
function confidenceOf(margin: number, here: FrameFeatures): number {
  const clear = 1 - ratio / Math.max(ratio, margin);
  const unlike = Math.min(1, here.structure);
  return Math.min(0.99, 0.7 + 0.2 * clear + 0.1 * unlike);
}
