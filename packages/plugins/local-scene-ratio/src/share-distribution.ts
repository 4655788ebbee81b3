/** Steps of the grid on which a share of 0–1 is held: half a per cent. */
const steps = 200;
/** Parts below this share go into the normal spread; larger ones keep their two values: a missing tenth is no bell curve. */
const largePart = 0.02;

/**
 * A random share: grid steps with their probabilities, plus `rest` that rounding to the grid left over (so the mean is
 * exact), plus a normal spread of `variance`.
 */
export interface RandomShare {
  readonly grid: Float64Array;
  readonly rest: number;
  readonly variance: number;
}

/** A share that is 0 for certain. */
export const nothing: RandomShare = { grid: Float64Array.of(1), rest: 0, variance: 0 };

/** `sum` plus `certain`, plus a part that is `size` with that `chance` and 0 otherwise. */
export function added(sum: RandomShare, certain: number, size: number, chance: number): RandomShare {
  if (size < largePart) {
    const rest = sum.rest + certain + size * chance;
    return { grid: sum.grid, rest, variance: sum.variance + size ** 2 * chance * (1 - chance) };
  }
  const whole = Math.round(size * steps);
  const part = new Float64Array(whole + 1);
  part[0] = 1 - chance;
  part[whole]! += chance;
  const rest = certain + chance * (size - whole / steps);
  return summed(sum, { grid: part, rest, variance: 0 });
}

/** `a` with that `chance`, else `b`. */
export function either(a: RandomShare, chance: number, b: RandomShare): RandomShare {
  const [yes, no] = [settled(a), settled(b)];
  const grid = new Float64Array(Math.max(yes.grid.length, no.grid.length));
  for (const [index, probability] of yes.grid.entries()) grid[index]! += probability * chance;
  for (const [index, probability] of no.grid.entries()) grid[index]! += probability * (1 - chance);
  const mixed = (x: number, y: number): number => chance * x + (1 - chance) * y;
  return { grid, rest: mixed(yes.rest, no.rest), variance: mixed(a.variance, b.variance) };
}

/** The sum of two independent shares; quick when `b` has few steps that are possible. */
export function summed(a: RandomShare, b: RandomShare): RandomShare {
  const grid = new Float64Array(a.grid.length + b.grid.length - 1);
  for (let i = 0; i < b.grid.length; i++) {
    const probability = b.grid[i]!;
    if (probability < 1e-12) continue;
    for (let j = 0; j < a.grid.length; j++) grid[i + j]! += a.grid[j]! * probability;
  }
  return { grid, rest: a.rest + b.rest, variance: a.variance + b.variance };
}

// Moves whole steps of the rest into the grid.
function settled({ grid, rest, variance }: RandomShare): RandomShare {
  const whole = Math.round(rest * steps);
  if (whole <= 0) return { grid, rest, variance };
  const moved = new Float64Array(grid.length + whole);
  moved.set(grid, whole);
  return { grid: moved, rest: rest - whole / steps, variance };
}

/** The mean of a share. */
export function meanOf({ grid, rest }: RandomShare): number {
  let mean = rest;
  for (const [index, chance] of grid.entries()) mean += (index / steps) * chance;
  return mean;
}

/** An empty mixture of shares. */
export function emptyMixture(): Float64Array {
  return new Float64Array(steps + 1);
}

/** Adds `share` × `weight` to a mixture, with its spread; what lies outside 0–1 counts at the end. */
export function addToMixture(mixture: Float64Array, share: RandomShare, weight: number): void {
  const sigma = Math.max(0.3, Math.sqrt(share.variance) * steps);
  const reach = Math.ceil(4 * sigma) + 1;
  const { grid, rest } = settled(share);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach - rest * steps) ** 2) / (2 * sigma ** 2)),
  );
  const total = kernel.reduce((sum, value) => sum + value, 0);
  for (let index = 0; index < grid.length; index++) {
    const probability = grid[index]!;
    if (probability < 1e-9) continue;
    for (let i = 0; i < kernel.length; i++) {
      mixture[Math.min(steps, Math.max(0, index + i - reach))]! += (probability * weight * kernel[i]!) / total;
    }
  }
}

/** Mean, the share below which `tail` lies, the one above which it lies, and the chance of `threshold` or more. */
export function summaryOf(
  mixture: Float64Array,
  tail: number,
  threshold: number,
): { readonly mean: number; readonly low: number; readonly high: number; readonly atLeast: number } {
  let mean = 0;
  for (const [index, chance] of mixture.entries()) mean += (index / steps) * chance;
  return {
    mean,
    low: quantile(mixture, tail),
    high: 1 - quantile(mixture.toReversed(), tail),
    atLeast: 1 - below(mixture, threshold),
  };
}

// Each step stands for the half step on either side of it.
function quantile(mixture: Float64Array, tail: number): number {
  let sum = 0;
  for (const [index, chance] of mixture.entries()) {
    if (sum + chance > tail) return Math.max(0, (index - 0.5 + (tail - sum) / chance) / steps);
    sum += chance;
  }
  return 1;
}

function below(mixture: Float64Array, share: number): number {
  let sum = 0;
  for (const [index, chance] of mixture.entries()) {
    sum += chance * Math.min(1, Math.max(0, share * steps - index + 0.5));
  }
  return sum;
}
