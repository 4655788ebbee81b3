import { once } from 'node:events';
import ffmpeg from 'fluent-ffmpeg';
import type { VideoInput } from '../work/input.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';
import { rawFrames } from './frame-splitter.ts';
import type { Picture } from './sample.ts';

/** A picture that the scout took before the decode, at about `time` seconds (the keyframe there). */
export interface ScoutedPicture extends Picture {
  readonly time: number;
}

/** A seek that takes longer than this yields no picture, seconds. Usual ones take 0.1–0.3 s. */
const seekLimit = 30;

async function pictureAt(input: VideoInput, time: number, width: number, height: number, signal: AbortSignal) {
  const command = ffmpeg(`file:${input.file}`, { timeout: seekLimit })
    .inputOptions([...inputGuards, '-noaccurate_seek'])
    .seekInput(time)
    .noAudio()
    .frames(1)
    .videoFilters([`scale=${width}:${height}:flags=fast_bilinear`])
    .outputOptions(['-pix_fmt', 'rgb24'])
    .format('rawvideo');
  const stop = (): void => {
    command.kill('SIGKILL');
  };
  signal.addEventListener('abort', stop, { once: true });
  const splitter = rawFrames(width * height * 3);
  const frames: Uint8Array[] = [];
  // A seek past the last keyframe ends without a picture: the command errors, and this time has none.
  command.on('error', () => undefined);
  const stream = command.pipe();
  stream.on('data', (chunk: Uint8Array) => frames.push(...splitter.push(chunk)));
  await once(stream, 'close').catch(() => undefined);
  signal.removeEventListener('abort', stop);
  return frames[0] ?? null;
}

/**
 * Takes RGB pictures at keyframes spread over an episode, before its decode.
 *
 * @param count how many, at the middles of equal parts
 * @param width px; height follows the picture
 * @returns those that could be taken: fewer than `count` for a damaged file
 */
export async function scout(
  input: VideoInput,
  count: number,
  width: number,
  signal: AbortSignal,
): Promise<ScoutedPicture[]> {
  const tools = await resolveFfmpeg();
  ffmpeg.setFfmpegPath(tools.ffmpeg.file);
  const { probe } = input;
  const size = Math.min(width, probe.width);
  const height = Math.max(2, Math.round((size * probe.height) / probe.width / 2) * 2);
  const pictures: ScoutedPicture[] = [];
  for (let i = 0; i < count; i++) {
    signal.throwIfAborted();
    const time = ((i + 0.5) * probe.videoSeconds) / count;
    const data = await pictureAt(input, time, size, height, signal);
    if (data !== null) pictures.push({ time, width: size, height, channels: 3, data });
  }
  return pictures;
}
