import { readFile } from 'node:fs/promises';
import type * as OnnxModule from 'onnxruntime-node';

/** Numbers with their shape, row-major. */
export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A loaded network with one input and one output. */
export interface Network {
  run(input: Tensor): Promise<Tensor>;
  close(): Promise<void>;
}

/** The ONNX runtimes, fastest first: the native one, and WebAssembly, which runs everywhere and takes 3.2 × the time for the same text. */
export const runtimeIds = ['onnxruntime-node', 'onnxruntime-web'] as const;
/** See {@link runtimeIds}. */
export type RuntimeId = (typeof runtimeIds)[number];

/** Opens ONNX model files. */
export interface OnnxRuntime {
  readonly id: RuntimeId;
  open(file: string): Promise<Network>;
}

type Onnx = typeof OnnxModule;

async function importRuntime(id: RuntimeId): Promise<Onnx> {
  if (id === 'onnxruntime-node') return await import('onnxruntime-node');
  // Both packages re-export onnxruntime-common; only the environment settings differ.
  const web = (await import('onnxruntime-web')) as unknown as Onnx;
  web.env.wasm.numThreads = 1;
  return web;
}

/**
 * Loads the first runtime of `order` that works here.
 *
 * @throws AggregateError with the reason of each when none loads.
 */
export async function loadRuntime(order: readonly RuntimeId[] = runtimeIds): Promise<OnnxRuntime> {
  const errors: unknown[] = [];
  for (const id of order) {
    try {
      const onnx = await importRuntime(id);
      onnx.env.logLevel = 'error';
      return { id, open: (file) => openNetwork(onnx, id, file) };
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors, `no ONNX runtime loads: ${order.join(', ')}`);
}

async function openNetwork(onnx: Onnx, id: RuntimeId, file: string): Promise<Network> {
  const options = {
    // One thread a network: decoding and other episodes use the rest of the machine.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all' as const,
    // The arena keeps 60 MB for the largest picture ever seen and saved no time.
    enableCpuMemArena: false,
  };
  const session =
    id === 'onnxruntime-node'
      ? await onnx.InferenceSession.create(file, options)
      : await onnx.InferenceSession.create(await readFile(file), options);
  const input = session.inputNames[0]!;
  const output = session.outputNames[0]!;
  return {
    async run(tensor) {
      const feed = new onnx.Tensor('float32', tensor.data, [...tensor.dims]);
      const result = (await session.run({ [input]: feed }))[output]!;
      return { data: result.data as Float32Array, dims: result.dims };
    },
    close: () => session.release(),
  };
}
