// Draws one frame of a shot.
import { random } from '../subtitles/random.mjs';
import { fps } from './plan.mjs';

const wave = (seconds, rate, phase) => Math.sin(seconds * rate + phase);

/**
 * Time within the shot, seconds. `phase` is where another take of it begins, `skip` how many frames were trimmed off, `speed` of the
 * camera aside; `still` stops it, `repeat` shows each picture so many times.
 */
function clockOf({ trouble, phase = 0, skip = 0, still, repeat = 1 }, frame) {
  if (still) return phase;
  if (trouble === 'slow motion') return phase + (Math.floor((frame + skip) / 3) * 1.2) / fps;
  return phase + Math.floor((frame + skip) / repeat) / fps;
}

/** Where the camera is: a rectangle of the place. */
function cameraOf(shot, place, { width, height }, frame) {
  const seconds = clockOf(shot, frame);
  const fit = Math.min(place.width / width, place.height / height);
  let zoom = shot.zoom;
  if (shot.trouble === 'zoom') zoom *= 1 + Math.min(0.8, 0.35 * shot.speed * seconds);
  const [wide, high] = [(width * fit) / zoom, (height * fit) / zoom];
  const shake = shot.locked ? 0 : shot.trouble === 'handheld' ? 0.03 : 0.004;
  let x = shot.x * (place.width - wide) + wide * shake * wave(seconds, 3.1, shot.look);
  const y = shot.y * (place.height - high) + high * shake * 0.6 * wave(seconds, 2.3, shot.look * 2);
  // To where there is more of the place, and back again at its edge.
  const travel = (distance) => {
    const room = place.width - wide;
    const unfolded = x + distance;
    const folded = room > 0 ? ((unfolded % (2 * room)) + 2 * room) % (2 * room) : 0;
    x = folded > room ? 2 * room - folded : folded;
  };
  if (shot.trouble === 'fast pan') travel(wide * shot.speed * seconds);
  else if (!shot.locked) travel(wide * 0.02 * shot.speed * seconds);
  if (shot.trouble === 'whip') travel(wide * 2.2 * smooth((frame - shot.at) / 10));
  return [Math.max(0, Math.min(place.width - wide, x)), Math.max(0, Math.min(place.height - high, y)), wide, high];
}

const smooth = (share) => {
  const t = Math.max(0, Math.min(1, share));
  return t * t * (3 - 2 * t);
};

function drawPerson(pen, { width, height }, number, look, seconds) {
  const next = random(look + 31 * number);
  const size = width * (0.13 + 0.13 * next());
  const x =
    width * (number === 0 ? 0.3 + 0.35 * next() : 0.1 + 0.8 * next()) + size * 0.25 * wave(seconds, 1 + next(), look);
  const y = height * (0.36 + 0.12 * next()) + size * 0.06 * wave(seconds, 4, number);
  const hue = next() * 360;
  const coat = pen.createLinearGradient(x - size * 1.6, y, x + size * 1.6, y);
  coat.addColorStop(0, `hsl(${hue} 45% ${20 + 40 * next()}%)`);
  coat.addColorStop(1, `hsl(${hue} 40% ${12 + 20 * next()}%)`);
  pen.fillStyle = coat;
  pen.beginPath();
  pen.moveTo(x - size * 0.5, y + size);
  pen.bezierCurveTo(x - size * 2, y + size * 1.5, x - size * 2, y + size * 3, x - size * 2, height);
  pen.lineTo(x + size * 2, height);
  pen.bezierCurveTo(x + size * 2, y + size * 3, x + size * 2, y + size * 1.5, x + size * 0.5, y + size);
  pen.fill();
  pen.fillStyle = '#2a1b18';
  pen.beginPath();
  pen.ellipse(x, y - size * 0.15, size * 1.02, size * 1.25, 0, 0, 7);
  pen.fill();
  pen.fillStyle = `hsl(${20 + 12 * next()} 50% ${62 + 14 * next()}%)`;
  pen.beginPath();
  pen.ellipse(x + size * 0.08 * wave(seconds, 1.4, look), y + size * 0.1, size * 0.8, size, 0, 0, 7);
  pen.fill();
  pen.fillStyle = '#301c1c';
  for (const side of [-0.33, 0.33]) pen.fillRect(x + side * size - size * 0.1, y, size * 0.2, size * 0.1);
  // A mouth that speaks.
  pen.fillRect(x - size * 0.2, y + size * 0.55, size * 0.4, size * (0.06 + 0.12 * Math.abs(wave(seconds, 9, look))));
}

/** Someone walks past close to the camera. */
function drawCrossing(pen, { width, height }, { look, speed }, frames) {
  const wide = width * 0.75;
  const x = -1.2 * wide + (frames / (11 / speed)) * width;
  if (x > width + wide) return;
  const coat = pen.createLinearGradient(x, 0, x + wide, 0);
  coat.addColorStop(0, `hsl(${look % 360} 25% 10%)`);
  coat.addColorStop(0.5, `hsl(${look % 360} 25% 24%)`);
  coat.addColorStop(1, `hsl(${look % 360} 25% 10%)`);
  pen.fillStyle = coat;
  pen.beginPath();
  pen.ellipse(x + wide / 2, height * 0.72, wide / 2, height * 0.75, 0, 0, 7);
  pen.fill();
}

function drawPopUp(pen, { width, height }, { share, look }) {
  pen.fillStyle = `hsl(${look % 360} 80% 60%)`;
  pen.fillRect(0, height * (1 - share), width, height * share);
  pen.fillStyle = '#fff';
  for (let n = 0; n < 4; n++)
    pen.fillRect(
      width * 0.08,
      height * (1 - share * (0.85 - n * 0.2)),
      width * (0.5 + ((look >> n) % 3) * 0.15),
      height * share * 0.08,
    );
}

function drawSubtitle(pen, { width, height }, text) {
  const next = random(text);
  pen.font = `${Math.round(width * 0.058)}px noto`;
  pen.textAlign = 'center';
  pen.lineWidth = width * 0.009;
  const words = Array.from({ length: 5 + Math.floor(next() * 8) }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(next() * 3000)),
  ).join('');
  pen.strokeStyle = '#000';
  pen.fillStyle = '#fff';
  pen.strokeText(words, width / 2, height * 0.74);
  pen.fillText(words, width / 2, height * 0.74);
}

/**
 * A lamp beside the picture that goes on or off within `ramp` frames and stays so, or a beam that sweeps across it (headlights, a
 * torch): light on a part of the picture that leaves another part dark.
 */
function drawLamp(pen, { width, height }, { kind, at, ramp, x, y, reach, strength, colour }, frame) {
  const done = Math.max(0, Math.min(1, (frame - at + 1) / ramp));
  if (kind === 'sweep' && (done === 0 || done === 1)) return;
  const share = kind === 'lamp off' ? 1 - done : kind === 'sweep' ? 1 : done;
  if (share === 0) return;
  // A beam comes from outside the picture and leaves it.
  const far = width + 2 * reach * height;
  const middle = kind === 'sweep' ? done * far - reach * height : x * width;
  const glow = pen.createRadialGradient(middle, y * height, 0, middle, y * height, reach * height);
  glow.addColorStop(0, colour);
  glow.addColorStop(1, '#000');
  pen.globalAlpha = share * strength;
  pen.globalCompositeOperation = 'lighter';
  pen.fillStyle = glow;
  pen.fillRect(0, 0, width, height);
  pen.globalCompositeOperation = 'source-over';
  pen.globalAlpha = 1;
}

/** Draws frame `frame` of a shot over the whole canvas; the subtitle is not in it. */
export function drawShot(pen, shot, place, size, frame) {
  const { width, height } = size;
  const seconds = clockOf(shot, frame);
  pen.globalAlpha = 1;
  if (shot.mirrored) pen.setTransform(-1, 0, 0, 1, width, 0);
  pen.drawImage(place, ...cameraOf(shot, place, size, frame), 0, 0, width, height);
  pen.globalAlpha = shot.tintShare;
  pen.fillStyle = `hsl(${shot.tint} 60% 50%)`;
  pen.fillRect(0, 0, width, height);
  pen.globalAlpha = 1;
  for (let n = 0; n < shot.people; n++) drawPerson(pen, size, n, shot.look, seconds);
  if (shot.trouble === 'crossing' && frame >= shot.at) drawCrossing(pen, size, shot, frame - shot.at);
  if (shot.light < 1) {
    pen.globalAlpha = 1 - shot.light;
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, width, height);
  }
  if (shot.lamp) drawLamp(pen, size, shot.lamp, frame);
  const flash = shot.flashes.find(({ at, frames }) => frame >= at && frame < at + frames);
  if (flash) {
    pen.globalAlpha = (flash.colour === '#fff' ? 0.85 : 0.5) * (1 - (frame - flash.at) / (flash.frames + 1));
    pen.fillStyle = flash.colour;
    pen.fillRect(0, 0, width, height);
  }
  pen.globalAlpha = 1;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  if (shot.trouble === 'pop-up' && frame >= shot.at && frame < shot.at + fps) drawPopUp(pen, size, shot);
}

/** Lines of dialogue change every 1.6 s, across cuts too. */
export function drawLine(pen, size, filmFrame) {
  const text = Math.floor(filmFrame / (1.6 * fps));
  if (text % 4 !== 3) drawSubtitle(pen, size, text);
}
