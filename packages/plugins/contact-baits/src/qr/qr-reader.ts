import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes, type Position } from 'zxing-wasm/reader';
import type { ReadCode } from './qr-message.ts';

/** More codes than this on one picture are not counted. */
const mostCodes = 8;

/** Reads QR codes on gray pictures. */
export interface QrReader {
  /** @param data gray, rows top to bottom, one byte a pixel */
  read(picture: { readonly width: number; readonly height: number; readonly data: Uint8Array }): Promise<ReadCode[]>;
}

/**
 * Loads the decoder out of its package. Without the bytes it would be fetched from the network.
 *
 * @throws Error when the WebAssembly file is not there.
 */
export async function openQrReader(): Promise<QrReader> {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasm = await readFile(file);
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    fireImmediately: true,
  });
  let coloured = new Uint8ClampedArray(0);
  return {
    async read({ width, height, data }) {
      if (coloured.length !== data.length * 4) coloured = new Uint8ClampedArray(data.length * 4).fill(255);
      for (let from = 0, to = 0; from < data.length; from++, to += 4) {
        const gray = data[from] ?? 0;
        coloured[to] = gray;
        coloured[to + 1] = gray;
        coloured[to + 2] = gray;
      }
      const results = await readBarcodes(
        { data: coloured, width, height, colorSpace: 'srgb' },
        // Large codes are found without a smaller copy too; the bench compares the settings.
        { formats: ['QRCode'], tryHarder: true, tryDownscale: false, maxNumberOfSymbols: mostCodes },
      );
      return results.filter(({ text }) => text !== '').map(({ text, position }) => ({ text, box: boxOf(position) }));
    },
  };
}

function boxOf({ topLeft, topRight, bottomLeft, bottomRight }: Position): ReadCode['box'] {
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
