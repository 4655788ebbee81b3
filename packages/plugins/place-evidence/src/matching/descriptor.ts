import type { Keypoint, Octave } from './scale-space.ts';

/** Numbers in a descriptor: 4×4 cells of 8 directions. */
export const descriptorLength = 128;
/** Squared length of a descriptor, whose numbers are stored as whole ones: RootSIFT has length 1, times 512. */
export const descriptorNorm = 512 * 512;

const cells = 4;
const directions = 8;
const turn = 2 * Math.PI;

/** Samples per side, and their distance in cells: the picture is about as blurred as they are apart (Lowe takes 16×16). */
const sampleSide = 20;
const sampleStep = 0.25;
/** A sample counts in up to four cells. Flat tables, because this is the innermost loop. */
const sampleCount = sampleSide * sampleSide;
const sampleOffset = new Float32Array(sampleCount * 2);
const sampleCell = new Uint8Array(sampleCount * 4);
const sampleWeight = new Float32Array(sampleCount * 4);
for (let index = 0; index < sampleCount; index++) {
  const u = ((index % sampleSide) - (sampleSide - 1) / 2) * sampleStep;
  const v = (Math.floor(index / sampleSide) - (sampleSide - 1) / 2) * sampleStep;
  sampleOffset.set([u, v], index * 2);
  let used = index * 4;
  for (let cell = 0; cell < cells * cells; cell++) {
    const across = Math.max(0, 1 - Math.abs(u + 1.5 - (cell % cells)));
    const down = Math.max(0, 1 - Math.abs(v + 1.5 - Math.floor(cell / cells)));
    if (across * down === 0) continue;
    sampleCell[used] = cell * directions;
    sampleWeight[used] = across * down * Math.exp(-(u * u + v * v) / 8);
    used++;
  }
}

const bins = 36;
/** A second direction counts from this share of the strongest on (Lowe, section 5); more than two help nobody. */
const sideDirection = 0.8;
const mostDirections = 2;

/** The directions in which the gradients around a keypoint mostly point, radians. */
export function directionsOf({ width, height, pictures }: Octave, { x, y, picture, sigma }: Keypoint): number[] {
  const values = pictures[picture]!;
  const radius = Math.round(4.5 * sigma);
  const [cx, cy] = [Math.round(x), Math.round(y)];
  const counted = new Float32Array(bins);
  for (let py = Math.max(1, cy - radius); py <= Math.min(height - 2, cy + radius); py++) {
    for (let px = Math.max(1, cx - radius); px <= Math.min(width - 2, cx + radius); px++) {
      const at = py * width + px;
      const gx = values[at + 1]! - values[at - 1]!;
      const gy = values[at + width]! - values[at - width]!;
      const fade = Math.exp(-((px - cx) ** 2 + (py - cy) ** 2) / (4.5 * sigma * sigma));
      const bin = Math.floor(((Math.atan2(gy, gx) + Math.PI) / turn) * bins) % bins;
      counted[bin]! += fade * Math.sqrt(gx * gx + gy * gy);
    }
  }
  const smooth = smoothed(smoothed(counted));
  const highest = Math.max(...smooth);
  const found: number[] = [];
  for (let bin = 0; bin < bins && found.length < mostDirections; bin++) {
    const [left, here, right] = [smooth[(bin + bins - 1) % bins]!, smooth[bin]!, smooth[(bin + 1) % bins]!];
    if (here <= left || here < right || here < sideDirection * highest) continue;
    const between = (0.5 * (left - right)) / (left - 2 * here + right);
    found.push(((bin + 0.5 + between) / bins) * turn - Math.PI);
  }
  return found;
}

const smoothed = (counted: Float32Array): Float32Array =>
  counted.map((value, i) => (counted[(i + bins - 1) % bins]! + 2 * value + counted[(i + 1) % bins]!) / 4);

const work = new Float32Array(descriptorLength);

/** Writes the RootSIFT descriptor (Arandjelović and Zisserman 2012) of a keypoint and direction to `target` at `offset`. */
export function describe(
  { width, height, pictures }: Octave,
  { x, y, picture, sigma }: Keypoint,
  direction: number,
  target: Uint8Array,
  offset: number,
): void {
  const values = pictures[picture]!;
  const cell = 3 * sigma;
  const [cos, sin] = [Math.cos(direction) * cell, Math.sin(direction) * cell];
  work.fill(0);
  for (let index = 0; index < sampleCount; index++) {
    const [u, v] = [sampleOffset[index * 2]!, sampleOffset[index * 2 + 1]!];
    const px = Math.round(x + cos * u - sin * v);
    const py = Math.round(y + sin * u + cos * v);
    if (px < 1 || py < 1 || px >= width - 1 || py >= height - 1) continue;
    const at = py * width + px;
    const gx = values[at + 1]! - values[at - 1]!;
    const gy = values[at + width]! - values[at - width]!;
    const size = Math.sqrt(gx * gx + gy * gy);
    let angle = ((Math.atan2(gy, gx) - direction) / turn) * directions;
    angle -= directions * Math.floor(angle / directions);
    const first = Math.floor(angle) % directions;
    const second = (first + 1) % directions;
    const share = angle - Math.floor(angle);
    for (let i = index * 4; i < index * 4 + 4; i++) {
      const [into, weight] = [sampleCell[i]!, sampleWeight[i]! * size];
      work[into + first]! += weight * (1 - share);
      work[into + second]! += weight * share;
    }
  }
  writeRoot(target, offset);
}

/** Large gradients are cut to a fifth of the length (Lowe, section 6.1), then each number becomes the root of its share. */
function writeRoot(target: Uint8Array, offset: number): void {
  let length = 0;
  for (const value of work) length += value * value;
  length = Math.sqrt(length) || 1;
  let sum = 0;
  for (let i = 0; i < descriptorLength; i++) {
    work[i] = Math.min(0.2, work[i]! / length);
    sum += work[i]!;
  }
  for (let i = 0; i < descriptorLength; i++) {
    target[offset + i] = Math.min(255, Math.round(512 * Math.sqrt(work[i]! / (sum || 1))));
  }
}
