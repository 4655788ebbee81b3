// Draws a clip and pipes it into ffmpeg.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { margin, scenery } from './scenery.mjs';

const { resolve } = createRequire(import.meta.url);
const fonts = {
  noto: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  light: 'noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  xiaowei: 'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  kuaile: 'zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf',
  huangyou: 'zcool-qingke-huangyou/400Regular/ZCOOLQingKeHuangYou_400Regular.ttf',
  mashan: 'ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
};
for (const [family, file] of Object.entries(fonts)) {
  GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/${file}`), family);
}

function write(pen, text, x, y, size, { colour, edge }) {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.save();
  if (edge === 'bar') {
    const width = pen.measureText(text).width + size;
    pen.fillStyle = 'rgb(0 0 0 / 0.6)';
    pen.fillRect(x - width / 2, y - size * 0.7, width, size * 1.4);
  }
  if (edge === 'outline' || edge === 'light outline') {
    pen.strokeStyle = edge === 'outline' ? '#000' : '#fff';
    pen.lineJoin = 'round';
    pen.lineWidth = size * 0.14;
    pen.strokeText(text, x, y);
  }
  if (edge === 'shadow') {
    pen.shadowColor = 'rgb(0 0 0 / 0.9)';
    pen.shadowBlur = size * 0.12;
    pen.shadowOffsetX = pen.shadowOffsetY = size * 0.05;
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
  pen.restore();
}

/** A line drawn once: a strip as wide as the picture, and where it goes. */
function lettering({ style }, { text, y, size: ownSize }, colour = style.colour) {
  const { width, height, font } = style;
  const size = (ownSize ?? style.size) * Math.min(width, height);
  const rows = text.split('\n');
  const strip = createCanvas(width, Math.ceil(size * (1 + 1.25 * rows.length)));
  const pen = strip.getContext('2d');
  rows.forEach((row, n) => {
    // The second row, a translation, is smaller, as it mostly is.
    const high = n === 0 ? size : size * 0.72;
    // A rare name is in none of the display typefaces: then Noto draws it.
    pen.font = `${high}px ${font}, noto`;
    write(pen, row, (style.x ?? 0.5) * width, size * (0.9 + 1.15 * n), high, { ...style, colour });
  });
  return { strip, top: Math.round((y ?? style.y) * height - size * (0.9 + 1.15 * (rows.length - 1))) };
}

function alphaAt({ start, end }, time, fade) {
  if (!fade) return 1;
  return Math.min(1, (time - start) / fade + 0.1, (end - time) / (0.6 * fade) + 0.1);
}

/** Draws `script` into an MP4 file. Rejects when ffmpeg fails. */
export async function makeClip(script, ffmpeg, file) {
  const { style, seconds, lines, cuts, captions, seed } = script;
  const { width, height, fps } = style;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const places = Array.from({ length: 5 }, (_, n) => scenery(style, seed + 17 * n));
  const drawn = new Map(lines.map((line) => [line, lettering(script, line)]));
  // Sung words change colour from left to right.
  const sung = style.karaoke ? new Map(lines.map((line) => [line, lettering(script, line, style.karaoke)])) : null;
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', String(fps), '-i', 'pipe:0'];
  const output = [
    '-c:v',
    'libx264',
    '-preset',
    'superfast',
    '-crf',
    '23',
    '-g',
    String(2 * fps),
    '-pix_fmt',
    'yuv420p',
    file,
  ];
  const child = spawn(ffmpeg, ['-v', 'error', '-y', ...input, ...output], { stdio: ['pipe', 'ignore', 'inherit'] });
  const closed = once(child, 'close');
  for (let frame = 0; frame < seconds * fps; frame++) {
    const time = frame / fps + 0.001;
    const shot = cuts.findLastIndex((cut) => cut <= time);
    // The camera stands still in every third shot.
    const drift = Math.min(margin, (time - cuts[shot]) * 28 * (shot % 3)) | 0;
    pen.drawImage(
      places[shot % places.length],
      -((shot * 37) % margin) - drift,
      -((shot * 53) % margin) - (drift >> 2),
    );
    for (const caption of captions) {
      if (time < caption.start || time >= caption.end) continue;
      const size = caption.size * Math.min(width, height);
      pen.font = `${size}px noto`;
      write(pen, caption.text, caption.x * width, caption.y * height, size, { colour: '#fff', edge: 'shadow' });
    }
    for (const line of lines) {
      if (time < line.start || time >= line.end) continue;
      const { strip, top } = drawn.get(line);
      pen.globalAlpha = alphaAt(line, time, style.fade);
      pen.drawImage(strip, 0, top);
      const done = sung ? Math.round((strip.width * (time - line.start)) / (line.end - line.start)) : 0;
      if (done > 0) {
        // The strip beneath must not show through: the words are cut out of the coloured one.
        pen.drawImage(sung.get(line).strip, 0, 0, done, strip.height, 0, top, done, strip.height);
      }
      pen.globalAlpha = 1;
    }
    if (!child.stdin.write(Buffer.from(canvas.data()))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} while making ${file}`);
}

/** Plays a clip several times, in one file of the same name. */
export function repeatClip(ffmpeg, file, times) {
  const long = file.replace(/\.mp4$/, '-long.mp4');
  const words = ['-v', 'error', '-y', '-stream_loop', String(times - 1), '-i', file, '-c', 'copy', long];
  if (spawnSync(ffmpeg, words).status !== 0) throw new Error(`could not repeat ${file}`);
  renameSync(long, file);
}
