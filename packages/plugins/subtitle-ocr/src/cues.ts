import {
  cuesTrack,
  defineTrack,
  type Box,
  type Cue,
  type Region,
  type SamplePlan,
  type TrackContext,
} from '@shenpian/core';
import { dialogueOf } from './dialogue.ts';
import type { PixelRow, TextLine } from './engine.ts';
import { inkStep } from './ink.ts';
import { longestRun, stripWidth } from './ink-change.ts';
import { cuesOptionsSchema, type CuesOptions } from './options.ts';
import type { ReadLine, Reading } from './reading.ts';
import { borrowReader, type Reader } from './reader.ts';
import { findBand, glyphPerLine, isSettled, usualGlyph, type SeenLine, type SubtitleBand } from './subtitle-band.ts';
import { groupText, type TextGroup, type TextPlace } from './text-group.ts';

/** Pictures waiting to be read; the decode waits when there are more. */
const mostWaiting = 3;
/** Scouting only has to find lines, so it looks at smaller pictures than reading does: 24 px characters, half the work. */
const scoutScale = 1.25;
/** A text that shows on fewer frames than this passes too fast to be read by anyone. */
const leastFrames = 2;

/** Burned-in dialogue 字幕条: scouts where the subtitles stand, follows their ink, and reads each text once. */
export const subtitleCues = defineTrack<Cue, CuesOptions>({
  type: cuesTrack,
  version: 2,
  options: cuesOptionsSchema,
  // Ten keyframes show six or seven lines of an ordinary episode; 640 px keep characters readable.
  scout: { count: 10, width: 640 },
  async samples(plan) {
    const { region } = await bandOf(plan);
    return { band: { kind: 'band', region, rate: plan.options.rate, format: 'gray' } };
  },
  build,
});

// `samples` and `build` get the same plan; what was scouted is read once. Weak: forgotten with the pictures.
const bands = new WeakMap<object, Promise<SubtitleBand>>();

function bandOf(plan: SamplePlan<CuesOptions>): Promise<SubtitleBand> {
  const first = plan.scouted[0];
  if (!first) return scoutBand(plan);
  const known = bands.get(first) ?? scoutBand(plan);
  bands.set(first, known);
  return known;
}

async function scoutBand({ scouted, options, signal }: SamplePlan<CuesOptions>): Promise<SubtitleBand> {
  const seen: SeenLine[] = [];
  const reader = await borrowReader(options.engine);
  try {
    for (const picture of spreadOrder(scouted.length)) {
      if (isSettled(seen)) break;
      signal.throwIfAborted();
      const { width, height, channels, data } = scouted[picture]!;
      // Other tracks may look at the same pictures: a copy of the part below the middle is read.
      const from = Math.floor(height * (options.region?.y ?? 0.48)) * width * channels;
      const rows = height - from / width / channels;
      const part = { width, height: rows, channels, data: Uint8Array.from(data.subarray(from)) };
      const lines = await reader.read(part, scoutScale * usualGlyph * Math.min(width, height));
      for (const line of lines) {
        const box = fractions(
          line.box,
          { width, height: rows },
          { x: 0, y: 1 - rows / height, width: 1, height: rows / height },
        );
        if (line.confidence >= options.minConfidence) seen.push({ picture, text: line.text, box });
      }
    }
  } finally {
    await reader.release();
  }
  const band = findBand(seen);
  return options.region ? { ...band, region: options.region } : band;
}

/** 0 … count − 1, far apart ones first: neighbouring pictures often show one scene. */
function spreadOrder(count: number): number[] {
  const order: number[] = [];
  for (let step = Math.ceil(count / 4); order.length < count; step = Math.max(1, step >> 1)) {
    for (let at = step >> 1; at < count; at += step) if (!order.includes(at)) order.push(at);
    if (step === 1) for (let at = 0; at < count; at++) if (!order.includes(at)) order.push(at);
  }
  return order;
}

async function build(context: TrackContext<CuesOptions>): Promise<Cue[]> {
  const { options, signal } = context;
  const band = await bandOf(context);
  const reader = await borrowReader(options.engine);
  try {
    const readings: Promise<Reading>[] = [];
    const waiting = new Set<Promise<Reading>>();
    let groups: ReturnType<typeof groupText> | null = null;
    let glyph = 0;
    const take = async (ended: readonly TextGroup[]): Promise<void> => {
      for (const group of ended) {
        const reading = readGroup(group, { reader, glyph, band, rate: options.rate });
        // Awaited below in order; a failure must not count as unhandled until then.
        reading.catch(() => {});
        readings.push(reading);
        if (group.frames < leastFrames) continue;
        waiting.add(reading);
        void reading.finally(() => waiting.delete(reading)).catch(() => {});
        if (waiting.size >= mostWaiting) await Promise.race(waiting);
      }
    };
    for await (const sample of context.samples) {
      signal.throwIfAborted();
      if (sample.kind !== 'band') continue;
      glyph ||= glyphOf(sample, band);
      groups ??= groupText(placeOf(sample, glyph, band, options));
      await take(groups.push(sample));
    }
    if (groups) await take(groups.flush());
    return dialogueOf(await Promise.all(readings), {
      engine: reader.engine,
      minConfidence: options.minConfidence,
      row: band.row,
      regionGiven: options.region !== null,
      seconds: context.decodedSeconds(),
    });
  } finally {
    await reader.release();
  }
}

/** Character height in px of the band's frames. */
function glyphOf(frame: { width: number; height: number }, { region, row }: SubtitleBand): number {
  const height = frame.height / region.height;
  if (row) return Math.max(8, row.height * height * glyphPerLine);
  return Math.max(8, usualGlyph * Math.min(frame.width / region.width, height));
}

/** The row of the text within the band; all of the band when it is not known. */
function placeOf(
  frame: { height: number },
  glyph: number,
  { region, row }: SubtitleBand,
  options: CuesOptions,
): TextPlace {
  const scale = frame.height / region.height;
  const centred = row !== null || options.region === null;
  if (!row) return { glyph, centred, from: 0, to: frame.height };
  const from = (row.y - 0.7 * row.height - region.y) * scale;
  const to = (row.y + 0.7 * row.height - region.y) * scale;
  return { glyph, centred, from, to };
}

/** The row in px of the band's frames. */
function rowOf(frame: { height: number }, { region, row }: SubtitleBand): PixelRow | null {
  const scale = frame.height / region.height;
  return row && { y: (row.y - region.y) * scale, height: row.height * scale };
}

async function readGroup(
  group: TextGroup,
  { reader, glyph, band, rate }: { reader: Reader; glyph: number; band: SubtitleBand; rate: number },
): Promise<Reading> {
  const { width, height } = group.best;
  const { region } = band;
  const fleeting = group.frames < leastFrames;
  const lines = fleeting ? [] : await reader.read(group.best, glyph, rowOf(group.best, band));
  const strip = stripWidth(glyph, inkStep(glyph)) * inkStep(glyph);
  const { change } = group;
  return {
    start: edge(group.previous, group.first, rate, 'start'),
    end: edge(group.last, group.next, rate, 'end'),
    fleeting,
    lines: lines.map((line): ReadLine => {
      const box = fractions(line.box, { width, height }, region);
      return { text: line.text, confidence: line.confidence, box };
    }),
    joins: change !== null,
    changedAt(box) {
      if (!change) return true;
      const scale = width / region.width / strip;
      const from = Math.floor((box.x - region.x) * scale);
      const to = Math.ceil((box.x + box.width - region.x) * scale);
      return longestRun(change, from, to) >= 2;
    },
  };
}

/**
 * When a text came or left between two frames: halfway. Frames further apart than asked for are all that the file has
 * (variable frame rate), so the picture changed with the later one.
 */
function edge(before: number | null, after: number | null, rate: number, side: 'start' | 'end'): number {
  if (before === null) return after ?? 0;
  if (after === null) return side === 'end' ? before + 1 / rate : before;
  return after - before > 1.25 / rate ? after : (before + after) / 2;
}

function fractions(box: TextLine['box'], picture: { width: number; height: number }, region: Region): Box {
  return {
    x: region.x + (box.x / picture.width) * region.width,
    y: region.y + (box.y / picture.height) * region.height,
    width: (box.width / picture.width) * region.width,
    height: (box.height / picture.height) * region.height,
  };
}
