import { spanLengths, type FrameFeatures, type SpanFeatures } from './frame-features.ts';
import {
  blendDifference,
  blockDifference,
  frameDifference,
  lumaDifference,
  structureDifference,
} from './picture-difference.ts';
import type { GrayPicture } from './gray-picture.ts';
import { makeThumbnail, type Thumbnail } from './thumbnail.ts';

const longestSpan = Math.max(...spanLengths);
const shortestBlend = 8;

/** Measures frames one after the other. It holds the last 37 thumbnails, so its memory does not grow with the episode. */
export interface FeatureExtractor {
  /**
   * @throws TypeError when the size of the picture changes: one episode is decoded to one size.
   */
  push(time: number, frame: GrayPicture): FrameFeatures;
}

/** Starts measuring an episode. */
export function createFeatureExtractor(): FeatureExtractor {
  const recent: Thumbnail[] = [];
  return {
    push(time, frame) {
      const now = makeThumbnail(frame);
      const previous = recent[0];
      if (previous && previous.picture.data.length !== now.picture.data.length) {
        throw new TypeError(`frame at ${time} s is ${frame.width}×${frame.height}, unlike the ones before`);
      }
      const features = measure(time, now, recent);
      recent.unshift(now);
      if (recent.length > longestSpan) recent.pop();
      return features;
    },
  };
}

// `recent[0]` is the previous frame, so the frame `n` back is `recent[n - 1]`.
function measure(time: number, now: Thumbnail, recent: readonly Thumbnail[]): FrameFeatures {
  const previous = recent[0];
  const spans: SpanFeatures[] = [];
  for (const length of spanLengths) {
    const then = recent[length - 1];
    if (!then) break;
    const middle = recent[length / 2 - 1];
    spans.push({
      luma: lumaDifference(now.tiny, then.tiny),
      blocks: blockDifference(now, then),
      structure: structureDifference(now.tiny, then.tiny),
      blend: length >= shortestBlend && middle ? blendDifference(middle.tiny, now.tiny, then.tiny) : null,
    });
  }
  return {
    time,
    mean: now.picture.mean,
    deviation: Math.sqrt(now.picture.variance),
    ...(previous ? frameDifference(now, previous) : { luma: 0, changed: 0 }),
    blocks: previous ? blockDifference(now, previous) : 0,
    structure: previous ? structureDifference(now.tiny, previous.tiny) : 0,
    spans,
  };
}
