/**
 * Distances in frames over which a frame is also compared with an earlier one: the short ones tell a flash from a cut,
 * the long ones (8 and more) see a dissolve.
 */
export const spanLengths = [2, 3, 4, 5, 6, 8, 12, 16, 24, 36] as const;

/** How two frames of a span differ. */
export interface SpanFeatures {
  /** Mean absolute difference of luma, 0–255. */
  readonly luma: number;
  /** Share of pixels whose luma bin changed, histogram by histogram over 4×4 blocks, 0–1. */
  readonly blocks: number;
  /** 1 − correlation of the two pictures, 0–2: not moved by exposure or contrast. */
  readonly structure: number;
  /**
   * Mean absolute difference between the frame in the middle and the average of both ends, 0–255; near 0 in a dissolve.
   * null for spans shorter than 8 frames.
   */
  readonly blend: number | null;
}

/** What the detector knows of one frame; every difference is to an earlier frame. */
export interface FrameFeatures {
  /** Presentation time, seconds. */
  readonly time: number;
  /** Mean and standard deviation of luma, 0–255. */
  readonly mean: number;
  readonly deviation: number;
  /** Against the previous frame, as in {@link SpanFeatures}; 0 for the first frame. */
  readonly luma: number;
  readonly blocks: number;
  readonly structure: number;
  /** Share of the picture's 8×8 cells that changed since the previous frame, 0–1. */
  readonly changed: number;
  /** In the order of {@link spanLengths}; shorter at the start of the episode. */
  readonly spans: readonly SpanFeatures[];
}

/** Features of frame `index` against the one `length` frames before; null when there is none or it is not measured. */
export function spanAt(features: readonly FrameFeatures[], index: number, length: number): SpanFeatures | null {
  const position = (spanLengths as readonly number[]).indexOf(length);
  return features[index]?.spans[position] ?? null;
}
