/**
 * Distances in frames over which a frame is also compared with an earlier one: the short ones tell a flash from a cut,
 * the long ones (8 and more) see a dissolve.
 */
export const spanLengths = [2, 3, 4, 5, 6, 8, 12, 16, 24, 36] as const;

/** Cells per side of the picture, for what happens where. */
export const cellsPerSide = 8;
/** All cells of a picture. */
export const cellCount = cellsPerSide ** 2;
/** Numbers per frame in {@link FrameFeatures.cells}: luma of all cells, then Cb, then Cr. */
export const cellBytes = 3 * cellCount;

/**
 * What a detector knows of an episode, a column per measure: entry `n` belongs to frame `n`, entries from `frames` on to none.
 * Differences are to the frame before and 0 for the first frame.
 */
export interface FrameFeatures {
  readonly frames: number;
  /** Presentation times, seconds. */
  readonly time: Float64Array;
  /** Mean and standard deviation of luma above the subtitles, 0–255. */
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
  /** Mean squared step of luma from pixel to pixel above the subtitles: more in a sharp picture. Compares only within a shot. */
  readonly sharpness: Float32Array;
  /** Mean absolute difference of luma, 0–255. */
  readonly luma: Float32Array;
  /** Share of pixels whose luma bin changed, histogram by histogram over 4×4 blocks, 0–1. */
  readonly blocks: Float32Array;
  /** 1 − correlation of the two pictures, 0–2: not moved by exposure or contrast. */
  readonly structure: Float32Array;
  /** 1 − correlation of details, 0–2, in the middle one of nine places: hardly moved by light of any shape. */
  readonly detail: Float32Array;
  /** Mean over the cells of |ΔCb| + |ΔCr|, 0–510; 0 without colour. */
  readonly colour: Float32Array;
  /** Share of cells that changed, 0–1: small for a pop-up or a moving hand, large for a cut. */
  readonly changed: Float32Array;
  /** The same over spans, at {@link spanIndex}. */
  readonly spanLuma: Float32Array;
  readonly spanBlocks: Float32Array;
  readonly spanStructure: Float32Array;
  readonly spanColour: Float32Array;
  /**
   * Mean absolute difference between the frame in the middle and the average of both ends, 0–255; near 0 in a dissolve. NaN
   * for spans shorter than 8 frames.
   */
  readonly spanBlend: Float32Array;
  /** As `detail`, wherever things went meanwhile; NaN for spans whose middle is not about the average of their ends. */
  readonly spanDetail: Float32Array;
  /** Mean luma, Cb and Cr of each cell, {@link cellBytes} a frame, rows of cells from the top. */
  readonly cells: Uint8Array;
}

const positions = new Map<number, number>(spanLengths.map((length, position) => [length, position]));

/** Where the span columns hold frame `frame` against the one `length` frames before; -1 when that is not measured. */
export function spanIndex(features: FrameFeatures, frame: number, length: number): number {
  const position = positions.get(length);
  if (position === undefined || frame >= features.frames || frame < length) return -1;
  return frame * spanLengths.length + position;
}
