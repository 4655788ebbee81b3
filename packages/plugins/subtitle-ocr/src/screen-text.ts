import { cuesTrack, defineTrack, screenTextTrack, type Cue, type ScreenText, type TrackContext } from '@shenpian/core';
import { z } from 'zod';
import { comparable, hasWords, likeness } from './comparison.ts';
import { fractionsOf } from './crop.ts';
import { engineIds } from './engine.ts';
import { boxOverlap, type ReadLine } from './reading.ts';
import { borrowReader } from './reader.ts';
import { textRanges, type ScreenReading } from './text-range.ts';

/**
 * - `every`: seconds between two pictures; what shows for less may be missed.
 * - `width`: px; characters smaller than about 12 px at this width cannot be read.
 * - `minConfidence`: lines read with less (0–1) are dropped.
 */
export const screenTextOptionsSchema = z.strictObject({
  engine: z.enum(['auto', ...engineIds]).default('auto'),
  every: z.number().min(0.5).max(60).default(2),
  width: z.number().int().min(320).max(1920).default(540),
  minConfidence: z.number().min(0).max(1).default(0.75),
});
/** See {@link screenTextOptionsSchema}. */
export type ScreenTextOptions = z.infer<typeof screenTextOptionsSchema>;

/**
 * Passed to the engine so that it looks for lines at two thirds of the size: 44 found every line that 30 found on the sample
 * series in 60 % of the time, and fewer that are none.
 */
const glyph = 44;

/** Text on screen that is not dialogue: title cards, signs, watermarks, licence numbers. One picture every two seconds. */
export const screenTexts = defineTrack<ScreenText, ScreenTextOptions>({
  type: screenTextTrack,
  version: 1,
  options: screenTextOptionsSchema,
  reads: [cuesTrack],
  samples: ({ options }) => ({
    still: { kind: 'still', width: options.width, rate: 1 / options.every },
  }),
  build,
});

async function build(context: TrackContext<ScreenTextOptions>): Promise<ScreenText[]> {
  const { options, signal } = context;
  const reader = await borrowReader(options.engine);
  const readings: ScreenReading[] = [];
  try {
    let sketch: Uint8Array | null = null;
    for await (const sample of context.samples) {
      signal.throwIfAborted();
      if (sample.kind !== 'still') continue;
      const still = await reader.readStill(sample.data, glyph, sketch);
      // Compared with the picture that was read, not with the last one: slow changes add up and are noticed.
      if (still.lines) sketch = still.sketch;
      const lines =
        still.lines === null
          ? (readings.at(-1)?.lines ?? [])
          : still.lines
              .map((line): ReadLine => ({ ...line, box: fractionsOf(line.box, still), ink: null, stays: 0 }))
              .filter((line) => believable(line, options.minConfidence));
      readings.push({ time: sample.time, lines });
    }
  } finally {
    await reader.release();
  }
  const cues = await context.read(cuesTrack);
  const others = readings.map(({ time, lines }) => ({
    time,
    lines: lines.filter((line) => !isDialogue(line, time, cues)),
  }));
  return textRanges(others, { every: options.every, seconds: context.decodedSeconds() });
}

function believable({ text, confidence }: ReadLine, least: number): boolean {
  // What is read out of leaves and railings is mostly one character, or many different signs without words.
  return hasWords(text) && comparable(text).length >= 2 && confidence >= least;
}

/** Whether a line is a cue of that time, at its place. */
function isDialogue(line: ReadLine, time: number, cues: readonly Cue[]): boolean {
  const text = comparable(line.text);
  return cues.some((cue) => {
    // Half a second: a cue's times are known to the sampling interval only, and pictures are read as they fade.
    if (time < cue.start - 0.5 || time > cue.end + 0.5) return false;
    if (boxOverlap(line.box, cue.box) > 0.5) return true;
    return cue.text.split('\n').some((row) => likeness(comparable(row), text) >= 0.7);
  });
}
