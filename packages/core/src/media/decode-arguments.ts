import type { FfmpegTools } from './ffmpeg.ts';
import { inputGuards } from './ffmpeg.ts';
import type { DecodePlan } from './merge-requests.ts';

/** File descriptor of the n-th output: stdout, then 3, 4, … */
export function outputDescriptor(index: number): number {
  return index === 0 ? 1 : index + 2;
}

/** File descriptors of the outputs of a plan. `sound` and `loudness` are null when nobody asked for them. */
export interface OutputDescriptors {
  readonly pictures: readonly number[];
  readonly sound: number | null;
  readonly loudness: number | null;
}

/** See {@link OutputDescriptors}. */
export function outputDescriptors({ pictures, pcm, audio }: DecodePlan): OutputDescriptors {
  let index = 0;
  const next = (): number => outputDescriptor(index++);
  return {
    pictures: pictures.map(next),
    sound: pcm === null ? null : next(),
    loudness: audio.length === 0 ? null : next(),
  };
}

/** Largest single allocation of the decoder, bytes: several 8K frames, far below what a crafted header can ask for. */
const maxAllocation = 512 * 1024 * 1024;
/** Largest coded picture, pixels: 8K. */
const maxPixels = 8192 * 8192;

/** What is read from a pipe at once, bytes. */
const pipeBytes = 64 * 1024;

/** Writes the time of each frame to the log, from a gray copy of 16×16 px so that what the filter computes costs nothing. See ADR 0015. */
function stamp(name: string, { stampFilter }: FfmpegTools): string {
  const filter = stampFilter === 'blackframe' ? `blackframe@${name}=amount=0` : `showinfo@${name}`;
  return `scale=16:16:flags=neighbor,format=gray,${filter},nullsink`;
}

/** The argument list of the one ffmpeg process that serves a whole plan. */
export function decodeArguments(file: string, plan: DecodePlan, seconds: number, tools: FfmpegTools): string[] {
  const branches = plan.pictures.length + 1;
  const chains = [`[0:v:0]split=${branches}[clock]${plan.pictures.map((_, i) => `[v${i}]`).join('')}`];
  chains.push(`[clock]${stamp('clock', tools)}`);
  plan.pictures.forEach(({ thin, filters }, i) => {
    if (thin === null) {
      // The clock stamps every frame already.
      chains.push(`[v${i}]${filters.join(',')}[o${i}]`);
      return;
    }
    chains.push(`[v${i}]${thin},split=2[s${i}][p${i}]`, `[s${i}]${stamp(`out${i}`, tools)}`);
    chains.push(`[p${i}]${filters.join(',')}[o${i}]`);
  });
  const sound: string[] = [];
  const descriptors = outputDescriptors(plan);
  const loud = descriptors.loudness !== null;
  const both = loud && plan.pcm !== null;
  if (both) chains.push('[0:a:0]asplit=2[a0][a1]');
  if (loud) {
    // Not to the log, which is not buffered: a minute of sound made 2,000–3,400 reads of it, 60–80 ms of this process alone.
    const target = `'pipe\\:${descriptors.loudness}'`;
    chains.push(`[${both ? 'a0' : '0:a:0'}]ebur128=metadata=1:framelog=verbose,ametadata=mode=print:file=${target}[a]`);
  }
  if (plan.pcm !== null) {
    const { rate, channels } = plan.pcm;
    // Decoders bring 1,024 samples at a time, and each is a write and a read of its own.
    const blocks = `asetnsamples=n=${Math.floor(pipeBytes / (4 * channels))}:p=0`;
    // Gaps become silence and a late start too, so that the count of samples tells the time.
    const steady = `aresample=${rate}:async=1:first_pts=0`;
    chains.push(`[${both ? 'a1' : '0:a:0'}]${steady},aformat=sample_fmts=flt:sample_rates=${rate},${blocks}[pcm]`);
    sound.push('-map', '[pcm]', '-ac', String(channels), '-f', 'f32le', `pipe:${descriptors.sound}`);
  }
  const outputs = plan.pictures.flatMap(({ kind }, i) => {
    const target = `pipe:${descriptors.pictures[i]}`;
    const format = kind === 'still' ? ['-c:v', 'mjpeg', '-q:v', '4', '-f', 'mpjpeg'] : ['-f', 'rawvideo'];
    return ['-map', `[o${i}]`, tools.syncOption, 'passthrough', ...format, target];
  });
  outputs.push(...sound);
  if (loud) outputs.push('-map', '[a]', '-f', 'null', '-');
  if (plan.pictures.length === 0 && !loud && plan.pcm === null) outputs.push('-map', '0:v:0', '-f', 'null', '-');
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+info', '-y'],
    ...['-max_alloc', String(maxAllocation)],
    // CPU seconds: real files take far less than their own length on one core.
    ...(process.platform === 'win32' ? [] : ['-timelimit', String(Math.ceil(120 + seconds * 10))]),
    ...inputGuards,
    ...['-max_pixels', String(maxPixels)],
    ...['-i', `file:${file}`, '-filter_complex', chains.join(';')],
    ...outputs,
  ];
}
