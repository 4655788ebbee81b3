import { createFeatureExtractor } from '../src/feature-extractor.ts';
import type { FrameFeatures } from '../src/frame-features.ts';
import { renderFilm, type ShotPlan } from './moving-pictures.ts';

/** Features of a generated film at 25 frames a second. */
export function featuresOf(shots: readonly ShotPlan[], seed: number): FrameFeatures {
  const extractor = createFeatureExtractor();
  let frame = 0;
  for (const picture of renderFilm(shots, seed)) extractor.push(frame++ / 25, picture);
  return extractor.features;
}
