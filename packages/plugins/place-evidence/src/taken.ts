import { open } from 'node:fs/promises';
import type { Input } from '@shenpian/core';
import type { Point } from './geo/coordinates.ts';
import { footagePosition } from './geo/footage-position.ts';
import { photoPosition } from './geo/photo-position.ts';
import { readGray } from './matching/picture-file.ts';
import { squareSketch } from './matching/sketch.ts';

/** What a file says about where and when it was taken, and whether it can be looked at. */
export interface Taken {
  /** As written, unchecked; null when it does not say. */
  readonly point: Point | null;
  readonly time: string | null;
  readonly problem: 'unreadable' | 'heic' | null;
  readonly detail: string;
  readonly sketch: string | null;
}

/** By sha256, so that a series of 100 episodes reads each file once; a forgotten one is read again. */
const known = new Map<string, Promise<Taken>>();
const mostKnown = 2000;

function remembered(sha256: string, read: () => Promise<Taken>): Promise<Taken> {
  const taken = known.get(sha256) ?? read();
  known.delete(sha256);
  known.set(sha256, taken);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  return taken;
}

/** Reads a picture and its EXIF. */
export function takenPicture({ file, sha256 }: Input): Promise<Taken> {
  return remembered(sha256, async () => {
    const { point, taken: time } = await photoPosition(file);
    try {
      return { point, time, problem: null, detail: '', sketch: squareSketch(await readGray(file)) };
    } catch (thrown) {
      const problem = (await isHeic(file)) ? 'heic' : 'unreadable';
      const detail = (thrown as Error).message.split('\n')[0] ?? '';
      return { point, time, problem, detail, sketch: null };
    }
  });
}

/** Reads the coordinates of a video; one that cannot be read says nothing here. */
export function takenVideo({ file, path, sha256 }: Input): Promise<Taken> {
  return remembered(sha256, async () => {
    const point = await footagePosition(file, path).catch(() => null);
    return { point, time: null, problem: null, detail: '', sketch: null };
  });
}

/** HEIF with HEVC inside begins with a box `ftyp` that names it; the prebuilt image library cannot decode it. */
async function isHeic(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(12);
    await handle.read(head, 0, head.length, 0);
    return /^ftyp(hei|hev|mif|msf)/.test(head.toString('latin1', 4));
  } finally {
    await handle.close();
  }
}
