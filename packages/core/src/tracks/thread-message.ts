import type { Sample } from '../media/sample.ts';

/** A sample whose bytes go through shared memory. */
export type RawSample = Extract<Sample, { readonly kind: 'luma' | 'band' | 'pcm' }>;
/** What goes by message: measures of loudness, JPEGs. */
export type OtherSample = Exclude<Sample, RawSample>;

/** All of a raw sample but its time and bytes. */
type Form<Raw> = Raw extends RawSample ? Omit<Raw, 'time' | 'data'> : never;
/** What the samples of one request, which lie side by side in the shared memory, have in common. */
export interface SampleShape {
  readonly form: Form<RawSample>;
  readonly bytes: number;
}

/** What goes to the worker. Raw samples of each request have a lane of their own. */
export type ThreadRequest =
  | {
      readonly kind: 'open';
      readonly lane: string;
      readonly shape: SampleShape;
      readonly memory: SharedArrayBuffer;
    }
  | {
      readonly kind: 'raw';
      readonly lane: string;
      /** Place of the first in the memory, in samples. */
      readonly at: number;
      /** Presentation time of each, seconds. */
      readonly times: readonly number[];
    }
  | { readonly kind: 'samples'; readonly samples: readonly OtherSample[] }
  | { readonly kind: 'finish'; readonly question: unknown };

/** What comes back: that a message was dealt with, so that others may follow, and at the end the answer. */
export type ThreadReply = { readonly kind: 'done' } | { readonly kind: 'answer'; readonly answer: unknown };
