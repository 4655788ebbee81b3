import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeEpisode, type EpisodePlan } from '@shenpian/testing';
import { root } from './shenpian.ts';

/** A font with Chinese characters, from a development dependency. */
export const font = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** A small innocent episode: two shots and one subtitle. */
export const smallEpisode: EpisodePlan = {
  shots: [
    { seconds: 2, hue: 20 },
    { seconds: 2, hue: 200 },
  ],
  subtitles: [{ start: 0.6, end: 3.2, text: '今天天气真好' }],
  font,
};

/** Makes a submission folder with drama.yaml and one small episode a name. */
export async function makeSubmission(folder: string, episodes: readonly string[], manifest = ''): Promise<void> {
  await mkdir(join(folder, 'episodes'), { recursive: true });
  for (const name of episodes) await makeEpisode(join(folder, 'episodes', name), smallEpisode);
  await writeFile(join(folder, 'drama.yaml'), `title: 小样\nepisodes: episodes/*\n${manifest}`);
}
