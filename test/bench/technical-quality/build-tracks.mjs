// node build-tracks.mjs FILE PLUGIN…: builds the tracks of these plugins from one decode of a file, with a store of its own.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTracks, openTrackStore, probe } from '@shenpian/core';

const [file, ...names] = process.argv.slice(2);
const plugins = await Promise.all(
  names.map(
    async (name) => (await import(new URL(`../../../packages/plugins/${name}/dist/index.js`, import.meta.url))).default,
  ),
);
const bytes = readFileSync(file);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const input = { path: file, file, sha256, bytes: bytes.length, probe: await probe(file, file) };
const folder = mkdtempSync(join(tmpdir(), 'shenpian-bench-'));
try {
  const { tracks } = await buildTracks(
    { number: 1, title: null, input, subtitles: null },
    plugins.flatMap(({ tracks }) => tracks),
    { store: openTrackStore(folder), options: {}, signal: new AbortController().signal },
  );
  for (const [id, track] of tracks) if (track.error) throw new Error(`${id}: ${track.error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
