import type { TimeRange } from '@shenpian/core';
import type { FilmFrame, MatchedFrame } from './matcher.ts';
import type { ReferencePhoto } from './photo-shelf.ts';

/** One episode to look at. Plain data: it is posted to the thread. */
export interface MatchJob {
  readonly photos: readonly ReferencePhoto[];
  readonly frames: readonly FilmFrame[];
  readonly shots: readonly TimeRange[];
}

/** A shot and a photo, as the thread answers. */
export interface MatchAnswer {
  readonly shot: TimeRange;
  readonly location: string;
  readonly path: string;
  readonly sha256: string;
  readonly frames: readonly MatchedFrame[];
}

/** What the matcher thread offers: episodes one after another, however many ask. */
export interface MatcherApi {
  match(job: MatchJob): Promise<readonly MatchAnswer[]>;
}
