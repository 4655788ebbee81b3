// node test/bench/visual-safety.mjs: false alarms of the network of `visual-safety` on innocent pictures. Fetches the photographs of the bench
// `place-matching` with npm on the first run (180 MB).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { openClassifier, visualSafetyOptionsSchema } from '@shenpian/plugin-visual-safety';
import { filmPicture } from './places/film-picture.mjs';
import { photographs } from './places/photographs.mjs';

/** Seconds of film that one looked-at picture stands for: the median shot is 2.4 s long (MEASURED, section 8). */
const secondsPerPicture = 2.4;
const viewsPerPhotograph = 3;

const { ffmpeg } = await resolveFfmpeg();
const classifier = await openClassifier();
const { explicit, suggestive } = visualSafetyOptionsSchema.parse({});

function sampleFrames() {
  const folder = fileURLToPath(new URL('../../samples/fenghu-yehua/episodes', import.meta.url));
  const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-pictures-'));
  try {
    for (const [i, name] of readdirSync(folder).entries()) {
      const words = ['-v', 'error', '-i', join(folder, name), '-vf', 'fps=1,scale=360:-2', '-q:v', '3'];
      const { status } = spawnSync(ffmpeg.file, [...words, join(work, `${i}-%03d.jpg`)]);
      if (status !== 0) throw new Error(`ffmpeg could not read ${name}`);
    }
    return readdirSync(work).map((name) => readFileSync(join(work, name)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function views(film) {
  const { places, others } = photographs();
  const pictures = [];
  for (const [i, { file }] of [...places, ...others].entries()) {
    for (let view = 0; view < viewsPerPhotograph; view++) {
      pictures.push(await filmPicture(file, { seed: (i + 1) * 10 + view, film }));
    }
  }
  return pictures;
}

let [alarms, count] = [0, 0];
for (const [name, pictures] of [
  ['frames of the sample drama', sampleFrames()],
  ['photographs', await views(false)],
  ['photographs as a film shows them', await views(true)],
]) {
  const began = process.cpuUsage();
  let [asExplicit, asSuggestive] = [0, 0];
  for (const picture of pictures) {
    const { porn, hentai, sexy } = await classifier.classify(picture);
    if (porn + hentai >= explicit) asExplicit++;
    else if (sexy >= suggestive) asSuggestive++;
  }
  const { user, system } = process.cpuUsage(began);
  const spent = ((user + system) / 1000 / pictures.length).toFixed(0);
  console.log(
    `${name}: ${pictures.length} pictures, ${asExplicit} explicit, ${asSuggestive} suggestive, ${spent} ms CPU each`,
  );
  alarms += asExplicit + asSuggestive;
  count += pictures.length;
}
const perTen = (alarms / (count * secondsPerPicture)) * 600;
console.log(
  `together ${alarms} false alarms on ${count} pictures: ${perTen.toFixed(1)} per ten minutes of film (on by default only up to 1)`,
);
