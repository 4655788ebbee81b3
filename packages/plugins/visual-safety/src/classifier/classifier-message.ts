import type { PictureClasses } from './classifier.ts';

/** A picture file for the thread. */
export interface ClassifierRequest {
  readonly picture: Uint8Array;
}

/** What comes back for each request, in order. */
export type ClassifierReply = { readonly classes: PictureClasses } | { readonly error: string };
