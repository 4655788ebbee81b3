import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageLines, type PlacedPage, type PlacedText } from './pdf-lines.ts';
import type { ScriptSource } from './source-line.ts';

/** Why a whole PDF is not read: no text or letters without a meaning, a password, more pages than any script has. */
type Refusal = 'scanned' | 'locked' | 'long';

/** A PDF that is not damaged and yet not read. `pages` is 0 when it is locked. */
export class RefusedPdfError extends Error {
  override readonly name = 'RefusedPdfError';
  readonly code: Refusal;
  readonly pages: number;

  constructor(code: Refusal, pages: number, options?: ErrorOptions) {
    super(`${code}, ${pages} pages`, options);
    this.code = code;
    this.pages = pages;
  }
}

// 100 episodes have some 200 pages; reading takes about 10 ms a page.
const mostPages = 3000;

/**
 * Lines of a PDF with a text layer, by their baselines; see `pdf-lines.ts`.
 *
 * @throws RefusedPdfError, or an Error of pdf.js for a damaged file
 */
export async function readPdf(bytes: Uint8Array): Promise<ScriptSource> {
  const { getDocument, folder } = await pdfjs();
  const task = getDocument({
    // A copy: pdf.js takes the memory away.
    data: new Uint8Array(bytes),
    // Tables for the Chinese encodings of PDFs without their own; nothing comes from the network.
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: PlacedPage[] = [];
    if (document.numPages > mostPages) throw new RefusedPdfError('long', document.numPages);
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [left = 0, , right = 0] = page.view;
      pages.push({ width: right - left, texts: items.flatMap((item) => ('str' in item ? placed(item) : [])) });
      page.cleanup();
    }
    const lines = pageLines(pages);
    if (!readable(lines.map(({ text }) => text).join(''))) throw new RefusedPdfError('scanned', document.numPages);
    return { lines, pages: document.numPages };
  } catch (cause) {
    if ((cause as Error).name === 'PasswordException') throw new RefusedPdfError('locked', 0, { cause });
    throw cause;
  } finally {
    await task.destroy();
  }
}

/** What pdf.js says of a piece of text: `transform` is `[a, b, c, d, x, y]`, y upwards. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function placed({ str, transform, width, height }: TextItem): PlacedText[] {
  const [, , , scale = 0, x = 0, y = 0] = transform;
  const size = height || Math.abs(scale);
  return str.trim() === '' || size === 0 ? [] : [{ text: str, x, y, width, size }];
}

/** Letters without a table of their meaning come as private or control characters; half of them is no text layer. */
function readable(text: string): boolean {
  const letters = text.replaceAll(/\s/gu, '');
  const meaningless = letters.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  return letters.length > 0 && meaningless < letters.length / 2;
}

async function pdfjs() {
  const require = createRequire(import.meta.url);
  // pdf.js wants folders to end with a slash, on Windows too.
  const folder = dirname(require.resolve('pdfjs-dist/package.json')).replaceAll('\\', '/');
  // pdf.js makes a matrix while it loads, for drawing, which is not done here; without this it needs a native canvas for it.
  const scope = globalThis as { DOMMatrix?: unknown };
  const missing = scope.DOMMatrix === undefined;
  if (missing) scope.DOMMatrix = Object;
  try {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    GlobalWorkerOptions.workerSrc = pathToFileURL(join(folder, 'legacy/build/pdf.worker.min.mjs')).href;
    return { getDocument, folder };
  } finally {
    if (missing) delete scope.DOMMatrix;
  }
}
