import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../src/classifier/classifier.ts';

/** A gradient with a rectangle in it. */
async function drawn(): Promise<Uint8Array> {
  const data = Buffer.alloc(120 * 200 * 3);
  for (let at = 0; at < data.length; at += 3) {
    const [x, y] = [(at / 3) % 120, Math.floor(at / 360)];
    const inside = x > 30 && x < 80 && y > 50 && y < 120;
    data.set(inside ? [30, 90, 160] : [y, 200 - y / 2, x], at);
  }
  return sharp(data, { raw: { width: 120, height: 200, channels: 3 } })
    .jpeg()
    .toBuffer();
}

describe('the network', () => {
  it('loads out of its package and takes a drawn picture for a harmless one', async () => {
    const classifier = await openClassifier();
    const { drawing, hentai, neutral, porn, sexy } = await classifier.classify(await drawn());
    expect(drawing + hentai + neutral + porn + sexy).toBeCloseTo(1, 3);
    expect(drawing + neutral).toBeGreaterThan(0.5);
  });

  it('says what to install when its packages are not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shenpian-no-packages-'));
    try {
      // Built code on its own in an empty folder: a package cannot be found from there.
      const alone = join(folder, 'classifier.mjs');
      await copyFile(new URL('../dist/classifier/classifier.js', import.meta.url), alone);
      const code = `import(${JSON.stringify(pathToFileURL(alone).href)}).then((m) => m.openClassifier()).catch((e) => console.log(e.message))`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
      expect(stdout).toContain('npm install nsfwjs@4.3.0');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('does not take a broken picture for a harmless one', async () => {
    const classifier = await openClassifier();
    await expect(classifier.classify(new Uint8Array([1, 2, 3]))).rejects.toThrow(/./);
  });
});
