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
import { z } from 'zod';
import { comparable } from './comparison.ts';
import { followInThread, type FollowedRow } from './followed-row.ts';
import { readingOptionsSchema, type ReadingOptions } from './options.ts';
import { borrowReader } from './reader.ts';
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
  version: 2,
  options: readingOptionsSchema,
  optionsOf: cuesTrack,
  // Sixteen keyframes show eleven lines of an ordinary episode, and three or four of a row that shows a third of the time;
  // 640 px keep characters readable.
  scout: { count: 16, width: 640 },
  async prepare({ engine }) {
    await (await borrowReader(engine)).release();
  },
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
  const { options, signal, recycle } = context;
  const bands = await bandsOf(context);
  const reader = await borrowReader(options.engine);
  const rows = new Map<string, FollowedRow>();
  try {
    for (const [n, band] of bands.entries()) {
      rows.set(`band${n}`, await followInThread(band, reader, { options, recycle }));
    }
    for await (const sample of context.samples) {
      signal.throwIfAborted();
      if (sample.kind === 'band') await rows.get(sample.request)?.push(sample);
    }
    const cues: BurnedIn[] = [];
    for (const row of rows.values()) cues.push(...(await row.finish(context.decodedSeconds())));
    return withoutTwins(cues).toSorted((a, b) => a.start - b.start || a.box.y - b.box.y);
  } finally {
    for (const row of rows.values()) await row.close();
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
