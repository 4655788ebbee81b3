import { defineTrackType } from '@shenpian/core';
import { z } from 'zod';

const range = { start: z.number().min(0), end: z.number().min(0) };
const share = z.number().min(0).max(1);

/**
 * What the signal of an episode is like: one `picture`, one `sound` when there is any, one `content`, and stretches with something odd.
 * Times in seconds. What is odd is not yet wrong: how long it must last is for the checker to say.
 *
 * - `picture`: `frames`; the usual `interval` between them; `irregular`, the share of intervals that differ from it.
 * - `sound`: `integrated` (LUFS), `range` (LU), null when too little was heard to say; `truePeak` (dBTP), null in silence; channels.
 * - `content`: every `step` seconds how the picture looks (16 hex digits; empty where it is flat) and how loud it is (momentary, LUFS, rounded).
 * - `border`: black bars in the picture, as shares of its height and width.
 * - `black`: `entry` and `exit` are `hard`, `soft` or the `file`'s end. `stop`: a picture that stands still in the middle of movement.
 * - `repeat`: `repeated` frames shown again within a moving stretch. `gap`: frames missing in a regular file.
 * - `stray`: `frames` at either end that show something else. `flash`: the most `flashes` in a second.
 * - `silence`, `clipping`, `inverted`, `left-dead`, `right-dead`.
 */
export const signalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), ...range, frames: z.number().int(), interval: z.number(), irregular: share }),
  z.object({
    kind: z.literal('sound'),
    ...range,
    channels: z.number().int(),
    integrated: z.number().nullable(),
    range: z.number().nullable(),
    truePeak: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('content'),
    ...range,
    step: z.number(),
    looks: z.array(z.string()),
    levels: z.array(z.number()),
  }),
  z.object({ kind: z.literal('border'), ...range, top: share, bottom: share, left: share, right: share }),
  z.object({
    kind: z.literal('black'),
    ...range,
    entry: z.enum(['hard', 'soft', 'file']),
    exit: z.enum(['hard', 'soft', 'file']),
  }),
  z.object({ kind: z.literal('stop'), ...range }),
  z.object({ kind: z.literal('repeat'), ...range, repeated: z.number().int() }),
  z.object({ kind: z.literal('gap'), ...range }),
  z.object({ kind: z.literal('stray'), ...range, where: z.enum(['first', 'last']), frames: z.number().int() }),
  z.object({ kind: z.literal('flash'), ...range, flashes: z.number() }),
  z.object({
    kind: z.enum(['silence', 'clipping', 'inverted', 'left-dead', 'right-dead']),
    ...range,
  }),
]);
/** See {@link signalSchema}. */
export type Signal = z.infer<typeof signalSchema>;
/** An item of one kind. */
export type SignalOf<Kind extends Signal['kind']> = Signal extends infer Item
  ? Item extends Signal
    ? Kind extends Item['kind']
      ? Item
      : never
    : never
  : never;

/** What the picture and sound of an episode are like, in order of start. */
export const signalTrack = defineTrackType('signal', signalSchema);
