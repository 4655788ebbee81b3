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
  return {
    async read({ width, height, data }) {
      // As a PGM file: as pixels it would be four times the bytes and twice the time.
      const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
      const file = new Uint8Array(head.length + data.length);
      file.set(head);
      file.set(data, head.length);
      // A code is found however it is turned, and a large one without a smaller copy: the bench's 60 of 60.
      const settings = { tryHarder: true, tryRotate: false, tryDownscale: false, maxNumberOfSymbols: mostCodes };
      const results = await readBarcodes(file, { formats: ['QRCode'], ...settings });
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
