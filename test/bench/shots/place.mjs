// The places of the films: the sample's photographs (their licences: samples/fenghu-yehua/ATTRIBUTION.md) and drawn sceneries.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadImage } from '@napi-rs/canvas';
import { scenery } from '../subtitles/scenery.mjs';

const folder = fileURLToPath(new URL('../../../samples/fenghu-yehua/make/backgrounds/', import.meta.url));
const photographs = readdirSync(folder)
  .filter((name) => name.endsWith('.jpg'))
  .sort();
const known = new Map();

/** A picture larger than a frame: photographs by number, drawn ones from 100 on. */
export async function placeOf(number) {
  const place =
    known.get(number) ??
    (number < photographs.length
      ? await loadImage(join(folder, photographs[number]))
      : scenery({ width: 720, height: 1280 }, number));
  known.set(number, place);
  return place;
}
