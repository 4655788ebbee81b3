// The made clips, kept between runs: named by the content of everything that draws them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClip, repeatClip } from './clip.mjs';
import { scriptOf } from './script.mjs';

const folder = join(process.env.SHENPIAN_BENCH_DIR ?? tmpdir(), 'shenpian-bench-subtitles');
const drawing = ['clip.mjs', 'random.mjs', 'scenery.mjs'];
const hash = createHash('sha256');
for (const name of drawing) hash.update(readFileSync(new URL(name, import.meta.url)));
const drawingHash = hash.digest('hex');

/** A script as it is when its clip is played several times. */
function repeated(script, times) {
  const { seconds, lines } = script;
  const again = Array.from({ length: times }, (_, n) =>
    lines.map((line) => ({ ...line, start: line.start + n * seconds, end: line.end + n * seconds })),
  );
  return { ...script, seconds: times * seconds, lines: again.flat() };
}

/** The clip of a style: its script and its file, which is made when it is not there. */
export async function clipOf(style, ffmpeg) {
  const script = repeated(scriptOf(style), style.times ?? 1);
  const key = createHash('sha256')
    .update(drawingHash + JSON.stringify(script))
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `${style.name}-${key}.mp4`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `unfinished-${process.pid}-${style.name}.mp4`);
    await makeClip(scriptOf(style), ffmpeg, unfinished);
    if (style.times) repeatClip(ffmpeg, unfinished, style.times);
    renameSync(unfinished, file);
  }
  return { script, file };
}

/** Where the clips are, and how many. */
export const madeClips = () => ({ folder, count: existsSync(folder) ? readdirSync(folder).length : 0 });
