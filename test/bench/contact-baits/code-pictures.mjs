// Draws QR codes on frames of the sample drama, encodes them as a film would be, and gives the decoded gray pictures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import drawer from 'qrcode-generator';
import { random } from '../subtitles/random.mjs';

export const [width, height] = [1080, 1920];
const episodes = fileURLToPath(new URL('../../../samples/fenghu-yehua/episodes', import.meta.url));
const texts = ['https://u.wechat.com/EAbc12', 'https://weixin.qq.com/g/AwYAAKx3b9QfWm0000Zk7h2T1c8d5e6f7g8h9'];
const styles = ['plain', 'translucent', 'logo', 'turned', 'inverted', 'seen at an angle'];

/** Widths as shares of the picture's, without the quiet zone. */
export const variants = [0.08, 0.1, 0.13, 0.18, 0.28].flatMap((share) =>
  texts.flatMap((text) => styles.map((style) => ({ share, text, style }))),
);

function draw(image, { share, text, style }, next) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0, width, height);
  const code = drawer(0, style === 'logo' ? 'H' : 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = share * width;
  const dot = side / count;
  pen.save();
  pen.translate(80 + next() * (width - side - 160) + side / 2, 150 + next() * (height - side - 400) + side / 2);
  if (style === 'turned') pen.rotate((next() - 0.5) * 0.6);
  if (style === 'seen at an angle') pen.transform(0.92, 0.12, -0.1, 1, 0, 0);
  pen.translate(-side / 2, -side / 2);
  pen.globalAlpha = style === 'translucent' ? 0.8 : 1;
  pen.fillStyle = style === 'inverted' ? '#111' : '#fff';
  pen.fillRect(-4 * dot, -4 * dot, side + 8 * dot, side + 8 * dot);
  pen.globalAlpha = 1;
  pen.fillStyle = style === 'inverted' ? '#eee' : '#000';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) pen.fillRect(column * dot, row * dot, dot + 0.3, dot + 0.3);
    }
  }
  if (style === 'logo') {
    pen.fillStyle = '#fff';
    pen.fillRect(side * 0.4, side * 0.4, side * 0.2, side * 0.2);
    pen.fillStyle = '#07c160';
    pen.fillRect(side * 0.42, side * 0.42, side * 0.16, side * 0.16);
  }
  pen.restore();
  return Buffer.from(canvas.data());
}

/** Gray pictures of all variants, in order, after H.264 at a quality (crf). */
export async function codePictures(ffmpeg, crf) {
  const work = mkdtempSync(join(tmpdir(), 'shenpian-codes-'));
  const run = (words, input) => {
    const { status, stdout, stderr } = spawnSync(ffmpeg, ['-v', 'error', '-y', ...words], {
      input,
      maxBuffer: 2 ** 31 - 1,
    });
    if (status !== 0) throw new Error(stderr.toString());
    return stdout;
  };
  try {
    const source = join(episodes, readdirSync(episodes).toSorted()[0]);
    run(['-i', source, '-vf', 'fps=1/4', '-frames:v', '8', join(work, '%d.png')]);
    const images = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => loadImage(join(work, `${n}.png`))));
    const next = random(7);
    // Three frames each: the middle one is coded from its neighbour, as in a film.
    const frames = variants.flatMap((variant, i) => {
      const frame = draw(images[i % images.length], variant, next);
      return [frame, frame, frame];
    });
    const film = join(work, 'codes.mp4');
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', '5', '-i', '-'];
    run([...raw, '-c:v', 'libx264', '-crf', String(crf), '-pix_fmt', 'yuv420p', film], Buffer.concat(frames));
    const gray = run(['-i', film, '-vf', 'format=gray', '-f', 'rawvideo', '-']);
    const bytes = width * height;
    return variants.map((_, i) => new Uint8Array(gray.subarray((3 * i + 1) * bytes, (3 * i + 2) * bytes)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
