import { definePlugin } from '@shenpian/core';
import { shots } from './shots-track.ts';

export type { Boundary } from './boundary.ts';
export { createFeatureExtractor, type FeatureExtractor } from './feature-extractor.ts';
export { cellBytes, cellCount, cellsPerSide, spanIndex, spanLengths, type FrameFeatures } from './frame-features.ts';
export { frameTimecode } from './frame-timecode.ts';
export { keyframesOf } from './keyframes.ts';
export { shotsOptionsSchema, type ShotsOptions } from './options.ts';
export type { FramePicture } from './picture.ts';
export { shotsToCsv } from './shot-csv.ts';
export { shotsToEdl, type EdlSource } from './shot-edl.ts';
export { shotsBetween } from './shots.ts';
export { shots } from './shots-track.ts';
export { detectTransitions } from './transitions.ts';

export default definePlugin({ name: '@shenpian/plugin-shots', tracks: [shots] });
