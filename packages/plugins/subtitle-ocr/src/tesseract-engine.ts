import type { Engine } from './engine.ts';
import { cropPicture, encodePicture, resizePicture } from './crop.ts';
import { toGray } from './gray.ts';
import { inkLines } from './ink-lines.ts';
import { lineOf } from './line-text.ts';
import { tesseractFolder } from './models.ts';

/** Height of a line, px, that Tesseract reads best. */
const lineHeight = 64;
/** Brightness below which nothing is a subtitle, and above which everything may be. */
const darkest = 120;
const brightest = 210;

/**
 * Opens Tesseract (tesseract.js, its data from npm: nothing is downloaded, nothing is written). It finds no lines on a
 * photograph, so lines are found by their ink.
 *
 * @throws when tesseract.js or its data is not installed.
 */
export async function openTesseract(): Promise<Engine> {
  const langPath = tesseractFolder();
  const { createWorker, PSM } = (await import('tesseract.js')).default;
  const worker = await createWorker('chi_sim', undefined, {
    langPath,
    gzip: true,
    cacheMethod: 'none',
    // Left out, errors of a job are thrown a second time, where nobody can catch them.
    errorHandler: () => {},
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    // Without a resolution Tesseract guesses one and warns on stderr about every line.
    user_defined_dpi: '300',
  });
  return {
    id: 'tesseract',
    detail: 'Tesseract chi_sim · tesseract.js',
    find: (picture, glyph) => Promise.resolve(inkLines(picture, glyph)),
    async readLine(picture, box) {
      const crop = cropPicture(picture, box);
      const width = Math.max(1, Math.round((crop.width * lineHeight) / crop.height));
      const small = await resizePicture(crop, width, lineHeight);
      // Dark text on white is what Tesseract was trained on; what is not as bright as subtitles becomes white too.
      const data = toGray(small).map((value) => 255 - ramp(value));
      const png = await encodePicture({ width, height: lineHeight, channels: 1, data });
      const { data: result } = await worker.recognize(Buffer.from(png));
      const read = [...withoutCjkSpaces(result.text.trim())];
      return lineOf(
        read.map((text, at) => ({
          text,
          confidence: result.confidence / 100,
          x: (at + 0.5) / read.length,
          alternatives: [],
        })),
      );
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Brightness, 0–255, stretched so that only what is about as bright as subtitles stays. */
function ramp(value: number): number {
  return Math.min(255, Math.max(0, ((value - darkest) * 255) / (brightest - darkest)));
}

/** Tesseract puts spaces between Chinese characters. */
export function withoutCjkSpaces(text: string): string {
  return text.replaceAll(/(?<=[\p{Script=Han}\p{P}])\s+|\s+(?=[\p{Script=Han}\p{P}])/gu, '');
}
