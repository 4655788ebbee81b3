// Builds tracks of a single made episode, as `check` does.
import { buildTracks, probe, trackItems } from '@shenpian/core';

/** A store that forgets: every clip is read afresh. */
const pictures = new Map();
let kept = 0;
const store = {
  get: async () => null,
  put: async () => undefined,
  has: async () => true,
  bytes: async (sha256) => pictures.get(sha256) ?? null,
  keep: async (bytes) => {
    const name = String(++kept);
    pictures.set(name, bytes);
    return name;
  },
};

/** Items of `wanted` of a video file; `tracks` in the order of their reads. */
export async function readTracks(file, tracks, wanted, options = {}) {
  const input = { path: 'episodes/1.mp4', file, sha256: file, bytes: 1, probe: await probe(file, file) };
  const episode = { number: 1, title: null, input, subtitles: null };
  const built = await buildTracks(episode, tracks, { store, options, signal: new AbortController().signal });
  for (const [id, track] of built.tracks)
    if ('error' in track) throw new Error(`${id}: ${track.error.message}`, { cause: track.error });
  pictures.clear();
  return { episode, items: trackItems(built, wanted) };
}
