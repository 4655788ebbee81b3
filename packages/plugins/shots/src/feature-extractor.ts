import { detailDifference } from './details.ts';
import { featureTable, makeRoom, type FeatureTable } from './feature-table.ts';
import { cellBytes, spanLengths, type FrameFeatures } from './frame-features.ts';
import type { FramePicture } from './picture.ts';
import { fillThumbnail, makeThumbnail, thumbnailShape, type Thumbnail, type ThumbnailShape } from './thumbnail.ts';
import {
  blendDifference,
  blockDifference,
  changedCells,
  colourDifference,
  lumaDifference,
  structureDifference,
} from './thumbnail-difference.ts';

const longestSpan = Math.max(...spanLengths);
const shortestBlend = 8;
/** Share of the ends' difference up to which a middle may be a mixture of them. */
const blended = 0.3;
/** Places per side in which details are compared from frame to frame, and over a span, where each may match by chance somewhere near. */
const places = 3;
const spanPlaces = 2;
/** px of the smallest picture (20–39 wide) that people and camera may go over a span. */
const moved = 2;

/**
 * Measures frames one after the other. It holds the last 37 thumbnails, and about 450 bytes for each frame of the episode.
 */
export interface FeatureExtractor {
  /**
   * @param time presentation time, seconds
   * @throws TypeError when the size of the picture changes: one episode is decoded to one size.
   */
  push(time: number, frame: FramePicture): void;
  /** What was measured so far; the columns are replaced when more frames come. */
  readonly features: FrameFeatures;
}

/** Starts measuring an episode. */
export function createFeatureExtractor(): FeatureExtractor {
  const table = featureTable();
  let size: { width: number; height: number } | null = null;
  let shape: ThumbnailShape | null = null;
  let ring: Thumbnail[] = [];
  return {
    features: table,
    push(time, frame) {
      const { width, height } = frame;
      if (size === null || shape === null) {
        size = { width, height };
        const made = thumbnailShape(width, height);
        shape = made;
        ring = Array.from({ length: longestSpan + 1 }, () => makeThumbnail(made));
      } else if (size.width !== width || size.height !== height) {
        throw new TypeError(`frame at ${time} s is ${width}×${height}, unlike the ones before`);
      }
      makeRoom(table);
      const index = table.frames;
      fillThumbnail(ring[index % ring.length]!, frame, shape);
      table.time[index] = time;
      measure(table, index, ring, shape);
      table.frames++;
    },
  };
}

// The thumbnail of frame `n` is `ring[n % ring.length]`, for the last ones.
function measure(table: FeatureTable, index: number, ring: readonly Thumbnail[], shape: ThumbnailShape): void {
  const at = (frame: number): Thumbnail => ring[frame % ring.length]!;
  const now = at(index);
  table.mean[index] = now.picture.mean;
  table.deviation[index] = Math.sqrt(now.picture.variance);
  table.sharpness[index] = now.sharpness;
  table.cells.set(now.means, index * cellBytes);
  if (index > 0) {
    const previous = at(index - 1);
    table.luma[index] = lumaDifference(now.picture, previous.picture);
    table.changed[index] = changedCells(now, previous, shape);
    table.blocks[index] = blockDifference(now, previous);
    table.structure[index] = structureDifference(now.tiny, previous.tiny);
    table.detail[index] = detailDifference(previous.details, now.details, places, 0);
    table.colour[index] = colourDifference(now, previous);
  }
  for (let position = 0; position < spanLengths.length; position++) {
    const length = spanLengths[position]!;
    if (index < length) break;
    const then = at(index - length);
    const span = index * spanLengths.length + position;
    table.spanBlocks[span] = blockDifference(now, then);
    table.spanStructure[span] = structureDifference(now.tiny, then.tiny);
    table.spanColour[span] = colourDifference(now, then);
    const luma = lumaDifference(now.tiny, then.tiny);
    const blend =
      length >= shortestBlend ? blendDifference(at(index - length / 2).tiny, now.tiny, then.tiny) : Number.NaN;
    table.spanLuma[span] = luma;
    table.spanBlend[span] = blend;
    // Few spans are between two pictures: there is time for a closer look.
    const mixed = blend < blended * luma;
    table.spanDetail[span] = mixed ? detailDifference(then.details, now.details, spanPlaces, moved) : Number.NaN;
  }
}
