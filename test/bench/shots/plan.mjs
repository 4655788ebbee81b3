// A film as data: shots with their troubles, and how each begins. Seen and unseen films draw from other places and other wipes.
import { random } from '../subtitles/random.mjs';

export const fps = 25;
/** Wipes that thresholds were chosen with, and those that they have not met. */
const wipes = {
  seen: ['left', 'down', 'diagonal', 'iris', 'soft left'],
  unseen: ['right', 'up', 'barn door', 'clock', 'soft diagonal', 'cover'],
};
/** Photographs by number (photographs.mjs) and drawn places by seed. */
const places = {
  seen: [0, 1, 2, 3, 100, 101, 102, 103, 104],
  unseen: [4, 5, 6, 200, 201, 202, 203, 204],
};
const troubles = [
  'fast pan',
  'whip',
  'zoom',
  'flash',
  'strobe',
  'coloured strobe',
  'pop-up',
  'crossing',
  'slow motion',
  'handheld',
  'none',
  'none',
];

/** Troubles that come and go within 40 frames. */
const passing = new Set(['whip', 'flash', 'strobe', 'coloured strobe', 'pop-up', 'crossing']);

function flashesOf(trouble, at, next) {
  if (trouble === 'flash') return [{ at, frames: 1 + Math.floor(next() * 8), colour: '#fff' }];
  const colours = trouble === 'coloured strobe' ? ['#f22', '#24f'] : ['#fff'];
  const period = 3 + Math.floor(next() * 5);
  return Array.from({ length: 5 }, (_, n) => ({
    at: at + n * period,
    frames: Math.max(1, period >> 1),
    colour: colours[n % colours.length],
  }));
}

/** The shots of a film. `part` is `seen` or `unseen`; the same seed gives the same film. */
export function planOf(part, seed, count = 34) {
  const next = random(seed * 104_729 + (part === 'seen' ? 1 : 2));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const shots = [];
  for (let index = 0; index < count; index++) {
    const before = shots.at(-1);
    const way = next();
    const short = next() < 0.12;
    const calm = !short && before !== undefined && before.frames >= 40;
    let from = { kind: 'cut' };
    if (calm && way > 0.66) {
      if (way > 0.9) from = { kind: 'wipe', shape: pick(wipes[part]), frames: 8 + Math.floor(next() * 20) };
      else if (way > 0.82)
        from = { kind: 'fade', colour: next() < 0.7 ? '#000' : '#fff', frames: 6 + Math.floor(next() * 8) };
      else from = { kind: 'dissolve', frames: 7 + Math.floor(next() * 28) };
    }
    const trouble = short ? 'none' : pick(troubles);
    const at = 14 + (from.frames ?? 0) + Math.floor(next() * 6);
    // Troubles keep clear of the transitions at both ends: otherwise the truth itself would be in doubt.
    const least = passing.has(trouble) ? at + 50 : 40 + 2 * (from.frames ?? 0);
    const frames = short ? 6 + Math.floor(next() * 7) : least + Math.floor(next() * 40);
    const same = before !== undefined && next() < 0.4;
    // Another framing of the same place: nearer or farther, and to the side.
    const zoom = same ? (before.zoom > 1.6 ? 1 + 0.2 * next() : 1.8 + 0.6 * next()) : 1 + 1.4 * next();
    const onlyColour = from.kind === 'cut' && before !== undefined && !short && next() < 0.05;
    shots.push({
      frames,
      place: same || onlyColour ? before.place : pick(places[part].filter((place) => place !== before?.place)),
      from,
      zoom: onlyColour ? before.zoom : zoom,
      x: onlyColour ? before.x : same ? (before.x + 0.35 + 0.3 * next()) % 1 : next(),
      y: onlyColour ? before.y : next(),
      people: onlyColour ? before.people : same ? 1 - before.people : Math.floor(next() * 3),
      look: onlyColour ? before.look : Math.floor(next() * 1e6),
      tint: onlyColour ? (before.tint + 180) % 360 : Math.floor(next() * 360),
      tintShare: onlyColour ? 0.55 : 0.08 + 0.12 * next(),
      light: next() < 0.18 ? 0.18 + 0.2 * next() : 1,
      trouble: onlyColour ? 'none' : trouble,
      at,
      flashes:
        ['flash', 'strobe', 'coloured strobe'].includes(trouble) && !onlyColour ? flashesOf(trouble, at, next) : [],
      speed: 0.8 + 1.2 * next(),
      share: 0.2 + 0.18 * next(),
      onlyColour,
    });
    if (onlyColour) shots.at(-1).light = before.light;
  }
  return shots;
}

/** The shots of a film of lamps: dark places with people, in most of which a light goes on, goes off or sweeps past. */
export function lampsOf(part, seed, count = 24) {
  const next = random(seed * 15_485_863 + (part === 'seen' ? 5 : 6));
  const pick = (list) => list[Math.floor(next() * list.length)];
  return planOf(part, seed, count).map((shot) => {
    const calm = { ...shot, trouble: 'none', flashes: [], onlyColour: false, light: 0.2 + 0.4 * next() };
    const kind = pick(['lamp on', 'lamp off', 'sweep', null]);
    if (kind === null || shot.frames < 40) return calm;
    const ramp = kind === 'sweep' ? 14 + Math.floor(next() * 30) : 1 + Math.floor(next() * 12);
    const lamp = {
      kind,
      at: shot.at,
      ramp,
      x: -0.1 + 1.2 * next(),
      y: 0.6 * next(),
      reach: kind === 'sweep' ? 0.2 + 0.3 * next() : 0.4 + 0.6 * next(),
      strength: 0.5 + 0.5 * next(),
      colour: pick(['#fff', '#fd9', '#acf']),
    };
    return { ...calm, lamp, frames: Math.max(shot.frames, shot.at + ramp + 24) };
  });
}

/**
 * What really happens, in frames: a cut is the first frame of the new shot, a gradual the first and last mixed frame, a
 * light where flashes are or a lamp changes, and covered what someone who passes or a graphic hides.
 */
export function truthOf(shots) {
  const [cuts, graduals, lights, covered] = [[], [], [], []];
  let frame = 0;
  for (const [index, { from, frames, flashes, lamp, onlyColour, trouble, at: begin, speed }] of shots.entries()) {
    if (index > 0 && from.kind === 'cut') cuts.push({ frame, onlyColour });
    else if (index > 0 && from.kind === 'fade') {
      graduals.push({ first: frame - from.frames, last: frame + from.frames - 1, kind: `fade ${from.colour}` });
    } else if (index > 0) {
      const kind = from.kind === 'wipe' ? `wipe ${from.shape}` : 'dissolve';
      graduals.push({ first: frame, last: frame + from.frames - 1, kind, frames: from.frames });
    }
    for (const { at, frames: long } of flashes)
      lights.push({ first: frame + at, last: frame + at + long - 1, kind: 'flash' });
    if (lamp) lights.push({ first: frame + lamp.at, last: frame + lamp.at + lamp.ramp, kind: 'lamp' });
    if (trouble === 'pop-up') covered.push({ first: frame + begin, last: frame + begin + fps - 1 });
    if (trouble === 'crossing')
      covered.push({ first: frame + begin, last: frame + begin + Math.ceil((22 / speed) * 1.2) });
    frame += frames;
  }
  return { cuts, graduals, lights, covered, frames: frame };
}
