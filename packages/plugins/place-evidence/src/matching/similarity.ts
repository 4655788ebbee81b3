import type { Features } from './features.ts';

/** A pair of keypoints that look alike: index in one picture and in the other. */
export type Correspondence = readonly [from: number, to: number];

/** A turn, a scale and a shift: `x' = a·x − b·y + dx`, `y' = b·x + a·y + dy`. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
}

/** What two pictures agree on: the similarity that most correspondences follow, and those that do. */
export interface Agreement {
  readonly similarity: Similarity;
  readonly inliers: readonly Correspondence[];
}

/** How far a keypoint may lie from where the similarity puts it, px at 640: a place is not flat, so this is loose. */
const tolerance = 14;
/** Two keypoints closer than this, px, give no reliable turn and scale. */
const leastApart = 8;
/** A photo may show the place up to four times larger or smaller than the film. */
const mostScale = 4;
/** Keypoints have a scale and a direction of their own, which must agree with the similarity: factor, radians. */
const scaleSlack = 2;
const turnSlack = Math.PI / 6;
/** Pairs of correspondences that are tried at most. */
const mostTrials = 4000;
/** Keypoints of one corner at several scales count once: cells of this many px. */
const samePlace = 6;

/** The similarity that most correspondences follow; null when no two agree. Tries all pairs when there are few. */
export function agreementOf(from: Features, to: Features, pairs: readonly Correspondence[]): Agreement | null {
  let best: Agreement | null = null;
  for (const [first, second] of trials(pairs.length)) {
    const similarity = similarityOf(from, to, pairs[first]!, pairs[second]!);
    if (similarity === null) continue;
    const inliers = inliersOf(from, to, pairs, similarity, best?.inliers.length ?? 0);
    if (inliers.length > (best?.inliers.length ?? 0)) best = { similarity, inliers };
  }
  return best === null ? null : { ...best, similarity: fitted(from, to, best.inliers) ?? best.similarity };
}

/** The similarity that fits all inliers best (least squares): two of them give a rough one. */
function fitted(from: Features, to: Features, pairs: readonly Correspondence[]): Similarity | null {
  const mean = (values: Float32Array, side: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + values[pair[side]]!, 0) / pairs.length;
  const [x, y, u, v] = [mean(from.x, 0), mean(from.y, 0), mean(to.x, 1), mean(to.y, 1)];
  let [along, across, spread] = [0, 0, 0];
  for (const [i, j] of pairs) {
    const [px, py, qx, qy] = [from.x[i]! - x, from.y[i]! - y, to.x[j]! - u, to.y[j]! - v];
    along += px * qx + py * qy;
    across += px * qy - py * qx;
    spread += px * px + py * py;
  }
  if (spread === 0) return null;
  const [a, b] = [along / spread, across / spread];
  return { a, b, dx: u - a * x + b * y, dy: v - b * x - a * y };
}

function* trials(count: number): Generator<readonly [number, number]> {
  if ((count * (count - 1)) / 2 <= mostTrials) {
    for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) yield [i, j];
    return;
  }
  // The same pictures must give the same answer: a fixed sequence (xorshift32).
  let state = 777;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  for (let i = 0; i < mostTrials; i++) yield [next(), next()];
}

function similarityOf(from: Features, to: Features, first: Correspondence, second: Correspondence): Similarity | null {
  const [i, k] = first;
  const [j, l] = second;
  const [x, y] = [from.x[j]! - from.x[i]!, from.y[j]! - from.y[i]!];
  const [u, v] = [to.x[l]! - to.x[k]!, to.y[l]! - to.y[k]!];
  const apart = x * x + y * y;
  if (apart < leastApart ** 2 || u * u + v * v < leastApart ** 2) return null;
  const a = (x * u + y * v) / apart;
  const b = (x * v - y * u) / apart;
  const scale = Math.hypot(a, b);
  if (scale > mostScale || scale < 1 / mostScale) return null;
  return { a, b, dx: to.x[k]! - a * from.x[i]! + b * from.y[i]!, dy: to.y[k]! - b * from.x[i]! - a * from.y[i]! };
}

/** Correspondences that follow the similarity, one per place; cut short when they cannot be more than `least`. */
function inliersOf(
  from: Features,
  to: Features,
  pairs: readonly Correspondence[],
  { a, b, dx, dy }: Similarity,
  least: number,
): readonly Correspondence[] {
  const scale = Math.hypot(a, b);
  const turned = Math.atan2(b, a);
  const found: Correspondence[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (found.length + pairs.length - index <= least) return found;
    const [i, j] = pair;
    const ex = a * from.x[i]! - b * from.y[i]! + dx - to.x[j]!;
    const ey = b * from.x[i]! + a * from.y[i]! + dy - to.y[j]!;
    if (ex * ex + ey * ey > tolerance ** 2) continue;
    const grown = to.sigma[j]! / from.sigma[i]! / scale;
    if (grown > scaleSlack || grown < 1 / scaleSlack) continue;
    const off = to.direction[j]! - from.direction[i]! - turned;
    if (Math.abs(off - 2 * Math.PI * Math.round(off / (2 * Math.PI))) > turnSlack) continue;
    const known = found.some(([p, q]) => near(from, p, i) || near(to, q, j));
    if (!known) found.push(pair);
  }
  return found;
}

const near = ({ x, y }: Features, i: number, j: number): boolean =>
  Math.abs(x[i]! - x[j]!) < samePlace && Math.abs(y[i]! - y[j]!) < samePlace;
