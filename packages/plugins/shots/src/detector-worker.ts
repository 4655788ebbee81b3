import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { DetectorApi } from './detector-api.ts';
import { createFeatureExtractor } from './feature-extractor.ts';
import type { FrameFeatures } from './frame-features.ts';
import { detectTransitions } from './transitions.ts';

if (!parentPort) throw new TypeError('detector-worker runs in a worker thread only');

const extractor = createFeatureExtractor();
const features: FrameFeatures[] = [];

const detector: DetectorApi = {
  push({ width, height, times, data }) {
    for (const [index, time] of times.entries()) {
      features.push(extractor.push(time, { width, height, data: data[index]! }));
    }
  },
  finish: (options) => detectTransitions(features, options),
};

expose(detector, nodeEndpoint(parentPort));
