import { parentPort } from 'node:worker_threads';
import type { QrReply, QrRequest } from './qr-message.ts';
import { openQrReader } from './qr-reader.ts';

if (!parentPort) throw new TypeError('qr-worker runs in a worker thread only');

const port = parentPort;
const opened = openQrReader();

async function answer({ width, height, memory }: QrRequest): Promise<QrReply> {
  try {
    const reader = await opened;
    return { codes: await reader.read({ width, height, data: new Uint8Array(memory) }) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

port.on('message', (request: QrRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});
