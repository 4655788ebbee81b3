import { blurred } from './gaussian.ts';
import type { GrayPicture } from './gray-picture.ts';

/*
 * Keypoints of D. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints" (2004), with its constants: 3 scales per
 * octave from σ 1.6, peaks of at least 0.01, no edges with a ratio of curvatures above 10.
 */
const scales = 3;
const firstSigma = 1.6;
const leastContrast = 0.01;
const edgeRatio = 10;
/** What a camera has blurred already, px. */
const cameraSigma = 0.5;
/** Octaves end when a side is shorter, px. */
const leastSide = 16;
/** No keypoint this close to the border of its octave, px. */
const border = 5;

/** One octave: its blurred pictures, each half as wide as those of the octave before. */
export interface Octave {
  readonly width: number;
  readonly height: number;
  /** Picture `i` is blurred by `1.6 · 2^(i/3)` px of this octave. */
  readonly pictures: readonly Float32Array[];
}

/** A place that stands out from its surroundings at one scale. */
export interface Keypoint {
  readonly octave: number;
  /** Position in px of its octave, and the index of the nearest blurred picture. */
  readonly x: number;
  readonly y: number;
  readonly picture: number;
  /** σ in px of its octave. */
  readonly sigma: number;
  readonly contrast: number;
}

/** The blurred pictures that keypoints are looked for in. */
export function octavesOf({ width, height, data }: GrayPicture): readonly Octave[] {
  // Plain loops here and below: Float32Array.from and map with a function take three times as long.
  let base: Float32Array = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) base[i] = data[i]! / 255;
  base = blurred(base, width, height, Math.sqrt(firstSigma ** 2 - cameraSigma ** 2));
  const octaves: Octave[] = [];
  const count = Math.max(1, Math.floor(Math.log2(Math.min(width, height))) - 4);
  let size = { width, height };
  while (octaves.length < count && Math.min(size.width, size.height) >= leastSide) {
    const pictures = [base];
    for (let i = 1; i < scales + 3; i++) {
      const before = firstSigma * 2 ** ((i - 1) / scales);
      const after = firstSigma * 2 ** (i / scales);
      pictures.push(blurred(pictures[i - 1]!, size.width, size.height, Math.sqrt(after ** 2 - before ** 2)));
    }
    octaves.push({ ...size, pictures });
    base = halved(pictures[scales]!, size.width, size.height);
    size = { width: size.width >> 1, height: size.height >> 1 };
  }
  return octaves;
}

function halved(source: Float32Array, width: number, height: number): Float32Array {
  const [w, h] = [width >> 1, height >> 1];
  const target = new Float32Array(w * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) target[y * w + x] = source[2 * y * width + 2 * x]!;
  return target;
}

/** Keypoints of all octaves, the strongest first. */
export function keypointsOf(octaves: readonly Octave[]): readonly Keypoint[] {
  return octaves.flatMap(keypointsOfOctave).toSorted((a, b) => b.contrast - a.contrast);
}

function keypointsOfOctave({ width, height, pictures }: Octave, octave: number): Keypoint[] {
  const differences = pictures.slice(1).map((picture, i) => difference(picture, pictures[i]!));
  const found: Keypoint[] = [];
  for (let scale = 1; scale <= scales; scale++) {
    const layers = [differences[scale - 1]!, differences[scale]!, differences[scale + 1]!] as const;
    const middle = layers[1];
    for (let y = border; y < height - border; y++) {
      for (let x = border; x < width - border; x++) {
        const at = y * width + x;
        if (Math.abs(middle[at]!) < (0.5 * leastContrast) / scales || !isPeak(layers, at, width)) continue;
        const peak = refined(layers, at, width);
        if (peak === null) continue;
        const level = scale + peak.scale;
        found.push({
          octave,
          x: x + peak.x,
          y: y + peak.y,
          picture: Math.min(scales + 2, Math.max(0, Math.round(level))),
          sigma: firstSigma * 2 ** (level / scales),
          contrast: peak.contrast,
        });
      }
    }
  }
  return found;
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  const target = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) target[i] = a[i]! - b[i]!;
  return target;
}

type Layers = readonly [Float32Array, Float32Array, Float32Array];

/** Whether a value is above, or below, all 26 around it. */
function isPeak([before, middle, after]: Layers, at: number, width: number): boolean {
  const value = middle[at]!;
  const sign = value > 0 ? 1 : -1;
  const own = value * sign;
  for (let row = at - width; row <= at + width; row += width) {
    for (let i = row - 1; i <= row + 1; i++) {
      if (before[i]! * sign >= own || after[i]! * sign >= own) return false;
      if (i !== at && middle[i]! * sign >= own) return false;
    }
  }
  return true;
}

/** The peak between the samples by a quadratic fit; null on an edge, at low contrast, or when it lies elsewhere. */
function refined([before, middle, after]: Layers, at: number, width: number) {
  const value = middle[at]!;
  const dx = (middle[at + 1]! - middle[at - 1]!) / 2;
  const dy = (middle[at + width]! - middle[at - width]!) / 2;
  const ds = (after[at]! - before[at]!) / 2;
  const xx = middle[at + 1]! + middle[at - 1]! - 2 * value;
  const yy = middle[at + width]! + middle[at - width]! - 2 * value;
  const ss = after[at]! + before[at]! - 2 * value;
  const xy =
    (middle[at + width + 1]! - middle[at + width - 1]! - middle[at - width + 1]! + middle[at - width - 1]!) / 4;
  const xs = (after[at + 1]! - after[at - 1]! - before[at + 1]! + before[at - 1]!) / 4;
  const ys = (after[at + width]! - after[at - width]! - before[at + width]! + before[at - width]!) / 4;
  const curvature = xx * yy - xy * xy;
  if (curvature <= 0 || (xx + yy) ** 2 * edgeRatio >= (edgeRatio + 1) ** 2 * curvature) return null;
  const determinant = xx * (yy * ss - ys * ys) - xy * (xy * ss - ys * xs) + xs * (xy * ys - yy * xs);
  if (Math.abs(determinant) < 1e-18) return null;
  const x = -(dx * (yy * ss - ys * ys) - xy * (dy * ss - ys * ds) + xs * (dy * ys - yy * ds)) / determinant;
  const y = -(xx * (dy * ss - ds * ys) - dx * (xy * ss - ys * xs) + xs * (xy * ds - dy * xs)) / determinant;
  const scale = -(xx * (yy * ds - ys * dy) - xy * (xy * ds - xs * dy) + dx * (xy * ys - yy * xs)) / determinant;
  if (Math.abs(x) > 1 || Math.abs(y) > 1 || Math.abs(scale) > 1) return null;
  const contrast = Math.abs(value + 0.5 * (dx * x + dy * y + ds * scale));
  return contrast * scales < leastContrast ? null : { x, y, scale, contrast };
}
