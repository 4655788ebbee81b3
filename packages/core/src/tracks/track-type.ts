import type { z } from 'zod';

/** The name and item shape of a track. Checkers ask for artefacts by type, so they need not know who builds them. */
export interface TrackType<Item> {
  readonly id: string;
  readonly item: z.ZodType<Item>;
}

/** Declares a track type. `item` is checked when a track is read back from the store. */
export function defineTrackType<Item>(id: string, item: z.ZodType<Item>): TrackType<Item> {
  return { id, item };
}
