import type { VisibleRule } from './label-rules.ts';
import type { AiLabel } from './labels-track.ts';
import type { AiLabelOptions } from './options.ts';

/** How a label stands against the rule; null where the picture does not decide. */
export interface JudgedLabel {
  readonly label: AiLabel;
  readonly read: boolean | null;
  readonly height: boolean | null;
  readonly seconds: boolean | null;
  readonly edge: boolean | null;
  /** Distance to the nearest edge, as a share of the picture's width or height. */
  readonly fromEdge: number;
}

/** A time is known to half a frame at 25 fps, s. */
const timeTolerance = 0.02;
/** Heights on single pictures this far apart (share of the shorter side) were not all of the letters alone. */
const unclear = 0.015;

/** Judges a label by the rule. */
export function judgeLabel(label: AiLabel, rule: VisibleRule, options: AiLabelOptions): JudgedLabel {
  const { box, confidence } = label;
  const fromEdge = Math.max(0, Math.min(box.x, box.y, 1 - box.x - box.width, 1 - box.y - box.height));
  return {
    label,
    read:
      label.words === 'partial' ? false : label.words === 'whole' && confidence >= options.minConfidence ? true : null,
    height: heightAnswer(label, rule.heightShare, options.heightTolerance),
    seconds: secondsAnswer(label, rule.seconds),
    edge: fromEdge <= options.edgeShare ? true : fromEdge >= options.middleShare ? false : null,
    fromEdge,
  };
}

function heightAnswer({ height }: AiLabel, least: number, tolerance: number): boolean | null {
  if (height === null || height.high - height.low > unclear || Math.abs(height.median - least) <= tolerance)
    return null;
  return height.median > least;
}

function secondsAnswer({ seconds: { low, high } }: AiLabel, least: number): boolean | null {
  if (low >= least - timeTolerance) return true;
  return high !== null && high < least - timeTolerance ? false : null;
}

/** The label with the fewest faults, then the fewest doubts: an episode needs one that is right. */
export function bestLabel(labels: readonly JudgedLabel[]): JudgedLabel | null {
  const count = ({ read, height, seconds, edge }: JudgedLabel): number =>
    [read, height, seconds, edge].reduce((sum, each) => sum + (each === true ? 0 : each === null ? 1 : 10), 0);
  return labels.toSorted((a, b) => count(a) - count(b))[0] ?? null;
}
