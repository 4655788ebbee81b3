import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { borrowReader, closeReaders, describeEngines } from '../dist/index.js';
import { readAll } from '../src/engine.ts';
import { openEngine } from '../src/engine-choice.ts';
import { openPaddle } from '../src/paddle-engine.ts';
import { withoutCjkSpaces } from '../src/tesseract-engine.ts';
import { similarity } from '../src/comparison.ts';
import { renderedClip } from './rendered-clip.ts';

const clip = renderedClip({
  width: 720,
  height: 1280,
  seconds: 2,
  style: { font: 'noto', size: 0.05, y: 0.7, colour: '#fff', edge: 'outline' },
  cues: [{ start: 0, end: 2, text: '这份合同今天必须签完\n我们去黄河边走走吧' }],
});
const picture = () => clip.picture(1, { x: 0, y: 0.62, width: 1, height: 0.12 }, 'gray');
const rows = ['这份合同今天必须签完', '我们去黄河边走走吧'];

afterAll(closeReaders);

describe('engines', () => {
  it('paddle reads on WebAssembly where the native runtime does not load', async () => {
    const engine = await openPaddle(['onnxruntime-web']);
    const lines = await readAll(engine, picture(), 36);
    await engine.close();
    expect(engine.detail).toBe('PP-OCRv4 · onnxruntime-web');
    expect(lines.map(({ text }) => text)).toEqual(rows);
  });

  it('tesseract reads most characters and writes nothing', async () => {
    const before = await readdir('.');
    const engine = await openEngine('tesseract');
    const lines = await readAll(engine, picture(), 36);
    await engine.close();
    expect(similarity(lines.map(({ text }) => text).join(''), rows.join(''))).toBeGreaterThan(0.6);
    expect(await readdir('.')).toEqual(before);
  });

  it('are described with what they run on', async () => {
    expect(await describeEngines()).toEqual([
      { id: 'paddle', available: true, detail: 'PP-OCRv4 · onnxruntime-node' },
      { id: 'tesseract', available: true, detail: 'Tesseract chi_sim · tesseract.js' },
    ]);
  });

  it('auto is paddle, and one thread serves everybody', async () => {
    const [one, two] = await Promise.all([borrowReader('auto'), borrowReader('auto')]);
    const read = await Promise.all(
      [one, two].map((reader) => reader.readBand(picture(), { glyph: 36, boxes: [], search: true, secondOpinion: 0 })),
    );
    expect(one.engine).toBe('paddle');
    expect(read[0]!.map(({ text }) => text)).toEqual(rows);
    expect(read[0]).toEqual(read[1]);
    await one.release();
    await two.release();
  });

  it('a call is refused, not forgotten, when the thread has ended', async () => {
    const reader = await borrowReader('auto');
    await closeReaders();
    await expect(
      reader.readBand(picture(), { glyph: 36, boxes: [], search: true, secondOpinion: 0 }),
    ).rejects.toMatchObject({
      code: 'ERR_OCR_ENGINE',
    });
    await reader.release();
  });
});

it.each([
  ['你 好 ， 世 界', '你好，世界'],
  ['第 1 集 OK go', '第1集OK go'],
])('%s → %s', (spaced, text) => {
  expect(withoutCjkSpaces(spaced)).toBe(text);
});
