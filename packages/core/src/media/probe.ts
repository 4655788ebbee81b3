import ffmpeg, { type FfprobeData } from 'fluent-ffmpeg';
import { SubmissionError } from '../errors.ts';
import type { Probe } from '../work/input.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';

/** A file that takes ffprobe longer than this is not opened, milliseconds. Usual files take 50–200 ms. */
const timeLimit = 60_000;

function ffprobe(file: string): Promise<FfprobeData> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${timeLimit / 1000} s`)), timeLimit);
    timer.unref();
    ffmpeg.ffprobe(`file:${file}`, ['-hide_banner', ...inputGuards], (error: Error | null, data) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(data);
    });
  });
}

/** ffprobe's own last words, without its banner and our temporary paths. */
function lastLine(error: Error): string {
  const lines = error.message.split('\n').map((line) => line.trim());
  const line = lines.findLast((text) => text !== '' && !text.startsWith('[')) ?? error.message;
  return line.replace(/^file:\S.*?: (?=[A-Z])/, '').slice(0, 120);
}

function rate(text: string | undefined): number {
  const [numerator, denominator] = (text ?? '0/0').split('/').map(Number);
  const value = (numerator ?? 0) / (denominator ?? 1);
  return Number.isFinite(value) ? value : 0;
}

function number(value: unknown): number {
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : 0;
}

/** Matroska writes the length of a stream as a tag, `00:01:02.500000000`. Seconds; 0 when there is none. */
function taggedSeconds(tags: unknown): number {
  const text = Object.entries(Object(tags)).find(([key]) => /^duration(-|$)/i.test(key))?.[1];
  const [, hours, minutes, seconds] = /^(\d+):(\d+):([\d.]+)$/.exec(String(text)) ?? [];
  return number(hours) * 3600 + number(minutes) * 60 + number(seconds);
}

/**
 * What the container says about a video file.
 *
 * @param path how messages name the file
 * @throws SubmissionError when it is no video, has no picture, or is 0 seconds long.
 */
export async function probe(file: string, path: string): Promise<Probe> {
  const tools = await resolveFfmpeg();
  ffmpeg.setFfprobePath(tools.ffprobe.file);
  const data = await ffprobe(file).catch((cause: Error) => {
    throw new SubmissionError('notVideo', path, { detail: lastLine(cause) }, { cause });
  });
  const video = data.streams.find(
    (stream) => stream.codec_type === 'video' && stream.disposition?.['attached_pic'] !== 1,
  );
  const audio = data.streams.find((stream) => stream.codec_type === 'audio');
  if (video === undefined) {
    if (audio !== undefined) throw new SubmissionError('noPicture', path);
    throw new SubmissionError('notVideo', path, { detail: 'no video stream' });
  }
  const videoSeconds = number(video.duration) || taggedSeconds(video.tags) || number(data.format.duration);
  if (videoSeconds <= 0) throw new SubmissionError('zeroLength', path);
  const turned = Math.abs(number(video.rotation)) % 180 === 90;
  const [width, height] = [number(video.width), number(video.height)];
  if (width <= 0 || height <= 0) throw new SubmissionError('notVideo', path, { detail: 'no picture size' });
  return {
    seconds: Math.max(videoSeconds, number(data.format.duration)),
    videoSeconds,
    width: turned ? height : width,
    height: turned ? width : height,
    fps: rate(video.avg_frame_rate) || rate(video.r_frame_rate),
    container: data.format.format_name ?? '',
    videoCodec: video.codec_name ?? '',
    audioCodec: audio?.codec_name ?? null,
    tags: Object.fromEntries(
      Object.entries(data.format.tags ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]),
    ),
  };
}
