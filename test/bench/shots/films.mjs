// Which films the bench shows.
import { lampsOf, planOf } from './plan.mjs';

const size = { width: 360, height: 640 };
/** Compression, grain and frame rate as they come: crf 23 is a good master, 34 what a chat program leaves of it. */
const encodings = [
  { ...size, crf: 23, grain: 8, variable: false },
  { ...size, crf: 28, grain: 0, variable: false },
  { ...size, crf: 26, grain: 14, variable: false },
  { ...size, crf: 34, grain: 4, variable: false },
  { ...size, crf: 26, grain: 6, variable: true },
  { ...size, crf: 30, grain: 10, variable: true },
];
const part = (name, seeds, plan = planOf, title = name) =>
  seeds.map((seed, n) => ({
    name: `${title}-${n + 1}`,
    part: name,
    encoding: encodings[n % encodings.length],
    shots: plan(name, seed),
  }));

/** Ten films and six of lamps that thresholds were chosen with, and six and three that were not looked at. */
export const films = [
  ...part('seen', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  ...part('seen', [31, 32, 33, 34, 35, 36], lampsOf, 'seen-lamps'),
  ...part('unseen', [11, 12, 13, 14, 15, 16]),
  ...part('unseen', [41, 42, 43], lampsOf, 'unseen-lamps'),
];

/** A high picture for the cost run: 20 s, played six times. */
export const costFilm = {
  name: 'cost',
  encoding: { width: 1080, height: 1920, crf: 25, grain: 4, variable: false },
  shots: planOf('seen', 50, 9),
  times: 6,
};
