import { side } from './luma-frame.ts';

/** Seconds between two looks. */
export const lookStep = 0.5;
/** A frame with less deviation (0–255) looks like any other. */
const flat = 4;
/** Cells along either side: 64 bits. */
const looks = 8;

/** Notes how the picture looks every half second: which of 8×8 places are lighter than most. */
export interface LookMeter {
  /** @param means mean luma of the 16×16 cells */
  push(time: number, means: Float32Array, deviation: number): void;
  /** 16 hex digits each, the n-th at n × {@link lookStep} seconds; empty where the picture is flat. */
  readonly looks: readonly string[];
}

/** Starts at the beginning of an episode. */
export function lookMeter(): LookMeter {
  const seen: string[] = [];
  return {
    looks: seen,
    push(time, means, deviation) {
      if (time < seen.length * lookStep - 0.001) return;
      const look = deviation < flat ? '' : lookOf(means);
      // A gap in the frames is filled with what comes after it.
      while (time >= seen.length * lookStep - 0.001) seen.push(look);
    },
  };
}

function lookOf(means: Float32Array): string {
  const half = side / looks;
  const places = Array.from({ length: looks * looks }, (_, place) => {
    const [row, column] = [Math.floor(place / looks) * half, (place % looks) * half];
    let sum = 0;
    for (let y = row; y < row + half; y++) for (let x = column; x < column + half; x++) sum += means[y * side + x]!;
    return sum;
  });
  const median = places.toSorted((a, b) => a - b)[(looks * looks) / 2] ?? 0;
  let hex = '';
  for (let i = 0; i < places.length; i += 4) {
    const digit = [0, 1, 2, 3].reduce((bits, bit) => 2 * bits + (places[i + bit]! > median ? 1 : 0), 0);
    hex += digit.toString(16);
  }
  return hex;
}

/** How many of the 64 places differ. */
export function lookDistance(a: string, b: string): number {
  let differ = 0;
  for (let at = 0; at < 16; at += 8) {
    let bits = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    while (bits !== 0) {
      bits &= bits - 1;
      differ++;
    }
  }
  return differ;
}
