import { GrowingColumn } from '../growing-column.ts';
import { truePeakMeter, type TruePeakMeter } from './true-peak.ts';

/** Seconds of sound measured at a time. */
export const slice = 0.02;

/** A block of sound: channels interleaved, 1 is full scale. */
export interface SoundBlock {
  /** Samples of a channel per second. */
  readonly rate: number;
  readonly channels: number;
  readonly values: Float32Array;
}

/** What was measured of every slice of {@link slice} seconds. */
export interface SoundTable {
  /** Largest magnitude of any channel. */
  readonly peak: GrowingColumn;
  /** Largest magnitude of the first two channels. */
  readonly left: GrowingColumn;
  readonly right: GrowingColumn;
  /** Sums over the slice of the squares of the first two channels, and of their product. */
  readonly leftPower: GrowingColumn;
  readonly rightPower: GrowingColumn;
  readonly product: GrowingColumn;
  /** How many tops are cut off. */
  readonly clips: GrowingColumn;
}

/** A top near full scale begins here. A lossy codec leaves one that was cut off a little below and above full scale, not flat. */
const top = 0.9;
/**
 * Samples above that line times the slope at which they cross it: 0.4 for the round top of any smooth wave, 4 for a sine that was cut at half its
 * height. What is shorter than `shortestTop` samples tells nothing.
 */
const cutOff = 1.5;
const shortestTop = 3;

/** Measures sound block after block. */
export interface SoundMeter {
  push(block: SoundBlock): void;
  readonly table: SoundTable;
  readonly channels: number;
  /** Samples of a channel in a slice. */
  readonly sliceSamples: number;
  /** Length of all sound so far, seconds. */
  readonly seconds: number;
  /** Highest value between the samples of any channel; 1 is full scale. */
  readonly truePeak: number;
}

/** Starts before the first block. */
export function soundMeter(): SoundMeter {
  const column = (): GrowingColumn => new GrowingColumn();
  const table: SoundTable = {
    peak: column(),
    left: column(),
    right: column(),
    leftPower: column(),
    rightPower: column(),
    product: column(),
    clips: column(),
  };
  let channels = 0;
  let sliceSamples = 1;
  let seconds = 0;
  let peaks: TruePeakMeter[] = [];
  let lines: Float32Array[] = [];
  // Of each channel: the sample before, samples since the line was crossed, and the slope there.
  let before = new Float32Array(0);
  let above = new Int32Array(0);
  let slope = new Float32Array(0);

  // One slice, `from` to `to` in samples of a channel.
  const measure = (values: Float32Array, from: number, to: number): void => {
    let clips = 0;
    const largest = [0, 0];
    let all = 0;
    const powers = [0, 0];
    for (let channel = 0; channel < channels; channel++) {
      const line = lines[channel]!;
      let largestHere = 0;
      let power = 0;
      let last = before[channel]!;
      let count = above[channel]!;
      for (let i = from, n = 0; i < to; i++, n++) {
        const value = values[i * channels + channel]!;
        line[n] = value;
        power += value * value;
        const size = Math.abs(value);
        if (size > largestHere) largestHere = size;
        if (size >= top) {
          if (count++ === 0) slope[channel] = size - last;
        } else if (count > 0) {
          if (count >= shortestTop && count * slope[channel]! >= cutOff) clips++;
          count = 0;
        }
        last = size;
      }
      before[channel] = last;
      above[channel] = count;
      peaks[channel]!.push(line.subarray(0, to - from), largestHere);
      if (channel < 2) {
        largest[channel] = largestHere;
        powers[channel] = power;
      }
      all = Math.max(all, largestHere);
    }
    let product = 0;
    if (channels >= 2) for (let n = 0; n < to - from; n++) product += lines[0]![n]! * lines[1]![n]!;
    table.peak.push(all);
    table.left.push(largest[0]!);
    table.right.push(largest[1]!);
    table.leftPower.push(powers[0]!);
    table.rightPower.push(powers[1]!);
    table.product.push(product);
    table.clips.push(clips);
  };

  return {
    table,
    push(block) {
      if (channels === 0) {
        channels = block.channels;
        sliceSamples = Math.round(block.rate * slice);
        peaks = Array.from({ length: channels }, truePeakMeter);
        before = new Float32Array(channels);
        above = new Int32Array(channels);
        slope = new Float32Array(channels);
        lines = Array.from({ length: channels }, () => new Float32Array(sliceSamples));
      }
      const samples = Math.floor(block.values.length / channels);
      seconds += samples / block.rate;
      for (let from = 0; from < samples; from += sliceSamples) {
        measure(block.values, from, Math.min(samples, from + sliceSamples));
      }
    },
    get channels() {
      return channels;
    },
    get sliceSamples() {
      return sliceSamples;
    },
    get seconds() {
      return seconds;
    },
    get truePeak() {
      return Math.max(0, ...peaks.map(({ peak }) => peak));
    },
  };
}
