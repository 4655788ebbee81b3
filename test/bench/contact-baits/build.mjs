// node build.mjs FILE all|none: one decode of a file, with or without the tracks of `contact-baits`. For the bench, which measures the process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  cuesTrack,
  definePlugin,
  defineTrack,
  openTrackStore,
  readTrack,
  screenTextTrack,
  shotsTrack,
} from '@shenpian/core';
import { qrCodes, standingMarks, textTimes } from '@shenpian/plugin-contact-baits';
import { z } from 'zod';

const [file, which] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-baits-'));
const box = { x: 0.1, y: 0.1, width: 0.3, height: 0.04 };
const given = (type, items) =>
  defineTrack({ type, version: 1, options: z.object({}), reads: [], build: async () => items });
const texts = Array.from({ length: 30 }, (_, i) => ({ start: i, end: i + 4, text: 'text', box, confidence: 1 }));
const shots = Array.from({ length: 14 }, (_, i) => ({
  start: i * 2.5,
  end: i * 2.5 + 2.5,
  transition: 'cut',
  confidence: 1,
}));
// A decode needs one picture to be asked for.
const result = { id: 'result', item: z.object({ start: z.number() }) };
const tracks = [qrCodes, textTimes, standingMarks];
const end = defineTrack({
  type: result,
  version: 1,
  options: z.object({}),
  reads: which === 'all' ? tracks.map(({ type }) => type) : [],
  samples: () => ({ tiny: { kind: 'luma', width: 16, rate: 0.5 } }),
  async build({ samples, read }) {
    let count = 0;
    for await (const { time } of samples) count += time >= 0 ? 1 : 0;
    if (which === 'all') for (const { type } of tracks) await read(type);
    return [{ start: count }];
  },
});
const plugin = definePlugin({
  name: 'bench',
  tracks: [...tracks, end, given(shotsTrack, shots), given(cuesTrack, []), given(screenTextTrack, texts)],
});
try {
  const provided = plugin.tracks.map((track) => ({ plugin: plugin.name, track }));
  const { signal } = new AbortController();
  await readTrack(file, result, { provided }, { store: openTrackStore(work), options: {}, signal });
} finally {
  rmSync(work, { recursive: true, force: true });
}
