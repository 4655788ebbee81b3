// Draws a film and encodes it; kept between runs under a name that says what drew it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { drawLine, drawShot } from './picture.mjs';
import { placeOf } from './place.mjs';
import { fps, truthOf } from './plan.mjs';
import { softWipe, traceWipe } from './wipe-shape.mjs';

const { resolve } = createRequire(import.meta.url);
GlobalFonts.registerFromPath(resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'), 'noto');
const folder = join(process.env.SHENPIAN_BENCH_DIR ?? tmpdir(), 'shenpian-bench-shots');
const sources = ['film.mjs', 'picture.mjs', 'place.mjs', 'wipe-shape.mjs', '../subtitles/scenery.mjs'];
const drawing = createHash('sha256');
for (const name of sources) drawing.update(readFileSync(new URL(name, import.meta.url)));
const drawingHash = drawing.digest('hex');

function* framesOf(shots, places, size) {
  const [stage, other] = [createCanvas(size.width, size.height), createCanvas(size.width, size.height)];
  const [pen, over] = [stage.getContext('2d'), other.getContext('2d')];
  let filmFrame = 0;
  for (const [index, shot] of shots.entries()) {
    const { from, frames } = shot;
    const [before, after] = [shots[index - 1], shots[index + 1]];
    for (let frame = 0; frame < frames; frame++) {
      const mixing = before && ['dissolve', 'wipe'].includes(from.kind) && frame < from.frames;
      if (mixing) {
        const share = (frame + 1) / (from.frames + 1);
        drawShot(over, shot, places[index], size, frame);
        drawShot(pen, before, places[index - 1], size, before.frames + frame);
        mix(pen, over, other, from, share, size);
      } else {
        drawShot(pen, shot, places[index], size, frame);
      }
      const gone = frames - 1 - frame;
      if (before && from.kind === 'fade' && frame < from.frames) veil(pen, from.colour, 1 - frame / from.frames, size);
      if (after?.from.kind === 'fade' && gone < after.from.frames)
        veil(pen, after.from.colour, 1 - gone / after.from.frames, size);
      drawLine(pen, size, filmFrame++);
      yield stage.data();
    }
  }
}

function mix(pen, over, other, from, share, size) {
  if (from.kind === 'dissolve') {
    pen.globalAlpha = share;
    pen.drawImage(other, 0, 0);
    pen.globalAlpha = 1;
    return;
  }
  const soft = softWipe(over, from.shape, share, size);
  if (soft) {
    over.globalCompositeOperation = 'destination-in';
    over.fillStyle = soft;
    over.fillRect(0, 0, size.width, size.height);
    over.globalCompositeOperation = 'source-over';
    pen.drawImage(other, 0, 0);
    return;
  }
  pen.save();
  traceWipe(pen, from.shape, share, size);
  pen.clip();
  pen.drawImage(other, from.shape === 'cover' ? size.width * (share - 1) : 0, 0);
  pen.restore();
}

function veil(pen, colour, share, { width, height }) {
  pen.globalAlpha = share;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  pen.globalAlpha = 1;
}

/** Frames that a film with a variable rate leaves out, as ffmpeg's `select` says it and as a test. */
const dropping = {
  expression: 'not(eq(mod(n,3),1)*lt(mod(n,150),75))',
  keeps: (frame) => !(frame % 3 === 1 && frame % 150 < 75),
};

/** Draws `shots` into an MP4 file (H.264 with grain). `encoding`: width, height, crf, grain (0–100), variable rate. */
async function make(shots, encoding, ffmpeg, file) {
  const { width, height, crf, grain, variable } = encoding;
  const places = [];
  for (const { place } of shots) places.push(await placeOf(place));
  const filters = [
    ...(grain > 0 ? [`noise=alls=${grain}:allf=t`] : []),
    ...(variable ? [`select='${dropping.expression}'`] : []),
  ];
  const child = spawn(
    ffmpeg,
    [
      ...[
        '-v',
        'error',
        '-y',
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgba',
        '-s',
        `${width}x${height}`,
        '-r',
        String(fps),
        '-i',
        'pipe:0',
      ],
      ...(filters.length > 0 ? ['-vf', filters.join(',')] : []),
      ...[
        '-vsync',
        variable ? 'vfr' : 'cfr',
        '-c:v',
        'libx264',
        '-preset',
        'superfast',
        '-crf',
        String(crf),
        '-pix_fmt',
        'yuv420p',
        file,
      ],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const closed = once(child, 'close');
  for (const picture of framesOf(shots, places, { width, height })) {
    if (!child.stdin.write(Buffer.from(picture))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} while making ${file}`);
}

/** The file of a film, made when it is not there, and its truth in seconds. */
export async function filmOf(name, shots, encoding, ffmpeg) {
  const key = createHash('sha256')
    .update(drawingHash + JSON.stringify({ shots, encoding }))
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `${name}-${key}.mp4`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `unfinished-${process.pid}-${name}.mp4`);
    await make(shots, encoding, ffmpeg, unfinished);
    renameSync(unfinished, file);
  }
  return { file, truth: timed(truthOf(shots), encoding) };
}

function timed({ cuts, graduals, lights, covered }, { variable }) {
  // A cut whose first frame was left out is seen one frame later.
  const seen = (frame) => (variable && !dropping.keeps(frame) ? frame + 1 : frame) / fps;
  const range = ({ first, last, ...rest }) => ({ ...rest, start: first / fps, end: (last + 1) / fps });
  return {
    cuts: cuts.map(({ frame, onlyColour }) => ({ time: seen(frame), onlyColour })),
    graduals: graduals.map(range),
    lights: lights.map(range),
    covered: covered.map(range),
  };
}
