import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  binarizers,
  characterSets,
  defaultReaderOptions,
  eanAddOnSymbols,
  encodeFormats,
  prepareZXingModule,
  textModes,
  type Position,
  type ZXingReaderModule,
} from 'zxing-wasm/reader';
import type { ReadCode } from './qr-message.ts';

/** More codes than this on one picture are not counted. */
const mostCodes = 8;

/** What is used of the decoder's own memory; the types of zxing-wasm leave it to Emscripten's, which are global. */
interface DecoderMemory {
  readonly HEAPU8: Uint8Array;
  /** 0 when there is none left. */
  _malloc(bytes: number): number;
  _free(place: number): void;
}

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
  const decoder = (await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    fireImmediately: true,
  })) as ZXingReaderModule & DecoderMemory;
  const { binarizer, eanAddOnSymbol, textMode, characterSet } = defaultReaderOptions;
  const settings = {
    ...defaultReaderOptions,
    formats: encodeFormats(['QRCode']),
    binarizer: binarizers.indexOf(binarizer),
    eanAddOnSymbol: eanAddOnSymbols.indexOf(eanAddOnSymbol),
    textMode: textModes.indexOf(textMode),
    characterSet: characterSets.indexOf(characterSet),
    // A code is found however it is turned, and a large one without a smaller copy: the bench's 60 of 60.
    tryHarder: true,
    tryRotate: false,
    tryDownscale: false,
    maxNumberOfSymbols: mostCodes,
  };
  const { _malloc: allocate, _free: release } = decoder;
  let place = 0;
  let room = 0;
  return {
    async read({ width, height, data }) {
      if (room < data.length) {
        if (place !== 0) release(place);
        place = allocate(data.length);
        room = place === 0 ? 0 : data.length;
        if (place === 0) throw new Error('no memory for a picture');
      }
      decoder.HEAPU8.set(data, place);
      // Gray bytes as they are: `readBarcodes` takes files or pixels of four bytes only, which is twice the time.
      const results = decoder.readBarcodesFromPixmap(place, width, height, settings);
      const found = Array.from({ length: results.size() }, (_, n) => results.get(n));
      return found.flatMap((code) => {
        return code === undefined || code.text === '' ? [] : [{ text: code.text, box: boxOf(code.position) }];
      });
    },
  };
}

function boxOf({ topLeft, topRight, bottomLeft, bottomRight }: Position): ReadCode['box'] {
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
