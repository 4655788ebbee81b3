import type { z } from 'zod';
import type { Sample, SampleRequest } from '../media/sample.ts';
import type { ScoutedPicture } from '../media/scout.ts';
import type { Episode } from '../work/series.ts';
import type { TrackType } from './track-type.ts';

/** What a track knows when it decides what to ask of the decode. */
export interface SamplePlan<Options> {
  readonly episode: Episode;
  readonly options: Options;
  /** As asked by `scout`; empty when the track does not scout. */
  readonly scouted: readonly ScoutedPicture[];
  readonly signal: AbortSignal;
}

/** What a track sees while it is built. */
export interface TrackContext<Options> extends SamplePlan<Options> {
  /**
   * The samples that the track asked for, in decoding order, all requests in one stream. While a track is slow the
   * decode waits for it.
   */
  readonly samples: AsyncIterable<Sample>;
  /** Seconds of picture that were really decoded; less than the probe says for a truncated file. Call it after `samples` ended. */
  decodedSeconds(): number;
  /**
   * Items of a track named in `reads`. Call it after `samples` ended: the other track lives on the same decode.
   *
   * @throws TypeError when the type is not in `reads`, or while samples are left.
   */
  read<Item>(type: TrackType<Item>): Promise<readonly Item[]>;
  /**
   * Gives back the bytes of a raw picture that nobody looks at any more, so that the next one needs no new memory. For tracks
   * that take many large pictures; never necessary.
   */
  recycle(bytes: Uint8Array): void;
  /**
   * Bytes that a track named in `reads` has kept, such as a still; null when the store has lost them. Always there in a run; a test
   * of a track that looks at none may leave it out.
   */
  kept?(sha256: string): Promise<Uint8Array | null>;
  /** Keeps bytes in the track store; returns their sha256. */
  keep(bytes: Uint8Array): Promise<string>;
}

/** A track 轨: time-ordered typed items of one episode, built from samples of the single decode. */
export interface TrackDefinition<Item = unknown, Options = unknown> {
  readonly type: TrackType<Item>;
  /** Name of the plugin whose track of the same type this one stands in for; without it, two tracks of a type are an error. */
  readonly replaces?: string;
  /** Raise it when the same file and options give other items: stored tracks of the old version are built again. */
  readonly version: number;
  readonly options: z.ZodType<Options>;
  /** The track under whose id its options are given; left out: its own. Its schema takes what it needs of them. */
  readonly optionsOf?: TrackType<unknown>;
  /** What the items depend on besides the file, the options and the tracks that are read: another value builds them again. */
  basis?(episode: Episode): unknown;
  readonly reads?: readonly TrackType<unknown>[];
  /**
   * Called once the track is known to be built, before the scout: what takes long to load can begin to. It does not wait, and
   * what goes wrong here is told when the track needs it.
   */
  prepare?(options: Options): unknown;
  /**
   * RGB pictures wanted before the decode: `count` keyframes spread over the episode, `width` px wide. The scouts of all
   * tracks are merged, so there may be more and larger pictures than asked.
   */
  readonly scout?: { readonly count: number; readonly width: number };
  samples?(
    plan: SamplePlan<Options>,
  ): Readonly<Record<string, SampleRequest>> | Promise<Readonly<Record<string, SampleRequest>>>;
  build(context: TrackContext<Options>): Promise<readonly Item[]>;
}

/** Declares how a track is built. */
export function defineTrack<Item, Options>(track: TrackDefinition<Item, Options>): TrackDefinition<Item, Options> {
  return track;
}
