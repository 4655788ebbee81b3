import { normalText } from '@shenpian/core';
import { pingyuanGazetteer, zoneOf } from '@shenpian/plugin-place-evidence';
import { z } from 'zod';

const seconds = z.number().min(0);
// An empty name would fit everything.
const areaName = z.string().refine((name) => normalText(name) !== '', { message: 'a name needs letters' });

/** The area that counts as local, 平原示范区 when left out. */
export const zoneSchema = z
  .strictObject({
    name: areaName,
    aliases: z.array(areaName).default([]),
    within: z.array(areaName).default([]),
    unclear: z.array(areaName).default([]),
  })
  .default(() => {
    const { name, aliases, within, unclear } = zoneOf(pingyuanGazetteer())!;
    return { name, aliases: [...aliases], within: [...within], unclear: [...unclear] };
  });

/**
 * Options of the checker.
 *
 * - `zone`: the area that counts as local. `name` and `aliases` are its spellings and its parts; `within` are the larger
 *   areas around it, which may stand before them and by themselves do not decide; `unclear` are names that may or may not
 *   mean the zone. A `district` of the manifest that is none of these is outside.
 * - `denominator`: the policy does not define what the 60 % is of (平原示范区实施意见（征求意见稿）三(一)). `all-shots` is the whole
 *   running time; `story-shots` leaves out shots that lie within `titles` of an episode's start or end; `scenes` counts every
 *   script scene of the film once; `pages` counts it by the length of its text.
 * - `basis`: what `local-scene-ratio` rests on: `table` counts what the producer's table claims unless a person said
 *   otherwise; `certified` counts what a person looked at, and nothing else.
 * - `threshold`: the share that answers are asked towards and that the estimate is compared with: 不低于 60 %, 三(一).
 * - `titles`: length of opening and closing titles in every episode, seconds, as the producer states them.
 */
export const localSceneRatioOptionsSchema = z
  .strictObject({
    zone: zoneSchema,
    denominator: z.enum(['all-shots', 'story-shots', 'scenes', 'pages']).default('all-shots'),
    basis: z.enum(['table', 'certified']).default('table'),
    threshold: z.number().min(0).max(1).default(0.6),
    titles: z
      .strictObject({ opening: seconds.default(0), closing: seconds.default(0) })
      .default({ opening: 0, closing: 0 }),
  })
  .refine(({ denominator, titles }) => denominator !== 'story-shots' || titles.opening > 0 || titles.closing > 0, {
    message: 'story-shots needs the length of the titles: titles.opening or titles.closing',
  })
  .prefault({});

/** See {@link localSceneRatioOptionsSchema}. */
export type LocalSceneRatioOptions = z.output<typeof localSceneRatioOptionsSchema>;

/** The area that counts as local. */
export type Zone = LocalSceneRatioOptions['zone'];
