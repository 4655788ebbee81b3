/** A gray picture in memory that both threads share. */
export interface QrRequest {
  readonly width: number;
  readonly height: number;
  readonly memory: SharedArrayBuffer;
}

/** A code as it was read. The box is in px. */
export interface ReadCode {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What comes back for each request, in order. */
export type QrReply = { readonly codes: readonly ReadCode[] } | { readonly error: string };
