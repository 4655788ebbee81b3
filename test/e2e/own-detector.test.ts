import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeEpisode } from '@shenpian/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shenpian, temporaryFolder } from './shenpian.ts';

// The example of packages/plugins/shots/README.md: a detector of one's own in the place of the bundled one.
const detector = `
import { definePlugin, defineTrack, shotsTrack } from '@shenpian/core';
import { z } from 'zod';

const shots = defineTrack({
  type: shotsTrack,
  replaces: '@shenpian/plugin-shots',
  version: 1,
  options: z.strictObject({ threshold: z.number().min(0).max(1).default(0.5) }).prefault({}),
  samples: () => ({ frames: { kind: 'luma', width: 48, rate: 'every-frame' } }),
  async build({ samples, options, recycle, decodedSeconds }) {
    let frames = 0;
    for await (const sample of samples) {
      if (sample.kind !== 'luma') continue;
      frames++;
      recycle(sample.data);
    }
    const half = decodedSeconds() / 2;
    const confidence = frames > 0 ? options.threshold : 0;
    return [
      { start: 0, end: half, transition: 'start', confidence: 1 },
      { start: half, end: 2 * half, transition: 'gradual', confidence },
    ];
  },
});

export default definePlugin({ name: 'my-shots', tracks: [shots] });
`;

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
  const { folder } = temporary;
  const shots = [
    { seconds: 1, hue: 20 },
    { seconds: 1, hue: 200 },
    { seconds: 2, hue: 90 },
  ];
  await makeEpisode(join(folder, 'episode.mp4'), { shots, audio: 'none' });
  await writeFile(join(folder, 'my-shots.ts'), detector);
  await writeFile(
    join(folder, 'shenpian.config.ts'),
    `export default { plugins: ['./my-shots.ts'], options: { shots: { threshold: 0.75 } } };`,
  );
}, 60_000);
afterAll(() => temporary.remove());

const shotsOf = async (...more: string[]): Promise<{ start: number; transition: string; confidence: number }[]> => {
  const { folder } = temporary;
  const words = ['shots', join(folder, 'episode.mp4'), '--json', '--quiet', '--cache-dir', join(folder, 'cache')];
  const { code, stdout, stderr } = await shenpian([...words, ...more], {}, folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(stdout) as { shots: { start: number; transition: string; confidence: number }[] }).shots;
};

it("a detector of one's own takes the place of the bundled one, and neither reads what the other has stored", async () => {
  const { folder } = temporary;
  await writeFile(join(folder, 'plain.config.ts'), 'export default {};');
  const bundled = await shotsOf('--config', join(folder, 'plain.config.ts'));
  expect(bundled.map(({ start }) => Math.round(start * 25))).toEqual([0, 25, 50]);
  const own = await shotsOf('--config', join(folder, 'shenpian.config.ts'));
  expect(own.map(({ start, transition, confidence }) => [start, transition, confidence])).toEqual([
    [0, 'start', 1],
    [2, 'gradual', 0.75],
  ]);
  expect(await shotsOf('--config', join(folder, 'plain.config.ts'))).toEqual(bundled);
}, 60_000);

it('a command that reads one track loads no policy packs: a broken one is told by those that judge', async () => {
  const { folder } = temporary;
  const config = join(folder, 'packs.config.ts');
  await writeFile(join(folder, 'broken.yaml'), 'id: [');
  await writeFile(config, `export default { policies: ['./broken.yaml'] };`);
  expect(await shotsOf('--config', config)).toHaveLength(3);
  const { code, stderr } = await shenpian(['policy', 'list', '--config', config], {}, folder);
  expect(code).toBe(2);
  expect(stderr).toContain('broken.yaml');
}, 60_000);
