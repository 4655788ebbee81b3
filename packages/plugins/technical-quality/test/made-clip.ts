import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { resolveFfmpeg } from '@shenpian/core';
import { addGrain, height, talk, width, type Draw, type Sound } from './drawn-film.ts';

/** A clip and what is in it. */
export interface ClipPlan {
  readonly seconds?: number;
  readonly fps?: number;
  readonly draw: Draw;
  /** Number of the source frame that is shown as the n-th; left out: the n-th. */
  readonly shown?: (frame: number) => number;
  /** ± luma, 0–255. */
  readonly grain?: number;
  /** null: no sound stream. */
  readonly sound?: Sound | null;
  readonly soundSeconds?: number;
  readonly channels?: 1 | 2;
  /** More output options of ffmpeg. */
  readonly options?: readonly string[];
  /** px; what is drawn is scaled to it. */
  readonly size?: readonly [width: number, height: number];
  /** Extension of the file, and of the container when that is another. */
  readonly extension?: string;
  readonly inside?: string;
}

const rate = 48_000;

async function run(words: readonly string[], frames: (write: (pixels: Buffer) => Promise<void>) => Promise<void>) {
  const { ffmpeg } = await resolveFfmpeg();
  const child = spawn(ffmpeg.file, ['-v', 'error', '-y', ...words], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  await frames(async (pixels) => {
    if (!child.stdin.write(pixels)) await Promise.race([once(child.stdin, 'drain'), closed]);
  });
  child.stdin.end();
  const [code] = (await closed) as [number];
  if (code !== 0) throw new Error(`ffmpeg ${words.join(' ')}: ${said}`);
}

/** Makes a clip in a folder; returns its file. */
export async function makeClip(folder: string, name: string, plan: ClipPlan): Promise<string> {
  const { seconds = 6, fps = 25, draw, shown = (frame) => frame, grain = 5, sound = talk(), channels = 2 } = plan;
  const [w, h] = plan.size ?? [270, 480];
  const inputs = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${w}x${h}`, '-r', String(fps), '-i', 'pipe:0'];
  if (sound !== null) {
    const count = Math.round((plan.soundSeconds ?? seconds) * rate);
    const samples = new Float32Array(count * channels);
    for (let i = 0; i < count; i++) {
      const values = sound(i / rate);
      for (let channel = 0; channel < channels; channel++) samples[i * channels + channel] = values[channel]!;
    }
    const file = join(folder, `${name}.f32`);
    await writeFile(file, new Uint8Array(samples.buffer));
    inputs.push('-f', 'f32le', '-ar', String(rate), '-ac', String(channels), '-i', file);
  }
  const { extension = 'mp4', inside = extension } = plan;
  const made = join(folder, `${name}.making.${inside}`);
  const output = [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-pix_fmt', 'yuv420p'],
    ...(sound === null ? [] : ['-c:a', 'aac', '-b:a', '128k']),
    ...(plan.options ?? []),
    made,
  ];
  const context = createCanvas(w, h).getContext('2d');
  context.scale(w / width, h / height);
  await run([...inputs, ...output], async (write) => {
    for (let frame = 0; frame < Math.round(seconds * fps); frame++) {
      const source = shown(frame);
      context.globalAlpha = 1;
      draw(context, source / fps);
      const { data } = context.getImageData(0, 0, w, h);
      addGrain(data, grain, source);
      await write(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    }
  });
  const file = join(folder, `${name}.${extension}`);
  await rename(made, file);
  return file;
}
