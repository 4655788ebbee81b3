// Three minutes of the film by which cost is measured, 1080×1920 with stereo sound; kept between runs.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { plain } from '../cards/fonts.mjs';
import { filmOf } from '../shots/film.mjs';
import { costFilm } from '../shots/films.mjs';

const times = 7;
const sound = 'aevalsrc=0.2*sin(440*PI*t)*(1+sin(5*t))|0.2*sin(660*PI*t)*(1+sin(4*t)):s=48000';

/** Makes `file` by ffmpeg unless it is there; what is not finished has another name. */
function made(file, ffmpeg, words) {
  if (existsSync(file)) return file;
  const unfinished = file.replace('.mp4', `-unfinished-${process.pid}.mp4`);
  if (spawnSync(ffmpeg, ['-v', 'error', '-y', ...words, unfinished]).status !== 0)
    throw new Error(`could not make ${file}`);
  renameSync(unfinished, file);
  return file;
}

const drawn = async (ffmpeg) => (await filmOf(costFilm.name, costFilm.shots, costFilm.encoding, ffmpeg)).file;
const withSound = [
  '-f',
  'lavfi',
  '-i',
  sound,
  '-map',
  '0:v',
  '-map',
  '1:a',
  '-c:v',
  'copy',
  '-c:a',
  'aac',
  '-shortest',
];

/** The film seven times over, with sound. */
export async function soundFilm(ffmpeg) {
  const film = await drawn(ffmpeg);
  const long = film.replace('.mp4', `-sound-${times}.mp4`);
  return made(long, ffmpeg, ['-stream_loop', String(times - 1), '-i', film, ...withSound]);
}

/** The same with title, number, credits and an AI label in the first seconds. */
export async function cardFilm(ffmpeg) {
  const film = await drawn(ffmpeg);
  const picture = film.replace('.mp4', '-card.png');
  writeFileSync(picture, cardPicture(costFilm.encoding));
  const card = "[0:v][1:v]overlay=enable='between(t,0.6,3.6)'[v]";
  const encoding = [
    '-c:v',
    'libx264',
    '-preset',
    'superfast',
    '-crf',
    String(costFilm.encoding.crf),
    '-pix_fmt',
    'yuv420p',
  ];
  const first = made(film.replace('.mp4', '-card.mp4'), ffmpeg, [
    ...['-i', film, '-i', picture, '-filter_complex', card, '-map', '[v]', ...encoding],
  ]);
  const list = film.replace('.mp4', '-card.txt');
  writeFileSync(list, [first, ...Array(times - 1).fill(film)].map((file) => `file '${file}'\n`).join(''));
  const long = film.replace('.mp4', `-card-sound-${times}.mp4`);
  return made(long, ffmpeg, ['-f', 'concat', '-safe', '0', '-i', list, ...withSound]);
}

function cardPicture({ width, height }) {
  GlobalFonts.registerFromPath(plain, 'card');
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const write = (text, x, y, size) => {
    pen.font = `${size * width}px card`;
    pen.textAlign = 'center';
    pen.lineWidth = 0.12 * size * width;
    pen.strokeStyle = '#000';
    pen.fillStyle = '#fff';
    pen.strokeText(text, x * width, y * height);
    pen.fillText(text, x * width, y * height);
  };
  write('《凤湖夜话》', 0.5, 0.33, 0.08);
  write('（豫）网微剧备字（2026）第012号', 0.5, 0.45, 0.03);
  write('编剧 林小满  导演 周远', 0.5, 0.6, 0.032);
  write('本视频由AI生成', 0.75, 0.05, 0.056);
  return canvas.toBuffer('image/png');
}
