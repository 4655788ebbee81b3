import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { matchEpisode, photoShelf, readGray, sketchLikeness, squareSketch } from '@shenpian/plugin-place-evidence';
import { filmHeight, filmPicture, filmWidth } from './film-picture.mjs';
import { stills } from './shot-list.mjs';

/** A picture cut, scaled and saved again. */
async function savedAgain(
  source,
  { top = 0, bottom = 1, left = 0, right = 1, scale = 1, filter = 'none', quality = 80 },
) {
  const image = await loadImage(source);
  const [x, y] = [left * image.width, top * image.height];
  const [wide, tall] = [(right - left) * image.width, (bottom - top) * image.height];
  const canvas = createCanvas(Math.round(wide * scale), Math.round(tall * scale));
  const context = canvas.getContext('2d');
  context.filter = filter;
  context.drawImage(image, x, y, wide, tall, 0, 0, canvas.width, canvas.height);
  return canvas.encode('jpeg', quality);
}

const range = (values) =>
  values.length === 0
    ? 'none'
    : `${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)} (${values.length})`;

/** How alike frames of the film and photos are that were cut out of it, and photos that were taken at the same place. */
export async function copies(places) {
  const work = mkdtempSync(join(tmpdir(), 'shenpian-copies-'));
  try {
    const measured = { grabs: [], moments: [], taken: [], resaved: [], different: [] };
    const likenessOf = async (jpeg, photo) => {
      const file = join(work, `${measured.grabs.length}-${measured.taken.length}-${Math.random()}.jpg`);
      writeFileSync(file, photo);
      const set = await photoShelf().open([{ location: 'a', path: file, file, sha256: file }]);
      const found = await matchEpisode(stills([jpeg, jpeg]), [{ start: 0, end: 2 }], set);
      return found[0]?.frames[0] ?? null;
    };
    const sketches = [];
    for (const [seed, { file, place }] of places.entries()) {
      const plain = squareSketch(await readGray(file));
      measured.different.push(
        ...sketches.filter((each) => each.place !== place).map((each) => sketchLikeness(each.plain, plain)),
      );
      sketches.push({ place, plain });
      // The rest takes seconds each: a third of the places is enough to see the two ranges.
      if (seed % 3 > 0) continue;
      const view = { seed: seed + 1, film: true };
      const jpeg = await filmPicture(file, view);
      const grab = await savedAgain(jpeg, { top: 0.02, bottom: 0.72, left: 0.03, right: 0.97, scale: 1.6 });
      measured.grabs.push(await likenessOf(jpeg, grab));
      const later = await filmPicture(file, { ...view, moment: 1 });
      measured.moments.push(await likenessOf(jpeg, await savedAgain(later, { scale: 1.6 })));
      // A photograph from the same spot, upright and nearer, without the person: the hardest that is honest.
      const empty = await filmPicture(file, { ...view, film: false });
      measured.taken.push(
        await likenessOf(jpeg, await savedAgain(empty, { top: 0.1, bottom: 0.9, left: 0.1, right: 0.9, scale: 1.6 })),
      );
      const again = await savedAgain(file, { scale: 0.5, filter: 'brightness(1.15) saturate(0.7)', quality: 50 });
      measured.resaved.push(sketchLikeness(plain, squareSketch(await readGray(again))));
    }
    const said = (values) => range(values.flatMap((value) => value?.likeness ?? []));
    console.log(`frames of ${filmWidth}×${filmHeight} and photos within them, likeness:`);
    console.log(`  cut out of the same frame ${said(measured.grabs)}, a moment later ${said(measured.moments)}`);
    console.log(`  photographs from the same spot ${said(measured.taken)}`);
    console.log(
      `sketches: the same photo saved again ${range(measured.resaved)}, other photos ${range(measured.different)}`,
    );
    const told = (values) => `${values.filter((value) => value?.copy === true).length} of ${values.length}`;
    console.log(
      `told as copies: cut out ${told(measured.grabs)}, full width a moment later ${told(measured.moments)}, same spot ${told(measured.taken)}`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
