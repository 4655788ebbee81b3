import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { resolveFfmpeg } from '@shenpian/core';
import { drawText, type MadeText } from './drawn-text.ts';
import { drawScenery } from './scenery.ts';

/** A stretch of a made episode with one background. */
export interface MadeShot {
  readonly seconds: number;
  /** 0–359; shots with other hues differ clearly. */
  readonly hue: number;
  /** Dissolves from the shot before during its first seconds; 0 or absent is a cut. */
  readonly dissolve?: number;
  /** Draws a place as restless as a street instead, another one for each seed; `hue` counts for nothing then. */
  readonly scenery?: number;
}

/** A subtitle burned into a made episode; times in seconds. */
export interface MadeSubtitle {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What {@link makeEpisode} draws. */
export interface EpisodePlan {
  /** px; 360 × 640 when left out. */
  readonly width?: number;
  readonly height?: number;
  /** Frames per second; 25 when left out. */
  readonly fps?: number;
  readonly shots: readonly MadeShot[];
  readonly subtitles?: readonly MadeSubtitle[];
  /** Title cards, labels, credits: drawn over the shots. */
  readonly texts?: readonly MadeText[];
  /** A TrueType file for subtitles and texts; needed when there are any. */
  readonly font?: string;
  /** Centre of the subtitles, 0–1 of the height; 0.75 when left out. */
  readonly subtitleHeight?: number;
  /** Draws over a finished frame at `time` seconds, such as a sign or a logo. */
  readonly overlay?: (context: SKRSContext2D, time: number) => void;
  /** A tone, or no audio stream at all. */
  readonly audio?: 'tone' | 'none';
  /** More ffmpeg output options, such as `-metadata`. */
  readonly options?: readonly string[];
}

/** Draws a background that is told apart from others by hue and texture, and moves slowly. */
function drawShot(context: SKRSContext2D, shot: MadeShot, time: number, width: number, height: number): void {
  if (shot.scenery !== undefined) return drawScenery(context, shot.scenery, time, { width, height });
  const shade = context.createLinearGradient(0, 0, width, height);
  shade.addColorStop(0, `hsl(${shot.hue} 45% 55%)`);
  shade.addColorStop(1, `hsl(${(shot.hue + 60) % 360} 40% 20%)`);
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  for (let i = 0; i < 24; i++) {
    const seed = (i * 7919 + shot.hue * 104_729) % 1000;
    const x = ((seed * 37) % 1000) / 1000;
    const y = ((seed * 61) % 1000) / 1000;
    context.fillStyle = `hsl(${(shot.hue + seed) % 360} 30% ${20 + (seed % 50)}%)`;
    context.fillRect((x * width + time * 6) % width, y * height, width * 0.14, height * 0.07);
  }
}

function drawSubtitle(context: SKRSContext2D, text: string, plan: EpisodePlan, width: number, height: number): void {
  const size = Math.round(width * 0.06);
  context.font = `${size}px subtitle`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = size * 0.18;
  context.strokeStyle = '#000';
  context.fillStyle = '#fff';
  const y = height * (plan.subtitleHeight ?? 0.75);
  context.strokeText(text, width / 2, y);
  context.fillText(text, width / 2, y);
}

/**
 * Makes a small real video with known cuts, dissolves and subtitles, for tests of tracks and checkers.
 *
 * @param file where the MP4 goes; its folder is made
 * @throws Error when ffmpeg fails; TypeError for subtitles without a font.
 */
export async function makeEpisode(file: string, plan: EpisodePlan): Promise<void> {
  const { width = 360, height = 640, fps = 25, shots, subtitles = [], texts = [], audio = 'tone' } = plan;
  if (subtitles.length > 0) {
    if (plan.font === undefined) throw new TypeError('makeEpisode: subtitles need a font');
    GlobalFonts.registerFromPath(plan.font, 'subtitle');
  }
  if (texts.length > 0 && plan.font === undefined) throw new TypeError('makeEpisode: texts need a font');
  const { ffmpeg } = await resolveFfmpeg();
  await mkdir(dirname(file), { recursive: true });
  const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
  const sound = audio === 'none' ? [] : ['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`];
  const child = spawn(
    ffmpeg.file,
    [
      ...[
        '-v',
        'error',
        '-y',
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgba',
        '-s',
        `${width}x${height}`,
        '-r',
        String(fps),
        '-i',
        'pipe:0',
      ],
      ...sound,
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p'],
      ...(audio === 'none' ? [] : ['-c:a', 'aac', '-b:a', '48k']),
      ...['-movflags', '+faststart', ...(plan.options ?? [])],
      file,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close') as Promise<[number | null]>;

  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  let frame = 0;
  let before: MadeShot | null = null;
  let began = 0;
  for (const shot of shots) {
    const end = began + shot.seconds;
    for (; frame / fps < end - 1e-6 && !child.stdin.destroyed; frame++) {
      const time = frame / fps;
      const share = shot.dissolve ? (time - began) / shot.dissolve : 1;
      context.globalAlpha = 1;
      if (before !== null && share < 1) drawShot(context, before, time, width, height);
      context.globalAlpha = Math.min(1, share);
      drawShot(context, shot, time, width, height);
      context.globalAlpha = 1;
      const line = subtitles.find((each) => time >= each.start - 1e-6 && time < each.end - 1e-6);
      for (const text of texts) drawText(context, text, time, { width, height, font: plan.font });
      if (line !== undefined) drawSubtitle(context, line.text, plan, width, height);
      if (plan.overlay !== undefined) {
        context.save();
        plan.overlay(context, time);
        context.restore();
      }
      const pixels = context.getImageData(0, 0, width, height).data;
      if (!child.stdin.write(Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength))) {
        // A pipe that breaks is told by how the process ends.
        await Promise.race([once(child.stdin, 'drain').catch(() => closed), closed]);
      }
    }
    before = shot;
    began = end;
  }
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg could not make ${file}: ${words.trim()}`);
}
