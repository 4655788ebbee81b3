/** Rows of luma top to bottom without padding; more bytes may follow. */
export interface LumaFrame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Cells along either side of the frame. */
export const side = 16;
