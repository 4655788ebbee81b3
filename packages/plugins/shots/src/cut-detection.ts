import type { Boundary } from './boundary.ts';
import { isReturn, leastContrast } from './flash.ts';
import type { FrameFeatures } from './frame-features.ts';

/** Frames on either side that a cut must stand out from. */
const window = 2;
/** How many times the neighbourhood's mean a cut must reach (PySceneDetect's adaptive detector uses 3 as well). */
const ratio = 3;
/** Share of cells that must change: pop-ups, hands and people who cross the picture change less. */
const changedGate = 0.42;

type Measure = 'luma' | 'blocks' | 'structure' | 'colour';

/** Hard cuts, at least `minimumFrames` apart. */
export function detectCuts(features: FrameFeatures, minimumFrames: number): readonly Boundary[] {
  const cuts: Boundary[] = [];
  for (let frame = 1; frame < features.frames; frame++) {
    if (features.changed[frame]! < changedGate) continue;
    const margin = standsOut(features, frame);
    if (margin === 0 || isReturn(features, frame, minimumFrames)) continue;
    const confidence = confidenceOf(margin, features.structure[frame]!);
    const cut: Boundary = { frame, time: features.time[frame]!, transition: 'cut', confidence, reach: 0, seconds: 0 };
    const last = cuts.at(-1);
    if (last && frame - last.frame < minimumFrames) {
      if (features.blocks[frame]! > 1.3 * features.blocks[last.frame]!) cuts[cuts.length - 1] = cut;
    } else {
      cuts.push(cut);
    }
  }
  return cuts;
}

// The largest ratio of a frame's difference to its neighbourhood's, over the measures that are strong enough to count; 0
// when none stands out. Absolute floors were chosen on the seen films of test/bench/shots.mjs.
function standsOut(features: FrameFeatures, frame: number): number {
  const { luma, blocks, structure, detail, deviation, colour } = features;
  const against = (measure: Measure, floor: number): number => {
    const share = features[measure][frame]! / Math.max(floor, neighbourhood(features[measure], frame, features.frames));
    return share >= ratio ? share : 0;
  };
  let best = 0;
  if (luma[frame]! >= 12 && blocks[frame]! >= 0.12) best = Math.max(best, against('luma', 0.5));
  // In the last of a light that goes out, or of a fade, blocks and correlation are those of noise: one picture at least must
  // show something, and for structure alone both, and something else.
  const most = Math.max(deviation[frame]!, deviation[frame - 1]!);
  const least = Math.min(deviation[frame]!, deviation[frame - 1]!);
  if (most >= leastContrast && blocks[frame]! >= 0.22 && structure[frame]! >= 0.06)
    best = Math.max(best, against('blocks', 0.02));
  if (least >= leastContrast && structure[frame]! >= 0.45 && detail[frame]! >= 0.5 && blocks[frame]! >= 0.12)
    best = Math.max(best, against('structure', 0.02));
  if (colour[frame]! >= colourCut) best = Math.max(best, against('colour', 0.5));
  return best;
}

/** Mean |ΔCb| + |ΔCr| of a cell (0–510) at which colour alone makes a cut. */
const colourCut = 14;

function neighbourhood(values: Float32Array, frame: number, frames: number): number {
  let sum = 0;
  let count = 0;
  // Frame 0 has no previous frame, so its differences say nothing.
  for (let other = Math.max(1, frame - window); other <= frame + window && other < frames; other++) {
    if (other === frame) continue;
    sum += values[other]!;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

// 0.7 at the threshold, towards 0.99 as the cut stands out more and the pictures have less in common.
function confidenceOf(margin: number, structure: number): number {
  const clear = 1 - ratio / Math.max(ratio, margin);
  return Math.min(0.99, 0.7 + 0.2 * clear + 0.1 * Math.min(1, structure));
}
