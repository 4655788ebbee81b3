import {
  cueSchema,
  cuesTrack,
  defineTrack,
  defineTrackType,
  duration,
  overlap,
  type SamplePlan,
  type TrackContext,
} from '@shenpian/core';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { comparable } from './comparison.ts';
import { dialogueOf } from './dialogue.ts';
import { readingOptionsSchema, type ReadingOptions } from './options.ts';
import { borrowReader } from './reader.ts';
import { followRow } from './row-follower.ts';
import { scoutBands } from './scout-bands.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import { needsColour } from './tone.ts';

const readingSchema = z.object({ text: z.string(), confidence: z.number() });

/**
 * A cue as it was read. `characters` are its text in order, spaces and line ends included, each with what else it may be,
 * likeliest first; one with an empty `text` is ink that could not be read.
 */
export const burnedInSchema = cueSchema.extend({
  characters: z.array(readingSchema.extend({ alternatives: z.array(readingSchema) })),
});
/** See {@link burnedInSchema}. */
export type BurnedIn = z.infer<typeof burnedInSchema>;

/** Burned-in dialogue as read, before names and the script put anything right. */
export const burnedInTrack = defineTrackType('burned-in', burnedInSchema);

/** Reads burned-in dialogue 字幕条: scouts where the subtitles stand, follows their ink, and reads each text once. */
export const burnedIn = defineTrack<BurnedIn, ReadingOptions>({
  type: burnedInTrack,
  version: 1,
  options: readingOptionsSchema,
  optionsOf: cuesTrack,
  // Sixteen keyframes show eleven lines of an ordinary episode, and three or four of a row that shows a third of the time;
  // 640 px keep characters readable.
  scout: { count: 16, width: 640 },
  async samples(plan) {
    const bands = await bandsOf(plan);
    const { rate } = plan.options;
    return Object.fromEntries(
      bands.map(({ region, row }, n) => {
        const format = row && needsColour(row.tone) ? 'rgb' : 'gray';
        return [`band${n}`, { kind: 'band', region, rate, format } as const];
      }),
    );
  },
  build,
});

/** Time that frames are followed without a pause, milliseconds. */
const longestTurn = 15;

// `samples` and `build` get the same plan; what was scouted is read once. Weak: forgotten with the pictures.
const known = new WeakMap<object, Promise<SubtitleBand[]>>();

function bandsOf(plan: SamplePlan<ReadingOptions>): Promise<SubtitleBand[]> {
  const first = plan.scouted[0];
  if (!first) return scoutBands(plan);
  const bands = known.get(first) ?? scoutBands(plan);
  known.set(first, bands);
  return bands;
}

async function build(context: TrackContext<ReadingOptions>): Promise<BurnedIn[]> {
  const { options, signal } = context;
  const bands = await bandsOf(context);
  const reader = await borrowReader(options.engine);
  try {
    const followers = new Map(
      bands.map((band, n) => [`band${n}`, { band, follower: followRow(band, { reader, options }) }]),
    );
    let rested = performance.now();
    for await (const sample of context.samples) {
      signal.throwIfAborted();
      // Samples that wait are handed over without a pause, but others of this process want their turn.
      if (performance.now() - rested > longestTurn) {
        await setImmediate();
        rested = performance.now();
      }
      if (sample.kind === 'band') await followers.get(sample.request)?.follower.push(sample);
    }
    const cues: BurnedIn[] = [];
    for (const { band, follower } of followers.values()) {
      const rules = {
        engine: reader.engine,
        minConfidence: options.minConfidence,
        row: band.row,
        regionGiven: options.region !== null,
        seconds: context.decodedSeconds(),
      };
      cues.push(...dialogueOf(await follower.finish(), rules));
    }
    return withoutTwins(cues).toSorted((a, b) => a.start - b.start || a.box.y - b.box.y);
  } finally {
    await reader.release();
  }
}

/** Leaves out cues whose words another one has too at that time: neighbouring rows lie in each other's bands. */
function withoutTwins(cues: readonly BurnedIn[]): BurnedIn[] {
  const rows = (cue: BurnedIn): string[] => cue.text.split('\n').map(comparable);
  return cues.filter(
    (cue, at) =>
      !cues.some((other, n) => {
        if (n === at || overlap(cue, other) < 0.5 * duration(cue)) return false;
        const all = rows(other);
        const inside = rows(cue).every((row) => all.includes(row));
        return inside && (all.length > rows(cue).length || n < at);
      }),
  );
}
