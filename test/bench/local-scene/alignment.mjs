// How well shots find their script scene, on generated dialogue: the generator is that of the plugin's tests.
import { importModule } from '@shenpian/core';
import { alignCues, scenesOfShots } from '../../../packages/plugins/local-scene-ratio/dist/index.js';

const generator = new URL('../../../packages/plugins/local-scene-ratio/test/generated-dialogue.ts', import.meta.url);

/** Shares of shot time over episodes of the given seeds: with a scene, right among those, and right when guesses count. */
export async function alignment(noise, seeds) {
  const { generateEpisode } = await importModule(generator.href);
  let [total, placed, right, guessed] = [0, 0, 0, 0];
  for (const seed of seeds) {
    const { scenes, shots, cues } = generateEpisode(1, seed, noise);
    const spoken = scenes.flatMap(([scene, , texts]) => texts.map((text) => ({ text, scene })));
    const texts = cues.map(({ text }) => text);
    const aligned = alignCues(texts, spoken);
    const found = scenesOfShots(
      shots,
      cues.map((cue, i) => ({ ...cue, aligned: aligned[i] })),
    );
    for (const [i, { start, end, scene }] of shots.entries()) {
      total += end - start;
      if (found[i].scene !== null) placed += end - start;
      if (found[i].scene === scene) right += end - start;
      if (found[i].likely === scene) guessed += end - start;
    }
  }
  return { placed: placed / total, right: right / placed, rightOrGuessed: (right + guessed) / total };
}
