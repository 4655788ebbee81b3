import { boxSchema, defineTrack, defineTrackType } from '@shenpian/core';
import { z } from 'zod';
import { exactTimes } from '../standing/exact-times.ts';
import { smallFrames } from '../standing/small-frames.ts';
import { mapsNearCodes } from './maps-near-codes.ts';
import { qrRanges, type QrReading } from './qr-ranges.ts';
import { openQrThread } from './qr-thread.ts';

/**
 * A QR code on screen: what it says, when (seconds), and where it was first read. `exact`: its times are known to 0.2 s; else, for a code
 * that moves, to half of the time between two pictures.
 */
export const qrCodeSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  text: z.string(),
  box: boxSchema,
  exact: z.boolean(),
});
/** See {@link qrCodeSchema}. */
export type QrCode = z.infer<typeof qrCodeSchema>;

/** QR codes that could be read, in order of start. */
export const qrCodesTrack = defineTrackType('qr-codes', qrCodeSchema);

/**
 * - `every`: seconds between two pictures; a code that shows for less may be missed.
 * - `width`: px; the bench reads codes of 8 % of the width at 1080.
 */
export const qrCodesOptionsSchema = z.strictObject({
  every: z.number().min(0.2).max(10).default(1.95),
  width: z.number().int().min(360).max(2160).default(1080),
});

/** Builds `qr-codes` from large pictures, and their times from small ones. */
export const qrCodes = defineTrack({
  type: qrCodesTrack,
  version: 2,
  options: qrCodesOptionsSchema,
  samples: ({ options }) => ({
    picture: { kind: 'luma', width: options.width, rate: 1 / options.every, levels: 'any' },
    small: smallFrames,
  }),
  async build({ samples, options, signal, recycle, decodedSeconds }) {
    const thread = openQrThread(signal);
    try {
      const readings: QrReading[] = [];
      const small = mapsNearCodes(options.every, recycle);
      for await (const sample of samples) {
        if (sample.kind !== 'luma') continue;
        const { time, width, height, data } = sample;
        if (sample.request === 'small') {
          small.push(sample);
          continue;
        }
        const codes = await thread.read({ width, height, data });
        recycle(data);
        if (codes.length > 0) small.seen(time);
        const boxed = codes.map(({ text, box: { x, y, width: wide, height: high } }) => {
          return { text, box: { x: x / width, y: y / height, width: wide / width, height: high / height } };
        });
        readings.push({ time, codes: boxed });
      }
      const maps = small.finish();
      const seconds = decodedSeconds();
      const ranges = qrRanges(readings, { seconds, every: options.every });
      return ranges
        .map((range) => {
          const times = exactTimes(range, maps, seconds);
          return { ...range, ...times, exact: times !== null };
        })
        .toSorted((a, b) => a.start - b.start);
    } finally {
      await thread.close();
    }
  },
});
