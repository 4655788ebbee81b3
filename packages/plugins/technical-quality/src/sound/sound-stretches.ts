import type { TimeRange } from '@shenpian/core';
import { runsOf } from '../picture/runs.ts';
import { slice, type SoundMeter } from './sound-meter.ts';

/** What may be wrong with a stretch of sound. */
export type SoundFault = 'silence' | 'clipping' | 'inverted' | 'left-dead' | 'right-dead';

/** A stretch of sound with a fault. */
export interface SoundStretch extends TimeRange {
  readonly fault: SoundFault;
}

/** Silence: no sample beyond −60 dBFS, which is what ffmpeg's silencedetect takes unless told otherwise. */
const silent = 0.001;
/** The other channel speaks, with samples beyond −40 dBFS, while one is dead. */
const speaking = 0.01;
/** So many tops cut off within 0.1 s are heard; seconds between which it is one stretch. */
const clipsTogether = 2;
const clipSlices = 5;
const clipGap = 0.5;
/** Channels that cancel each other: correlation over 0.2 s, of sound beyond −50 dBFS. */
const inverted = -0.9;
const invertedSlices = 10;
const audible = 0.00316;
/** Shorter stretches are not kept, seconds. */
const shortest: Readonly<Record<SoundFault, number>> = {
  silence: 0.2,
  clipping: 0,
  inverted: 1,
  'left-dead': 1,
  'right-dead': 1,
};

/** Stretches with a fault, in order of start within each fault. */
export function soundStretches(meter: SoundMeter): readonly SoundStretch[] {
  const { table, channels, seconds } = meter;
  const slices = table.peak.length;
  const found: SoundStretch[] = [];
  const add = (fault: SoundFault, from: number, to: number): void => {
    const end = to >= slices ? seconds : to * slice;
    if (end - from * slice >= shortest[fault]) found.push({ fault, start: from * slice, end });
  };
  for (const { from, to } of runsOf(slices, (at) => table.peak.at(at) < silent)) add('silence', from, to);
  for (const { from, to } of clipped(meter)) add('clipping', from, to);
  if (channels < 2) return found;
  const isQuiet = (at: number): boolean => table.peak.at(at) < speaking;
  const dead = (one: typeof table.left, other: typeof table.left) => (at: number) =>
    one.at(at) < silent && other.at(at) >= speaking;
  for (const [fault, such] of [
    ['left-dead', dead(table.left, table.right)],
    ['right-dead', dead(table.right, table.left)],
    ['inverted', isInverted(meter)],
  ] as const) {
    // A pause says nothing about either: it belongs to what is on both sides of it.
    for (const { from, to } of runsOf(slices, (at) => such(at) || isQuiet(at))) {
      let [first, last] = [from, to];
      while (first < last && !such(first)) first++;
      while (last > first && !such(last - 1)) last--;
      if (last > first) add(fault, first, last);
    }
  }
  return found;
}

function clipped({ table }: SoundMeter): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let at = 0; at < table.clips.length; at++) {
    let together = 0;
    let to = at;
    for (let other = at; other < at + clipSlices; other++) {
      together += table.clips.at(other);
      if (table.clips.at(other) > 0) to = other + 1;
    }
    if (together < clipsTogether || table.clips.at(at) === 0) continue;
    const last = stretches.at(-1);
    if (last !== undefined && at - last.to <= clipGap / slice) last.to = to;
    else stretches.push({ from: at, to });
  }
  return stretches;
}

function isInverted({ table, sliceSamples }: SoundMeter): (at: number) => boolean {
  const least = audible * audible * sliceSamples * invertedSlices;
  const half = invertedSlices / 2;
  return (at) => {
    let [left, right, product] = [0, 0, 0];
    for (let other = at - half; other < at + half; other++) {
      left += table.leftPower.at(other);
      right += table.rightPower.at(other);
      product += table.product.at(other);
    }
    return left >= least && right >= least && product / Math.sqrt(left * right) <= inverted;
  };
}
