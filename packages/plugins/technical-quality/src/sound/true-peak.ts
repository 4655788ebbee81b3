/**
 * The four phases of the interpolation filter that Rec. ITU-R BS.1770-4 Annex 2 gives for 4 × oversampling; the other two are these
 * backwards.
 */
const outer = Float64Array.of(
  0.001708984375,
  0.010986328125,
  -0.0196533203125,
  0.033203125,
  -0.0594482421875,
  0.1373291015625,
  0.97216796875,
  -0.102294921875,
  0.047607421875,
  -0.026611328125,
  0.014892578125,
  -0.00830078125,
);
const inner = Float64Array.of(
  -0.0291748046875,
  0.029296875,
  -0.0517578125,
  0.089111328125,
  -0.16650390625,
  0.465087890625,
  0.77978515625,
  -0.2003173828125,
  0.1015625,
  -0.0582275390625,
  0.0330810546875,
  -0.0189208984375,
);
const taps = outer.length;
const lastTap = taps - 1;
/** No value between samples exceeds the largest of the samples around by more than this factor. */
const mostGain = inner.reduce((sum, tap) => sum + Math.abs(tap), 0);
/**
 * Nor, but for sounds above a quarter of the rate that music and speech do not have at full level, the larger of its two neighbours by more than
 * this: a tone at that quarter comes to √2.
 */
const gainBetween = 1.5;

/** Finds the highest value between the samples of one channel. */
export interface TruePeakMeter {
  /** Samples that follow on those before, and the largest magnitude among them. */
  push(samples: Float32Array, largest: number): void;
  /** 1 is full scale. */
  readonly peak: number;
}

// The largest of the four values in the middle of twelve samples.
function between(line: Float32Array, at: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let tap = 0; tap < taps; tap++) {
    const value = line[at + tap]!;
    first += outer[tap]! * value;
    second += inner[tap]! * value;
    third += inner[lastTap - tap]! * value;
    fourth += outer[lastTap - tap]! * value;
  }
  return Math.max(Math.abs(first), Math.abs(second), Math.abs(third), Math.abs(fourth));
}

/** Starts in silence. */
export function truePeakMeter(): TruePeakMeter {
  let line = new Float32Array(taps);
  let largestBefore = 0;
  let peak = 0;
  return {
    push(samples, largest) {
      const length = taps - 1 + samples.length;
      if (line.length < length) {
        const longer = new Float32Array(length);
        longer.set(line.subarray(0, taps - 1));
        line = longer;
      }
      line.set(samples, taps - 1);
      peak = Math.max(peak, largest);
      if (Math.max(largest, largestBefore) * mostGain > peak) {
        for (let i = 0; i < samples.length; i++) {
          const near = Math.max(Math.abs(line[i + 5]!), Math.abs(line[i + 6]!));
          if (near * gainBetween <= peak) continue;
          // The highest value lies beside a sample that is higher than those around.
          const around = Math.max(Math.abs(line[i + 4]!), Math.abs(line[i + 7]!));
          if (near >= around) peak = Math.max(peak, between(line, i));
        }
      }
      line.copyWithin(0, samples.length, length);
      largestBefore = largest;
    },
    get peak() {
      return peak;
    },
  };
}
