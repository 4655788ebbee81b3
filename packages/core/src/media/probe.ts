import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { SubmissionError } from '../errors.ts';
import type { Probe, SubtitleStream, TechnicalProbe } from '../work/input.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';

const run = promisify(execFile);

/** A file that takes ffprobe longer than this is not opened, milliseconds. Usual files take 50–200 ms. */
const timeLimit = 60_000;

const text = z.coerce.string().optional();
const streamSchema = z.looseObject({
  codec_type: text,
  codec_name: text,
  width: z.number().optional(),
  height: z.number().optional(),
  duration: text,
  start_time: text,
  nb_frames: text,
  avg_frame_rate: text,
  r_frame_rate: text,
  bit_rate: text,
  pix_fmt: text,
  color_range: text,
  color_transfer: text,
  field_order: text,
  sample_aspect_ratio: text,
  sample_rate: text,
  channels: z.number().optional(),
  disposition: z.record(z.string(), z.number()).optional(),
  tags: z.record(z.string(), z.coerce.string()).optional(),
  side_data_list: z.array(z.looseObject({ rotation: z.number().optional() })).optional(),
});
const outputSchema = z.looseObject({
  streams: z.array(streamSchema).default([]),
  format: z
    .looseObject({
      format_name: text,
      duration: text,
      start_time: text,
      bit_rate: text,
      tags: z.record(z.string(), z.coerce.string()).optional(),
    })
    .default({}),
});

/** ffprobe in a process that is killed when it hangs, which fluent-ffmpeg gives no handle for. */
async function ffprobe(file: string): Promise<z.infer<typeof outputSchema>> {
  const tools = await resolveFfmpeg();
  const words = ['-hide_banner', '-v', 'error', ...inputGuards, '-of', 'json', '-show_format', '-show_streams'];
  const options = { timeout: timeLimit, killSignal: 'SIGKILL', maxBuffer: 1 << 24, windowsHide: true } as const;
  // The static build loads the system's character tables for the programme name of an MPEG-TS, and crashes. Without them it gives the name as it is.
  const env = tools.ffprobe.source === 'installer' ? { ...process.env, GCONV_PATH: '/nonexistent' } : process.env;
  const { stdout } = await run(tools.ffprobe.file, [...words, '-i', `file:${file}`], { ...options, env });
  return outputSchema.parse(JSON.parse(stdout));
}

/** ffprobe's own last words, without our temporary paths. */
function lastLine(error: Error & { stderr?: string; killed?: boolean; signal?: string | null }): string {
  if (error.killed === true) return `ffprobe gave no answer in ${timeLimit / 1000} s`;
  if (error.signal != null) return `ffprobe was killed with signal ${error.signal}`;
  const lines = (error.stderr ?? error.message).split('\n').map((line) => line.trim());
  const line = lines.findLast((each) => each !== '' && !each.startsWith('[')) ?? error.message;
  return line.replace(/^file:\S.*?: (?=[A-Z])/, '').slice(0, 120);
}

function ratio(fraction: string | undefined): number {
  const [numerator, denominator] = (fraction ?? '0/0').split('/').map(Number);
  const value = (numerator ?? 0) / (denominator ?? 1);
  return Number.isFinite(value) ? value : 0;
}

function number(value: unknown): number {
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : 0;
}

/** Matroska writes where a stream ends as a tag, `00:01:02.500000000`. Seconds from the clock's zero; 0 when there is none. */
function taggedEnd(tags: Readonly<Record<string, string>> = {}): number {
  const end = Object.entries(tags).find(([key]) => /^duration(-|$)/i.test(key))?.[1];
  const [, hours, minutes, seconds] = /^(\d+):(\d+):([\d.]+)$/.exec(end ?? '') ?? [];
  return number(hours) * 3600 + number(minutes) * 60 + number(seconds);
}

function subtitleStream({ codec_name, disposition, tags }: z.infer<typeof streamSchema>): SubtitleStream {
  const language = Object.entries(tags ?? {}).find(([key]) => key.toLowerCase() === 'language')?.[1] ?? 'und';
  return {
    codec: codec_name ?? 'unknown',
    language: language === 'und' ? null : language,
    default: disposition?.['default'] === 1,
  };
}

/** What a stream says; null when it is absent or ffprobe's word for that. */
const said = (value: string | undefined): string | null =>
  value === undefined || value === '' || value === 'unknown' ? null : value;

function technicalProbe(
  video: z.infer<typeof streamSchema>,
  audio: z.infer<typeof streamSchema> | undefined,
  bitRate: string | undefined,
): TechnicalProbe {
  const rate = number(audio?.sample_rate);
  const channels = audio?.channels ?? 0;
  return {
    bitRate: number(bitRate) || null,
    videoBitRate: number(video.bit_rate) || null,
    pixelFormat: said(video.pix_fmt),
    colorRange: said(video.color_range),
    colorTransfer: said(video.color_transfer),
    fieldOrder: said(video.field_order),
    sampleAspect: ratio(video.sample_aspect_ratio?.replace(':', '/')) || null,
    sound: rate > 0 && channels > 0 ? { rate, channels, seconds: number(audio?.duration) || null } : null,
  };
}

/**
 * What the container says about a video file.
 *
 * @param path how messages name the file
 * @throws SubmissionError when it is no video, has no picture, or is 0 seconds long.
 */
export async function probe(file: string, path: string): Promise<Probe> {
  await resolveFfmpeg();
  const { streams, format } = await ffprobe(file).catch((cause: Error) => {
    throw new SubmissionError('notVideo', path, { detail: lastLine(cause) }, { cause });
  });
  const video = streams.find((stream) => stream.codec_type === 'video' && stream.disposition?.['attached_pic'] !== 1);
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  if (video === undefined) {
    if (audio !== undefined) throw new SubmissionError('noPicture', path);
    throw new SubmissionError('notVideo', path, { detail: 'no video stream' });
  }
  // Matroska gives ends where others give lengths, which differ when its clock does not begin at zero.
  const began = /matroska/.test(format.format_name ?? '') ? Math.max(0, number(format.start_time)) : 0;
  const whole = Math.max(0, number(format.duration) - began);
  const videoSeconds = number(video.duration) || Math.max(0, taggedEnd(video.tags) - began) || whole;
  if (videoSeconds <= 0) throw new SubmissionError('zeroLength', path);
  const sideways = video.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const turned = Math.abs(number(sideways ?? video.tags?.['rotate'])) % 180 === 90;
  const [width, height] = [number(video.width), number(video.height)];
  if (width <= 0 || height <= 0) throw new SubmissionError('notVideo', path, { detail: 'no picture size' });
  return {
    seconds: Math.max(videoSeconds, whole),
    videoSeconds,
    frames: number(video.nb_frames) || null,
    width: turned ? height : width,
    height: turned ? width : height,
    fps: ratio(video.avg_frame_rate) || ratio(video.r_frame_rate),
    container: format.format_name ?? '',
    videoCodec: video.codec_name ?? '',
    audioCodec: audio?.codec_name ?? null,
    streams: streams.length,
    subtitleStreams: streams.filter((stream) => stream.codec_type === 'subtitle').map(subtitleStream),
    tags: Object.fromEntries(Object.entries(format.tags ?? {}).map(([key, value]) => [key.toLowerCase(), value])),
    technical: technicalProbe(video, audio, format.bit_rate),
  };
}
