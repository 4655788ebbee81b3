import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { VideoInput } from '../work/input.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';
import { framePool } from './frame-pool.ts';
import { rawFrames } from './frame-splitter.ts';
import type { Picture } from './sample.ts';

/** A picture that the scout took before the decode, at about `time` seconds (the keyframe before it). */
export interface ScoutedPicture extends Picture {
  readonly time: number;
}

/** A scout that takes longer than this yields what it has, seconds. A seek usually takes 0.1–0.2 s. */
const scoutLimit = 60;
/** One process seeks on one core; more than this many do not pay. */
const mostProcesses = 4;

/** One frame after each seek, one after the other on a single stream, which is all that fluent-ffmpeg can hand over. */
function oneOfEach(count: number, width: number, height: number): string[] {
  const parts = Array.from(
    { length: count },
    (_, i) => `[${i}:v:0]trim=end_frame=1,setpts=0,scale=${width}:${height}:flags=fast_bilinear,format=rgb24[p${i}]`,
  );
  const labels = Array.from({ length: count }, (_, i) => `[p${i}]`).join('');
  return [...parts, `${labels}concat=n=${count}:v=1:a=0[out]`];
}

/**
 * Takes RGB pictures at keyframes spread over an episode, before its decode: as many processes as there are cores share the seeks.
 *
 * @param count how many, one in each of as many equal parts
 * @param width px; height follows the picture
 * @returns those that could be taken, in order of time: fewer than `count` for a damaged file
 */
export async function scout(
  input: VideoInput,
  count: number,
  width: number,
  signal: AbortSignal,
): Promise<ScoutedPicture[]> {
  signal.throwIfAborted();
  const { probe } = input;
  const size = Math.min(width, probe.width);
  const height = Math.max(2, Math.round((size * probe.height) / probe.width / 2) * 2);
  // Each somewhere else in its part, by the golden ratio: equal steps would fall on the same beat of a regular film.
  const times = Array.from({ length: count }, (_, i) => ((i + (((i + 1) * 0.618) % 1)) * probe.videoSeconds) / count);
  const share = Math.ceil(count / Math.min(mostProcesses, availableParallelism()));
  const shares = Array.from({ length: Math.ceil(count / share) }, (_, i) => times.slice(i * share, (i + 1) * share));
  const taken = await Promise.all(
    shares.map((some) => takePictures(input.file, some, { width: size, height }, signal)),
  );
  signal.throwIfAborted();
  return taken.flat();
}

/** One process that seeks to each of the times. Those that could be taken, with the times of the first ones. */
async function takePictures(
  file: string,
  times: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
  signal: AbortSignal,
): Promise<ScoutedPicture[]> {
  const tools = await resolveFfmpeg();
  const { default: ffmpeg } = await import('fluent-ffmpeg');
  ffmpeg.setFfmpegPath(tools.ffmpeg.file);
  signal.throwIfAborted();
  const command = ffmpeg({ timeout: scoutLimit });
  for (const time of times) {
    command
      .input(`file:${file}`)
      // A decoder per seek: one thread each, or starting them costs more than the frame.
      .inputOptions([...inputGuards, '-threads', '1', '-noaccurate_seek'])
      .seekInput(time);
  }
  command
    .complexFilter(oneOfEach(times.length, width, height), 'out')
    .outputOptions([tools.syncOption, 'passthrough'])
    .format('rawvideo');
  const stop = (): void => {
    command.kill('SIGKILL');
  };
  signal.addEventListener('abort', stop, { once: true });
  // A damaged file may end the process early; what came before is still good.
  command.on('error', () => undefined);
  const splitter = rawFrames(width * height * 3, framePool());
  const frames: Uint8Array[] = [];
  const stream = command.pipe();
  stream.on('data', (chunk: Uint8Array) => frames.push(...splitter.push(chunk)));
  await once(stream, 'close').catch(() => undefined);
  signal.removeEventListener('abort', stop);
  return frames.slice(0, times.length).map((data, i) => ({ time: times[i] ?? 0, width, height, channels: 3, data }));
}
