// Series of two films with shots that are used again, stand still or were slowed, and with look-alikes that are none of it.
import { random } from '../subtitles/random.mjs';

const size = { width: 360, height: 640 };
const encodings = [
  [
    { ...size, crf: 23, grain: 8, variable: false },
    { ...size, crf: 28, grain: 4, variable: false },
  ],
  [
    { ...size, crf: 28, grain: 0, variable: false },
    { ...size, crf: 26, grain: 6, variable: true },
  ],
  [
    { ...size, crf: 32, grain: 4, variable: false },
    { ...size, crf: 23, grain: 12, variable: false },
  ],
];
const places = { seen: [0, 1, 2, 3, 100, 101, 102, 103, 104], unseen: [4, 5, 6, 200, 201, 202, 203, 204] };

/** How footage comes back. Thresholds were chosen with the first four; `pushed in` crops it by so much. */
const returns = {
  whole: {},
  trimmed: { skip: 14 },
  graded: { tintShare: 0.2, tint: 40, light: 0.8 },
  mirrored: { mirrored: true },
  'pushed in': { zoomBy: 1.04 },
};

/**
 * Two episodes as lists of shots. `use` names the footage: two shots with one name are the same footage; `kind` says what the shot is
 * there to show.
 */
export function seriesOf(part, seed) {
  const next = random(seed * 7919 + (part === 'seen' ? 3 : 4));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const [first, second] = [[], []];
  let count = 0;
  const take = (more = {}) => ({
    frames: 50 + Math.floor(next() * 50),
    place: pick(places[part]),
    from: { kind: 'cut' },
    zoom: 1 + 1.4 * next(),
    x: next(),
    y: next(),
    people: 1 + Math.floor(next() * 2),
    look: Math.floor(next() * 1e6),
    tint: Math.floor(next() * 360),
    tintShare: 0.08 + 0.12 * next(),
    light: 1,
    trouble: 'none',
    at: 14,
    flashes: [],
    speed: 0.8 + 1.2 * next(),
    share: 0.3,
    use: `${part} ${seed} ${count++}`,
    kind: 'plain',
    ...more,
  });
  const base = Array.from({ length: 6 }, () => take());
  const moving = [take({ trouble: 'handheld' }), take({ trouble: 'fast pan', frames: 60 }), take({ trouble: 'zoom' })];
  const originals = [...base.slice(0, 3), ...moving];
  first.push(...base, ...moving);
  // Look-alikes: other takes of the same set-ups, the same pan at another speed, a held shot with grain, real slow motion.
  for (const shot of originals) {
    const again = { ...shot, phase: 6 + 3 * next(), use: `${shot.use} again`, kind: 'another take' };
    second.push({ ...again, speed: shot.trouble === 'fast pan' ? shot.speed * 0.8 : shot.speed });
  }
  second.push(take({ kind: 'real slow motion', speed: 0.4, people: 2 }));
  first.push(take({ kind: 'held', locked: true, people: 1, frames: 75 }));
  // Without grain an empty shot that nothing moves in is a still, whatever it was taken with.
  const [{ grain }] = encodings[seed % encodings.length];
  if (grain >= 8) first.push(take({ kind: 'held empty with grain', locked: true, people: 0, frames: 75 }));
  // Faults.
  for (const [name, change] of Object.entries(returns)) {
    const original = pick(originals);
    const { zoomBy = 1, ...rest } = change;
    const frames = original.frames - (rest.skip ?? 0) - (name === 'trimmed' ? 4 : 0);
    pick([first, second]).push({
      ...original,
      ...rest,
      frames,
      zoom: original.zoom * zoomBy,
      kind: `used again, ${name}`,
    });
  }
  const still = grain >= 8 ? 'still under grain' : 'still';
  first.push(take({ kind: still, still: true, frames: 70 }), take({ kind: still, still: true, people: 0, frames: 60 }));
  second.push(take({ kind: 'repeated × 2', repeat: 2, frames: 80, trouble: 'handheld' }));
  second.push(take({ kind: 'repeated × 3', repeat: 3, frames: 80, people: 2, trouble: 'handheld' }));
  // Neighbours of one place must be told apart as shots: anything else goes between them.
  const mixed = (shots) =>
    shots
      .map((shot) => ({ shot, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ shot }) => shot);
  const encoding = encodings[seed % encodings.length];
  return [first, second].map((shots, i) => ({ shots: apart(mixed(shots), take), encoding: encoding[i] }));
}

function apart(shots, take) {
  return shots.flatMap((shot, index) =>
    index > 0 && shots[index - 1].place === shot.place
      ? [take({ place: shot.place >= 100 ? shot.place - 1 : (shot.place + 1) % 4, kind: 'between' }), shot]
      : [shot],
  );
}
