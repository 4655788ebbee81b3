// Found shots against the truth of a film.
import { fps } from './plan.mjs';

const frame = 1 / fps;

/**
 * Counts of one film. A cut is right when it is called a cut and lies within one frame of the truth; a gradual when it is
 * called one and lies in it or at most two frames outside. `right` also counts boundaries of the wrong name. A keyframe is
 * bad in a transition, in a light, or while someone or something covers the picture.
 */
export function scoreOf(shots, truth) {
  const found = shots.filter(({ transition }) => transition !== 'start');
  const used = new Set();
  const take = (fits) => {
    const match = found.find((boundary) => !used.has(boundary) && fits(boundary));
    if (match) used.add(match);
    return match;
  };
  const atCut = (time) => (shot) => Math.abs(shot.start - time) <= 1.5 * frame;
  const inside =
    ({ start, end }) =>
    (shot) =>
      shot.start >= start - 2.5 * frame && shot.start <= end + 1.5 * frame;
  const both = (kind, place) => (shot) => shot.transition === kind && place(shot);
  const cutHits = truth.cuts.map((cut) => take(both('cut', atCut(cut.time))));
  const gradualHits = truth.graduals.map((gradual) => take(both('gradual', inside(gradual))));
  const cutSeen = truth.cuts.map((cut, n) => cutHits[n] ?? take(atCut(cut.time)));
  const gradualSeen = truth.graduals.map((gradual, n) => gradualHits[n] ?? take(inside(gradual)));
  const wrong = found.filter((shot) => !used.has(shot));
  const flashes = truth.lights.filter(({ kind }) => kind === 'flash');
  const lamps = truth.lights.filter(({ kind }) => kind === 'lamp');
  const cutsOn = (lights) =>
    wrong.filter(
      ({ transition, start }) =>
        transition === 'cut' &&
        lights.some((light) => start >= light.start - 1.5 * frame && start <= light.end + 1.5 * frame),
    ).length;
  const keyframes = shots.flatMap((shot) => shot.keyframes);
  const hidden = [...truth.graduals, ...truth.lights, ...truth.covered];
  return {
    cuts: truth.cuts.length,
    cutsRight: cutHits.filter(Boolean).length,
    cutsFound: found.filter(({ transition }) => transition === 'cut').length,
    graduals: truth.graduals.length,
    gradualsRight: gradualHits.filter(Boolean).length,
    gradualsFound: found.filter(({ transition }) => transition === 'gradual').length,
    right: used.size,
    found: found.length,
    flashes: flashes.length,
    flashCuts: cutsOn(flashes),
    lamps: lamps.length,
    lampCuts: cutsOn(lamps),
    keyframes: keyframes.length,
    badKeyframes: keyframes.filter((time) => hidden.some(({ start, end }) => time >= start && time < end)).length,
    wrong,
    missed: [
      ...truth.cuts
        .filter((_, n) => !cutSeen[n])
        .map((cut) => ({ ...cut, kind: cut.onlyColour ? 'colour cut' : 'cut' })),
      ...truth.graduals.filter((_, n) => !gradualSeen[n]).map((gradual) => ({ ...gradual, time: gradual.start })),
    ],
    kinds: [
      ...truth.cuts.map(({ onlyColour }, n) => ({
        kind: onlyColour ? 'colour cut' : 'cut',
        right: Boolean(cutHits[n]),
      })),
      ...truth.graduals.map(({ kind }, n) => ({ kind, right: Boolean(gradualHits[n]) })),
    ],
  };
}

const share = (part, whole) => (whole > 0 ? part / whole : 1);
const harmonic = (a, b) => (a + b > 0 ? (2 * a * b) / (a + b) : 0);

/** Rates over several films. */
export function ratesOf(scores) {
  const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
  const precision = share(sum('cutsRight'), sum('cutsFound'));
  const recall = share(sum('cutsRight'), sum('cuts'));
  const all = [share(sum('right'), sum('found')), share(sum('right'), sum('cuts') + sum('graduals'))];
  return {
    cuts: sum('cuts'),
    graduals: sum('graduals'),
    precision,
    recall,
    cutF1: harmonic(precision, recall),
    gradualPrecision: share(sum('gradualsRight'), sum('gradualsFound')),
    gradualRecall: share(sum('gradualsRight'), sum('graduals')),
    allF1: harmonic(...all),
    flashes: sum('flashes'),
    flashCuts: sum('flashCuts'),
    lamps: sum('lamps'),
    lampCuts: sum('lampCuts'),
    badKeyframes: 100 * share(sum('badKeyframes'), sum('keyframes')),
  };
}

/** Each kind of boundary with how many were found under their name, of how many. */
export function kindsOf(scores) {
  const kinds = new Map();
  for (const { kind, right } of scores.flatMap((score) => score.kinds)) {
    const [found, all] = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, [found + (right ? 1 : 0), all + 1]);
  }
  return [...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([kind, [found, all]]) => [kind, found, all]);
}
