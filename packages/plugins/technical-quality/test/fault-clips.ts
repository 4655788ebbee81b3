import { card, fill, height, music, place, shade, talk, width, type Draw, type Sound } from './drawn-film.ts';
import type { ClipPlan } from './made-clip.ts';

/** Where a fault is; null for one of the whole file. */
export interface Fault {
  readonly messageId: string;
  readonly at: readonly [start: number, end: number] | null;
}

/** A clip with one fault, or a clean one that looks like one. */
export interface TestClip extends ClipPlan {
  readonly name: string;
  readonly fault: Fault | null;
}

const between = (time: number, start: number, end: number): boolean => time >= start - 1e-6 && time < end - 1e-6;
const cafe = place(0);
const forest = place(1);
const jetty = place(6);

/** Shots one after the other; `until` is when each ends. */
const cuts =
  (...shots: readonly (readonly [until: number, draw: Draw])[]): Draw =>
  (context, time) =>
    (shots.find(([until]) => time < until - 1e-6) ?? shots.at(-1))![1](context, time);
const film = cuts([2.8, cafe], [9, jetty]);
const black: Draw = (context) => fill(context, '#000');

/** A picture that goes to black and back. */
const faded =
  (draw: Draw, share: (time: number) => number): Draw =>
  (context, time) => {
    draw(context, time);
    shade(context, Math.min(1, Math.max(0, share(time))));
  };
const strobe =
  (draw: Draw, start: number, end: number, hertz: number, colour: string, part = 1): Draw =>
  (context, time) => {
    draw(context, time);
    if (!between(time, start, end) || Math.floor((time - start) * 2 * hertz + 1e-6) % 2 !== 0) return;
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height * part);
  };
const bars =
  (draw: Draw, top: number, side: number): Draw =>
  (context, time) => {
    draw(context, time);
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height * top);
    context.fillRect(0, height * (1 - top), width, height * top);
    context.fillRect(0, 0, width * side, height);
    context.fillRect(width * (1 - side), 0, width * side, height);
  };
const frozen = (from: number, to: number) => (frame: number) => (frame >= from && frame < to ? from : frame);

const during =
  (start: number, end: number, inner: Sound, sound: Sound = music): Sound =>
  (time) =>
    (between(time, start, end) ? inner : sound)(time);
const hushed = (start: number, end: number): Sound => during(start, end, () => [0, 0]);
/** Hiss at about −54 dBFS. */
const roomTone: Sound = (time) => [
  0.002 * Math.sin(time * 22_345.6 + 40 * Math.sin(time * 3210.9)),
  0.0015 * Math.sin(time * 9871),
];
const shaped =
  (
    start: number,
    end: number,
    shape: (left: number, right: number) => readonly number[],
    sound: Sound = music,
  ): Sound =>
  (time) => {
    const [left = 0, right = 0] = sound(time);
    return between(time, start, end) ? shape(left, right) : [left, right];
  };
const cut = (value: number): number => Math.max(-1, Math.min(1, value));
const fault = (messageId: string, start?: number, end?: number): Fault => ({
  messageId,
  at: start === undefined || end === undefined ? null : [start, end],
});

/** Clips with exactly one fault each. */
export const faulty: readonly TestClip[] = [
  { name: 'black', draw: cuts([1.6, cafe], [4.2, black], [9, jetty]), grain: 0, fault: fault('black', 1.6, 4.2) },
  {
    name: 'black-after-fade',
    draw: faded(film, (time) => (time < 4 ? time - 1 : 1 - (time - 5) * 2)),
    grain: 0,
    seconds: 7,
    fault: fault('black', 2, 5),
  },
  {
    name: 'black-in-grain',
    draw: cuts([1.6, cafe], [4.2, black], [9, jetty]),
    grain: 3,
    fault: fault('black', 1.6, 4.2),
  },
  { name: 'stray-black', draw: cuts([2.4, cafe], [2.52, black], [9, jetty]), fault: fault('strayBlack', 2.4, 2.52) },
  { name: 'first-frames-black', draw: cuts([0.08, black], [9, film]), fault: fault('edgeBlack', 0, 0.08) },
  { name: 'last-frame-black', draw: cuts([5.96, film], [9, black]), fault: fault('edgeBlack', 5.96, 6) },
  { name: 'freeze', draw: film, shown: frozen(90, 126), fault: fault('freeze', 3.6, 5.04) },
  {
    name: 'freeze-coarse',
    draw: film,
    shown: frozen(90, 126),
    options: ['-crf', '33'],
    fault: fault('freeze', 3.6, 5.04),
  },
  {
    name: 'freeze-over-a-keyframe',
    draw: film,
    shown: frozen(88, 136),
    options: ['-g', '25', '-keyint_min', '25', '-sc_threshold', '0'],
    fault: fault('freeze', 3.52, 5.44),
  },
  {
    name: 'frames-repeated',
    draw: forest,
    shown: (frame) => (frame >= 50 && frame < 100 && frame % 5 === 4 ? frame - 1 : frame),
    fault: fault('repeatedFrames', 2.16, 4),
  },
  {
    name: 'frames-missing',
    draw: forest,
    options: ['-vf', "select='not(between(n,60,63))'", '-vsync', 'passthrough'],
    fault: fault('missingFrames', 2.36, 2.56),
  },
  { name: 'first-frames-foreign', draw: cuts([0.08, jetty], [9, cafe]), fault: fault('strayFrames', 0, 0.08) },
  { name: 'last-frame-foreign', draw: cuts([5.96, cafe], [9, jetty]), fault: fault('strayFrames', 5.96, 6) },
  { name: 'strobe', draw: strobe(cafe, 2, 3.6, 6, '#fff'), fault: fault('flashes', 2, 3.6) },
  {
    name: 'strobe-half',
    draw: strobe(place(5, { light: 0.4 }), 2, 4, 4.2, '#eee', 0.5),
    fault: fault('flashes', 2, 4),
  },
  { name: 'letterbox', draw: bars(film, 0.12, 0), fault: fault('borders') },
  { name: 'pillarbox', draw: bars(film, 0, 0.1), fault: fault('borders') },
  { name: 'wide-in-tall', draw: bars(film, 0.34, 0), fault: fault('borders') },
  {
    name: 'variable-rate',
    draw: forest,
    options: ['-vf', "select='not(eq(mod(n,5),3)+eq(mod(n,7),2))'", '-vsync', 'passthrough'],
    fault: fault('variableFrameRate'),
  },
  { name: 'interlaced', draw: film, options: ['-flags', '+ilme+ildct', '-top', '1'], fault: fault('interlaced') },
  { name: 'not-square', draw: film, options: ['-vf', 'setsar=4/3'], fault: fault('notSquare') },
  {
    name: 'full-range',
    draw: film,
    options: ['-pix_fmt', 'yuvj420p', '-color_range', 'pc'],
    fault: fault('unusualColour'),
  },
  { name: 'mkv-called-mp4', draw: film, extension: 'mp4', inside: 'mkv', fault: fault('wrongExtension') },
  { name: 'no-sound', draw: film, sound: null, fault: fault('noSound') },
  { name: 'silence', draw: film, sound: hushed(1.5, 4), fault: fault('silence', 1.5, 4) },
  {
    name: 'clipping',
    draw: film,
    sound: shaped(2, 3.2, (left, right) => [cut(24 * left), cut(24 * right)]),
    fault: fault('clipping', 2, 3.2),
  },
  {
    name: 'inverted',
    draw: film,
    sound: shaped(1.5, 4.5, (left) => [left, -left]),
    fault: fault('inverted', 1.5, 4.5),
  },
  { name: 'left-dead', draw: film, sound: shaped(1, 5, (_, right) => [0, right]), fault: fault('deadChannel', 1, 5) },
  { name: 'right-dead', draw: film, sound: shaped(0, 6, (left) => [left, 0]), fault: fault('deadChannel', 0, 6) },
  { name: 'sound-too-short', draw: film, soundSeconds: 4.8, fault: fault('lengthsDiffer', 4.8, 6) },
  { name: 'sound-too-long', draw: film, soundSeconds: 7, fault: fault('lengthsDiffer', 6, 7) },
];

const blinking: Draw = (context, time) => {
  place(0, { pan: 0, shake: 0, person: false })(context, 0);
  context.fillStyle = '#d9b08c';
  context.fillRect(120, 240, 120, 150);
  context.fillStyle = '#222';
  // A blink now and then, and the chest that breathes.
  const lid = time % 1.6 < 0.16 ? 2 : 8;
  context.fillRect(145, 290, 18, lid);
  context.fillRect(195, 290, 18, lid);
  context.fillStyle = '#2c3550';
  context.fillRect(90, 400 + 1.5 * Math.sin(time * 1.7), 180, 240);
};
const night: Draw = (context, time) => {
  place(5, { light: 0.12 })(context, time);
  context.fillStyle = '#ffd890';
  for (let i = 0; i < 6; i++) context.fillRect(40 + i * 50 - time * 3, 200 + (i % 3) * 40, 4, 5);
};
const fence: Draw = (context, time) => {
  fill(context, '#e8e8e0');
  context.fillStyle = '#181818';
  for (let x = -400; x < 800; x += 64) context.fillRect(x + ((time * 420) % 64), 0, 32, height);
};
const ceiling: Draw = (context, time) => {
  cafe(context, time);
  const shadow = context.createLinearGradient(0, 0, 0, height * 0.3);
  shadow.addColorStop(0, 'rgba(0,0,0,1)');
  shadow.addColorStop(0.55, 'rgba(0,0,0,0.97)');
  shadow.addColorStop(1, 'rgba(0,0,0,0)');
  context.fillStyle = shadow;
  context.fillRect(0, 0, width, height * 0.3);
};
const beam: Draw = (context, time) => {
  cafe(context, time);
  context.fillStyle = '#0d0a08';
  context.fillRect(0, 0, width, height * 0.14);
  context.fillStyle = '#2a1f16';
  for (let x = 0; x < width; x += 40) context.fillRect(x + 8, 10, 5, height * 0.11);
};
const sunset: Draw = (context, time) => {
  place(5)(context, time);
  fill(context, `rgba(255,${40 + 20 * Math.sin(time * 2)},0,${0.3 + 0.25 * Math.sin(time * 1.5)})`);
};

/** Clean clips that look like faults. */
export const clean: readonly TestClip[] = (
  [
    { name: 'plain', draw: film },
    { name: 'plain-60', draw: film, fps: 60, seconds: 4 },
    { name: 'plain-mkv-30000-1001', draw: film, fps: 30000 / 1001, extension: 'mkv' },
    { name: 'night-scene', draw: night },
    { name: 'very-dark-scene', draw: place(1, { light: 0.08 }), grain: 2 },
    { name: 'blinking-held-shot', draw: blinking, grain: 0 },
    { name: 'held-shot-in-grain', draw: (context) => blinking(context, 0), grain: 6 },
    { name: 'held-shot-coarse', draw: blinking, grain: 2, options: ['-crf', '32'] },
    { name: 'slow-zoom', draw: place(6, { pan: 0, shake: 0, person: false, zoom: 0.006 }), grain: 0 },
    { name: 'still-photograph', draw: place(6, { pan: 0, shake: 0, person: false }), grain: 0 },
    { name: 'card-by-cut', draw: cuts([2, cafe], [4.4, card], [9, jetty]), grain: 0 },
    {
      name: 'card-by-dissolve',
      draw: (context, time) => {
        forest(context, time);
        context.globalAlpha = Math.min(1, Math.max(0, (time - 1.5) / 0.8));
        card(context, time);
      },
      grain: 0,
    },
    { name: 'short-fade-through-black', draw: faded(film, (time) => 1.25 - Math.abs(time - 2.8) * 2.5), grain: 0 },
    { name: 'fade-in-and-out', draw: faded(film, (time) => Math.max(1.2 - time * 2, (time - 5.2) * 1.7)), grain: 0 },
    { name: 'short-black-pause', draw: cuts([2, cafe], [3.2, black], [9, jetty]), grain: 0 },
    { name: 'first-shot-of-eight-frames', draw: cuts([0.32, jetty], [9, cafe]) },
    { name: 'fast-cutting', draw: (context, time) => place(Math.floor(time / 0.4), { light: 0.7 })(context, time) },
    { name: 'slow-motion', draw: (context, time) => film(context, time * 0.3) },
    { name: 'red-sunset', draw: sunset },
    {
      name: 'fade-to-white',
      draw: (context, time) => (film(context, time), fill(context, `rgba(255,255,255,${Math.max(0, time - 4.5)})`)),
    },
    {
      name: 'light-and-dark-cuts',
      draw: (context, time) => {
        place(Math.floor(time), { light: Math.floor(time) % 2 ? 0.15 : 1 })(context, time);
      },
    },
    {
      name: 'two-photo-flashes',
      draw: cuts([2, cafe], [2.08, (c) => fill(c, '#fff')], [2.4, cafe], [2.48, (c) => fill(c, '#fff')], [9, cafe]),
    },
    { name: 'three-flashes-a-second', draw: strobe(cafe, 1, 5, 2.5, '#fff') },
    { name: 'small-strobe', draw: strobe(cafe, 1, 5, 6, '#fff', 0.2) },
    { name: 'weak-strobe', draw: strobe(cafe, 1, 5, 6, 'rgba(255,255,255,0.04)') },
    { name: 'fence-in-a-pan', draw: fence },
    { name: 'dark-ceiling', draw: ceiling },
    { name: 'dark-beam', draw: beam },
    { name: 'whisper', draw: film, sound: talk(0, 0.02) },
    {
      name: 'room-tone',
      draw: film,
      sound: during(1, 5, roomTone),
    },
    { name: 'pause', draw: film, sound: hushed(2, 3.4) },
    {
      name: 'loud-but-clean',
      draw: film,
      sound: (time) => {
        const value = 0.89 * Math.sin(2 * Math.PI * 220 * time);
        return [value, 0.9 * value];
      },
    },
    { name: 'wide-stereo', draw: film, sound: (time) => [talk(0)(time)[0]!, talk(2)(time)[1]!] },
    { name: 'panned-for-a-moment', draw: film, sound: shaped(2, 3.5, (left) => [left, 0]) },
    { name: 'inverted-for-a-moment', draw: film, sound: shaped(2, 3.2, (left) => [left, -left]) },
    { name: 'mono', draw: film, channels: 1 },
    { name: 'sound-a-little-longer', draw: film, soundSeconds: 6.2 },
  ] as const satisfies readonly Omit<TestClip, 'fault'>[]
).map((clip) => ({ ...clip, fault: null }));
