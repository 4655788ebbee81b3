import { parentPort } from 'node:worker_threads';
import { openClassifier } from './classifier.ts';
import type { ClassifierReply, ClassifierRequest } from './classifier-message.ts';

if (!parentPort) throw new TypeError('classifier-worker runs in a worker thread only');

const port = parentPort;
const opened = openClassifier();
// Told with the first answer.
opened.catch(() => undefined);

async function answer({ picture }: ClassifierRequest): Promise<ClassifierReply> {
  try {
    return { classes: await (await opened).classify(picture) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

port.on('message', (request: ClassifierRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});
