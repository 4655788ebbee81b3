import { createCanvas, loadImage } from '@napi-rs/canvas';
import { random } from '../subtitles/random.mjs';

/** Upright stills as the `stills` track keeps them. */
export const filmWidth = 360;
export const filmHeight = 640;
/** Where the subtitle is drawn, as fractions of the height: what the `cues` track says. */
export const subtitleRows = [{ top: 0.74, bottom: 0.81 }];

/**
 * A photograph as a film would show the place: an upright crop, seen at an angle; with `film` also a person in front, a grade, blur, a subtitle
 * and a hard JPEG. The same seed gives the same view; `moment` moves the person alone.
 *
 * @returns the JPEG
 */
export async function filmPicture(file, { seed, film, moment = 0 }) {
  const image = await loadImage(file);
  const next = random(seed);
  for (let i = 0; i < 4; i++) next();
  const zoom = 0.72 + 0.28 * next();
  const wide = Math.min(image.width, (image.height * filmWidth) / filmHeight) * zoom;
  const tall = (wide * filmHeight) / filmWidth;
  const left = (image.width - wide) * next();
  const top = (image.height - tall) * next();
  const turn = (next() - 0.5) * 0.4;
  const dark = next() < 0.5;
  const person = { x: 0.25 + 0.5 * next() + 0.03 * moment, height: 0.45 + 0.3 * next(), width: 0.3 + 0.25 * next() };

  const flat = createCanvas(filmWidth, filmHeight);
  const columns = flat.getContext('2d');
  // Scaled once: 360 columns out of a large photograph take seconds.
  const source = createCanvas(filmWidth * 2, filmHeight * 2);
  source.getContext('2d').drawImage(image, left, top, wide, tall, 0, 0, source.width, source.height);
  for (let x = 0; x < filmWidth; x++) {
    // A wall seen at an angle: columns further away are lower and closer together.
    const across = (2 * x) / filmWidth - 1;
    const depth = 1 + turn * across;
    const from = source.width * Math.min(1, Math.max(0, (across * (1 - Math.abs(turn) / 2)) / depth / 2 + 0.5));
    const half = (source.height / 2) * Math.min(1, depth * (1 - Math.abs(turn)));
    columns.drawImage(source, from, source.height / 2 - half, 2, 2 * half, x, 0, 1, filmHeight);
  }
  const canvas = createCanvas(filmWidth, filmHeight);
  const context = canvas.getContext('2d');
  if (film)
    context.filter = `${dark ? 'brightness(0.68) saturate(0.8)' : 'brightness(1.12) saturate(1.1)'} blur(0.7px)`;
  context.drawImage(flat, 0, 0);
  context.filter = 'none';
  if (film) {
    drawPerson(context, person, dark);
    drawSubtitle(context);
  }
  return canvas.encode('jpeg', film ? 45 : 85);
}

function drawPerson(context, { x, height, width }, dark) {
  const [middle, head, half] = [x * filmWidth, (1 - height) * filmHeight, (width * filmWidth) / 2];
  const tall = height * filmHeight;
  context.fillStyle = dark ? '#20242c' : '#6b4a3a';
  context.beginPath();
  context.moveTo(middle - half, filmHeight);
  context.quadraticCurveTo(middle - half, head + tall * 0.3, middle, head + tall * 0.27);
  context.quadraticCurveTo(middle + half, head + tall * 0.3, middle + half, filmHeight);
  context.fill();
  context.fillStyle = dark ? '#8a7264' : '#d9b49c';
  context.beginPath();
  context.ellipse(middle, head + tall * 0.15, half * 0.5, tall * 0.14, 0, 0, 2 * Math.PI);
  context.fill();
}

function drawSubtitle(context) {
  context.font = '24px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.strokeStyle = '#000';
  context.fillStyle = '#fff';
  context.strokeText('WORDS OF A SUBTITLE', filmWidth / 2, filmHeight * 0.775);
  context.fillText('WORDS OF A SUBTITLE', filmWidth / 2, filmHeight * 0.775);
}
