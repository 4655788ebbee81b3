import type { Picture, Sample } from '../media/sample.ts';

/** A sample whose bytes go through shared memory. */
export type RawSample = Extract<Sample, { readonly kind: 'luma' | 'band' }>;
/** A sample that goes by message. */
export type OtherSample = Exclude<Sample, { readonly kind: 'luma' | 'band' }>;

/** Shape of the pictures that lie side by side in the shared memory. */
export interface PictureShape extends Omit<Picture, 'data'> {
  readonly request: string;
  readonly kind: RawSample['kind'];
  readonly bytes: number;
}

/** What goes to the worker. */
export type ThreadRequest =
  | { readonly kind: 'open'; readonly shape: PictureShape; readonly memory: SharedArrayBuffer }
  | {
      readonly kind: 'pictures';
      /** Place of the first picture in the memory, in pictures. */
      readonly at: number;
      /** Presentation time of each, seconds. */
      readonly times: readonly number[];
    }
  | { readonly kind: 'sample'; readonly sample: OtherSample }
  | { readonly kind: 'finish'; readonly question: unknown };

/** What comes back: that a message was dealt with, so that others may follow, and at the end the answer. */
export type ThreadReply = { readonly kind: 'done' } | { readonly kind: 'answer'; readonly answer: unknown };
