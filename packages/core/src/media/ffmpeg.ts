import { execFile } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { EnvironmentError } from '../errors.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Where a binary was found. The order of {@link resolveFfmpeg} is: env, ffmpeg-static, PATH, installer. */
export type FfmpegSource = 'environment' | 'ffmpeg-static' | 'path' | 'installer';

/** A binary that answered `-version`. */
export interface FfmpegBinary {
  readonly file: string;
  readonly source: FfmpegSource;
  /** As it names itself, such as `5.1.9-0+deb12u1`. */
  readonly version: string;
  /** Year of the copyright line: how old the decoders are that open files from strangers. */
  readonly year: number;
}

/** Both tools, and what the chosen ffmpeg cannot do. */
export interface FfmpegTools {
  readonly ffmpeg: FfmpegBinary;
  readonly ffprobe: FfmpegBinary;
  /** Filters of the single decode that this build lacks; empty when all are there. */
  readonly lacks: readonly string[];
  /** `-fps_mode` (since 5.1) or the older `-vsync`, which newer builds drop. */
  readonly syncOption: '-fps_mode' | '-vsync';
  /** Filter that tells the time of each frame: blackframe writes one line at once, but builds without GPL parts lack it. */
  readonly stampFilter: 'blackframe' | 'showinfo';
}

/** Filters that the decode uses. */
const neededFilters = [
  'split',
  'select',
  'scale',
  'crop',
  'format',
  'showinfo',
  'ametadata',
  'ebur128',
  'asplit',
  'aresample',
];

interface Candidate {
  readonly source: FfmpegSource;
  readonly file: string;
}

function installed(packageName: string, read: (module: unknown) => unknown): string | null {
  try {
    const file = read(require(packageName));
    return typeof file === 'string' ? file : null;
  } catch {
    return null; // An optional package for another platform, or one whose own look-up throws.
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

async function onPath(tool: string): Promise<string | null> {
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const file = join(folder, name);
    if (await exists(file)) return file;
  }
  return null;
}

async function candidates(tool: 'ffmpeg' | 'ffprobe'): Promise<Candidate[]> {
  const found: Candidate[] = [];
  if (tool === 'ffmpeg') {
    // With its install script blocked, ffmpeg-static returns a path to a file that is not there.
    const file = installed('ffmpeg-static', (module) => module);
    if (file !== null && (await exists(file))) found.push({ source: 'ffmpeg-static', file });
  }
  const path = await onPath(tool);
  if (path !== null) found.push({ source: 'path', file: path });
  const file = installed(`@${tool}-installer/${tool}`, (module) => (module as { path: string }).path);
  if (file !== null) {
    // The ffprobe package loses its mode bits when install scripts are blocked.
    await chmod(file, 0o755).catch(() => undefined);
    found.push({ source: 'installer', file });
  }
  return found;
}

async function examine(tool: 'ffmpeg' | 'ffprobe', candidate: Candidate): Promise<FfmpegBinary> {
  const { stdout } = await run(candidate.file, ['-version'], { timeout: 20_000 });
  const version = new RegExp(`^${tool} version (\\S+)`).exec(stdout)?.[1];
  if (version === undefined) throw new Error(`it is not ${tool}`);
  const year = Number(/Copyright \(c\) \d{4}-(\d{4})/.exec(stdout)?.[1] ?? 0);
  return { ...candidate, version, year };
}

async function resolveTool(tool: 'ffmpeg' | 'ffprobe'): Promise<FfmpegBinary> {
  const variable = `SHENPIAN_${tool.toUpperCase()}`;
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    return examine(tool, { source: 'environment', file: named }).catch((cause: Error) => {
      throw new EnvironmentError(
        'ffmpegUnusable',
        { variable, file: named, detail: cause.message.split('\n')[0] ?? '' },
        { cause },
      );
    });
  }
  for (const candidate of await candidates(tool)) {
    const binary = await examine(tool, candidate).catch(() => null);
    if (binary !== null) return binary;
  }
  throw new EnvironmentError('ffmpegMissing', { tool, variable });
}

let resolved: Promise<FfmpegTools> | undefined;

/**
 * Finds ffmpeg and ffprobe: `SHENPIAN_FFMPEG` / `SHENPIAN_FFPROBE`, then ffmpeg-static when its binary is really
 * there, then PATH, then the binary inside an npm package. Looks once per process.
 *
 * @throws EnvironmentError when there is none, or when the variable names one that does not run.
 */
export function resolveFfmpeg(): Promise<FfmpegTools> {
  resolved ??= (async () => {
    const [ffmpeg, ffprobe] = await Promise.all([resolveTool('ffmpeg'), resolveTool('ffprobe')]);
    const [filters, help] = await Promise.all(
      [['-filters'], ['-h', 'long']].map(async (question) => {
        const { stdout } = await run(ffmpeg.file, ['-hide_banner', ...question], { maxBuffer: 1 << 24 });
        return stdout;
      }),
    );
    const known = new Set([...(filters ?? '').matchAll(/^ [T.][S.][C.]? +(\w+) /gm)].map((match) => match[1]));
    return {
      ffmpeg,
      ffprobe,
      lacks: neededFilters.filter((name) => !known.has(name)),
      syncOption: /^-fps_mode/m.test(help ?? '') ? '-fps_mode' : '-vsync',
      stampFilter: known.has('blackframe') ? 'blackframe' : 'showinfo',
    } satisfies FfmpegTools;
  })();
  return resolved;
}

/** Options before `-i` for a file from strangers: no network, no playlists that name other files, bounded allocations. */
export const inputGuards: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,asf,mxf,m4v,h264,hevc,ogg',
];
