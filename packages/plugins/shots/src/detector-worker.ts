import { parentPort } from 'node:worker_threads';
import type { DetectorReply, DetectorRequest, FrameSize } from './detector-message.ts';
import { createFeatureExtractor } from './feature-extractor.ts';
import { keyframesOf } from './keyframes.ts';
import { detectTransitions } from './transitions.ts';

if (!parentPort) throw new TypeError('detector-worker runs in a worker thread only');

const port = parentPort;
const extractor = createFeatureExtractor();
let size: FrameSize = { width: 0, height: 0, bytes: 0 };
let memory = new SharedArrayBuffer(0);
const reply = (message: DetectorReply): void => port.postMessage(message);

port.on('message', (request: DetectorRequest) => {
  switch (request.kind) {
    case 'open':
      ({ size, memory } = request);
      return;
    case 'frames':
      for (const [index, time] of request.times.entries()) {
        const data = new Uint8Array(memory, (request.at + index) * size.bytes, size.bytes);
        extractor.push(time, { width: size.width, height: size.height, data });
      }
      return reply({ kind: 'measured' });
    case 'finish': {
      const boundaries = detectTransitions(extractor.features, request.options);
      return reply({ kind: 'found', boundaries, keyframes: keyframesOf(extractor.features, boundaries) });
    }
  }
});
