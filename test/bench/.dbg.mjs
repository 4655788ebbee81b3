import { openingTexts, openingTextTrack } from '@shenpian/plugin-title-card';
import { aiLabels, aiLabelsTrack } from '@shenpian/plugin-ai-label';
import { readTracks } from './cards/read-opening.mjs';
import { label } from './cards/labels.mjs';
import { closeReaders } from '@shenpian/plugin-subtitle-ocr';
globalThis.__dbg = (...a) => console.log('    ', ...a);
for (const n of process.argv.slice(2).map(Number)) {
  const { name, share } = label(n, 1);
  const { items } = await readTracks(`/tmp/e-card-clips/l${n}.mp4`, [openingTexts, aiLabels], aiLabelsTrack);
  console.log(
    name,
    items.map((i) => [i.text, i.words, i.height, i.seconds]),
  );
}
await closeReaders();
