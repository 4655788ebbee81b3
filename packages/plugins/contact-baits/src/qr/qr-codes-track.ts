import { boxSchema, defineTrack, defineTrackType, type Sample } from '@shenpian/core';
import { z } from 'zod';
import { qrRanges, type QrReading } from './qr-ranges.ts';
import { openQrThread, type QrThread } from './qr-thread.ts';

/** A QR code on screen: what it says, when (seconds), and where it was first read. */
export const qrCodeSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  text: z.string(),
  box: boxSchema,
});
/** See {@link qrCodeSchema}. */
export type QrCode = z.infer<typeof qrCodeSchema>;

/** QR codes that could be read, in order of start. */
export const qrCodesTrack = defineTrackType('qr-codes', qrCodeSchema);

/**
 * - `rate`: pictures per second that are kept at hand; half the time between two of them is how exact the times are.
 * - `every`: one picture of so many is looked at first; those between only where a code comes or goes.
 * - `width`: px; the bench reads codes of 8 % of the width at 1080.
 */
export const qrCodesOptionsSchema = z.strictObject({
  rate: z.number().min(0.5).max(10).default(2.5),
  every: z.number().int().min(1).max(10).default(3),
  width: z.number().int().min(360).max(2160).default(1080),
});

type Frame = Extract<Sample, { kind: 'luma' | 'band' }>;

/** Builds `qr-codes`: every 1.2 s is looked at, and every 0.4 s around a change. */
export const qrCodes = defineTrack({
  type: qrCodesTrack,
  version: 1,
  options: qrCodesOptionsSchema,
  samples: ({ options }) => ({ picture: { kind: 'luma', width: options.width, rate: options.rate } }),
  async build({ samples, options, signal, recycle, decodedSeconds }) {
    const thread = openQrThread(signal);
    try {
      const readings: QrReading[] = [];
      let skipped: Frame[] = [];
      let looked: QrReading | null = null;
      const look = async (frame: Frame): Promise<void> => {
        const reading = await readFrame(thread, frame);
        for (const between of skipped) {
          const same = textsOf(reading) === textsOf(looked);
          readings.push(same ? { ...reading, time: between.time } : await readFrame(thread, between));
          recycle(between.data);
        }
        skipped = [];
        readings.push(reading);
        looked = reading;
        recycle(frame.data);
      };
      let count = 0;
      for await (const sample of samples) {
        if (sample.kind !== 'luma') continue;
        if (count++ % options.every === 0) await look(sample);
        else skipped.push(sample);
      }
      const last = skipped.pop();
      if (last !== undefined) await look(last);
      return qrRanges(readings, decodedSeconds());
    } finally {
      await thread.close();
    }
  },
});

const textsOf = (reading: QrReading | null): string =>
  (reading?.codes ?? [])
    .map(({ text }) => text)
    .toSorted()
    .join('\n');

async function readFrame(thread: QrThread, { time, width, height, data }: Frame): Promise<QrReading> {
  const codes = await thread.read({ width, height, data });
  return {
    time,
    codes: codes.map(({ text, box }) => ({
      text,
      box: { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height },
    })),
  };
}
