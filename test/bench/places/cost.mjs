import { matchEpisode, photoShelf } from '@shenpian/plugin-place-evidence';
import { filmPicture } from './film-picture.mjs';
import { stills } from './shot-list.mjs';

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Episodes that are really matched; the series is worked out from them. */
const episodes = 5;
const photoCount = 60;
const shotsPerEpisode = 36;
const setUpsPerEpisode = 12;
const secondsPerShot = 2.5;

/** An episode of 90 s: 36 shots of 12 set-ups, half of them at places with a reference photo. */
async function madeEpisode(number, places, others) {
  const setUps = Array.from({ length: setUpsPerEpisode }, (_, i) =>
    i % 2 === 0 ? places[(number * 7 + i) % places.length] : others[(number * 5 + i) % others.length],
  );
  const frames = [];
  const shots = [];
  for (let shot = 0; shot < shotsPerEpisode; shot++) {
    const start = shot * secondsPerShot;
    shots.push({ start, end: start + secondsPerShot });
    const setUp = shot % setUpsPerEpisode;
    const seed = number * 100 + setUp;
    for (let time = Math.ceil(start); time < start + secondsPerShot; time++) {
      const jpeg = await filmPicture(setUps[setUp].file, { seed, film: true, moment: (time % 3) / 3 });
      frames.push({ ...stills([jpeg])[0], time });
    }
  }
  return { frames, shots };
}

/** CPU of matching alone, and memory, over a number of episodes. */
export async function cost(places, others) {
  // The things that have no photo stand for shots elsewhere.
  const pictured = [...places, ...others.slice(0, photoCount - places.length)];
  const elsewhere = others.slice(photoCount - places.length);
  const photos = Array.from({ length: photoCount }, (_, i) => {
    const { file } = pictured[i];
    return { location: `location ${i % 20}`, path: file, file, sha256: `${i}` };
  });
  const shelf = photoShelf();
  let began = cpuSeconds();
  await shelf.open(photos);
  const opening = cpuSeconds() - began;
  let matching = 0;
  // Drawn before anything is measured: drawing takes more memory than matching.
  const made = [];
  for (let number = 0; number < episodes; number++) made.push(await madeEpisode(number, places, elsewhere));
  // Twice, so that what is kept would show.
  for (const [number, { frames, shots }] of [...made, ...made].entries()) {
    began = cpuSeconds();
    const found = await matchEpisode(frames, shots, await shelf.open(photos));
    const spent = cpuSeconds() - began;
    matching += spent;
    globalThis.gc?.();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const mb = (bytes) => Math.round(bytes / 2 ** 20);
    console.log(
      `  episode ${number + 1}: ${frames.length} stills, ${found.length} shots matched, ${spent.toFixed(1)} s CPU, ${mb(rss)} MB (heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)})`,
    );
  }
  const series = opening + (matching / (2 * episodes)) * 100;
  console.log(
    `${photoCount} photos ${opening.toFixed(1)} s CPU once, an episode ${(matching / (2 * episodes)).toFixed(2)} s CPU`,
  );
  console.log(`extrapolated to 100 episodes: ${(series / 60).toFixed(1)} min CPU`);
}
