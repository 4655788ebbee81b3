import { createRequire } from 'node:module';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

type Adapter = (port: MessagePort | Worker) => Endpoint;

// The ES module of this file has no types that TypeScript finds; the UMD one is the same code.
const adapter = createRequire(import.meta.url)('comlink/dist/umd/node-adapter.js') as
  | Adapter
  | { readonly default: Adapter };

/** Lets comlink speak over Node's worker threads, whose ports are no DOM ports. */
export const threadEndpoint: Adapter = typeof adapter === 'function' ? adapter : adapter.default;
