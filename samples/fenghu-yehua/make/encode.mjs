import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fps } from "./episodes.mjs";
import { height, width } from "./frame.mjs";

/** SHENPIAN_FFMPEG, else ffmpeg on PATH, else the one in the @ffmpeg-installer/ffmpeg package. */
export function findFfmpeg() {
  const runs = (path) => path && spawnSync(path, ["-version"]).status === 0;
  if (process.env.SHENPIAN_FFMPEG) return process.env.SHENPIAN_FFMPEG;
  if (runs("ffmpeg")) return "ffmpeg";
  try {
    return createRequire(import.meta.url)("@ffmpeg-installer/ffmpeg").path;
  } catch (cause) {
    throw new Error("ffmpeg was not found: install it, or set SHENPIAN_FFMPEG", { cause });
  }
}

/** Pipes every frame of `painter` as raw RGBA into ffmpeg, with `wave` as the sound. */
export async function encode(painter, wave, output) {
  const folder = await mkdtemp(join(tmpdir(), "fenghu-"));
  const sound = join(folder, "sound.wav");
  await writeFile(sound, wave);
  const ffmpeg = spawn(
    findFfmpeg(),
    [
      "-v",
      "error",
      "-y",
      "-f",
      "rawvideo",
      "-pix_fmt",
      "rgba",
      "-s",
      `${width}x${height}`,
      "-r",
      String(fps),
      "-i",
      "pipe:0",
      "-i",
      sound,
      "-c:v",
      "libx264",
      "-preset",
      "faster",
      "-crf",
      "25",
      "-maxrate",
      "750k",
      "-bufsize",
      "1500k",
      "-threads",
      "2",
      "-vf",
      "scale=out_color_matrix=bt709:out_range=tv",
      "-pix_fmt",
      "yuv420p",
      "-colorspace",
      "bt709",
      "-color_primaries",
      "bt709",
      "-color_trc",
      "bt709",
      "-g",
      "100",
      "-c:a",
      "aac",
      "-b:a",
      "64k",
      "-ar",
      "44100",
      "-fflags",
      "+bitexact",
      "-flags:v",
      "+bitexact",
      "-flags:a",
      "+bitexact",
      "-map_metadata",
      "-1",
      "-movflags",
      "+faststart",
      output,
    ],
    { stdio: ["pipe", "inherit", "inherit"] },
  );
  const ended = once(ffmpeg, "close");
  for (let frame = 0; frame < painter.frames; frame += 1) {
    const canvas = painter.paint(frame);
    const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
    if (!ffmpeg.stdin.write(Buffer.from(pixels.buffer))) await once(ffmpeg.stdin, "drain");
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}
