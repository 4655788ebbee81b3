import { parentPort } from 'node:worker_threads';
import type { DetectorReply, DetectorRequest } from './detector-message.ts';
import { createFeatureExtractor } from './feature-extractor.ts';
import { keyframesOf } from './keyframes.ts';
import { detectTransitions } from './transitions.ts';

if (!parentPort) throw new TypeError('detector-worker runs in a worker thread only');

const port = parentPort;
const extractor = createFeatureExtractor();
const reply = (message: DetectorReply, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

port.on('message', (request: DetectorRequest) => {
  if (request.kind === 'finish') {
    const boundaries = detectTransitions(extractor.features, request.options);
    reply({ kind: 'found', boundaries, keyframes: keyframesOf(extractor.features, boundaries) });
    return;
  }
  const { width, height, bytes, times, data } = request;
  for (let index = 0; index < times.length; index++) {
    extractor.push(times[index]!, { width, height, data: new Uint8Array(data, index * bytes, bytes) });
  }
  reply({ kind: 'measured', data }, [data]);
});
