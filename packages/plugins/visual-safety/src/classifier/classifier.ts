import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as BackendModule from '@tensorflow/tfjs-backend-wasm';
import type * as ConverterModule from '@tensorflow/tfjs-converter';
import type * as CoreModule from '@tensorflow/tfjs-core';
import type * as ModelModule from 'nsfwjs/models/mobilenet_v2_mid';

/** Probabilities of what a picture is, 0–1; they add up to 1. */
export interface PictureClasses {
  readonly drawing: number;
  /** A drawn explicit picture. */
  readonly hentai: number;
  readonly neutral: number;
  readonly porn: number;
  readonly sexy: number;
}

/** A network that says what pictures are. */
export interface PictureClassifier {
  /** @throws Error when the picture cannot be decoded */
  classify(picture: Uint8Array): Promise<PictureClasses>;
}

/** Side of the network's input, px. */
const side = 224;

const packages = [
  'nsfwjs@4.3.0',
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-converter@4.22.0',
  '@tensorflow/tfjs-backend-wasm@4.22.0',
];

/**
 * Loads nsfwjs' MobileNetV2Mid out of its package, on TensorFlow.js' WebAssembly backend with one thread. Nothing is fetched.
 *
 * @throws Error that says what to install when the packages, which are optional, are not there; or why the backend does not start
 */
export async function openClassifier(): Promise<PictureClassifier> {
  const { tf, converter, backend, wasm, model, sharp } = await loadPackages().catch((cause: unknown) => {
    const remedy = `npm install ${packages.join(' ')}`;
    throw new Error(`画面安全所需的包未安装，the packages for pictures are not installed: ${remedy}`, { cause });
  });
  backend.setWasmPaths(wasm);
  backend.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error("TensorFlow.js' WebAssembly backend does not start here");
  await tf.ready();
  const graph = await converter.loadGraphModel(tf.io.fromMemory(await artefactsOf(model)));
  return {
    async classify(picture) {
      const { data } = await sharp(picture, { failOn: 'error' })
        .flatten({ background: '#808080' })
        .toColourspace('srgb')
        .resize(side, side, { fit: 'fill' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const scores = tf.tidy(() => {
        const pixels = tf.tensor4d(
          Float32Array.from(data, (value) => value / 255),
          [1, side, side, 3],
        );
        return graph.predict(pixels) as CoreModule.Tensor;
      });
      // The order of nsfwjs' classes.
      const [drawing = 0, hentai = 0, neutral = 0, porn = 0, sexy = 0] = await scores.data();
      scores.dispose();
      return { drawing, hentai, neutral, porn, sexy };
    },
  };
}

/** Imported late: a submission that is not looked at needs none of them. */
async function loadPackages() {
  const require = createRequire(import.meta.url);
  // As CommonJS, so that all parts share one core.
  const tf = require('@tensorflow/tfjs-core') as typeof CoreModule;
  const converter = require('@tensorflow/tfjs-converter') as typeof ConverterModule;
  const backend = require('@tensorflow/tfjs-backend-wasm') as typeof BackendModule;
  const wasm = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out', '/');
  // The CommonJS form copies the weights character by character, which takes six seconds.
  const { MobileNetV2MidModel: model } = await import('nsfwjs/models/mobilenet_v2_mid');
  const { default: sharp } = await import('sharp');
  return { tf, converter, backend, wasm, model, sharp };
}

interface ModelDocument {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: CoreModule.io.WeightsManifestEntry[] }[];
}

async function artefactsOf({
  modelJson,
  weightBundles,
}: (typeof ModelModule)['MobileNetV2MidModel']): Promise<CoreModule.io.ModelArtifacts> {
  const { modelTopology, weightsManifest } = (await modelJson()).default as unknown as ModelDocument;
  const parts: Buffer[] = [];
  for (const bundle of weightBundles) parts.push(Buffer.from((await bundle()).default as string, 'base64'));
  const weights = Buffer.concat(parts);
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((each) => each.weights),
    weightData: new Uint8Array(weights).buffer,
  };
}
