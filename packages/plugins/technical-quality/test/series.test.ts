import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveFfmpeg } from '@shenpian/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkFiles, temporaryFolder } from './check-files.ts';
import { music, place, talk } from './drawn-film.ts';
import { makeClip, type ClipPlan } from './made-clip.ts';

const seconds = 4.6;
/** Shots of half a second to a second over the places, in an order of its own for every episode. */
const episode = (order: readonly number[], voice: number): ClipPlan => ({
  seconds,
  draw: (context, time) => place(order[Math.min(order.length - 1, Math.floor(time / 0.7))]!)(context, time),
  sound: talk(voice),
});
const first = episode([0, 1, 2, 3, 4, 5, 6], 0);
const second = episode([4, 0, 6, 1, 3, 2, 5], 1);
const third = episode([2, 5, 1, 6, 0, 4, 3], 2);

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let files: string[];
beforeAll(async () => {
  temporary = await temporaryFolder();
  files = [];
  for (const [i, plan] of [first, second, third].entries()) {
    files.push(await makeClip(temporary.folder, `plain-${i + 1}`, plan));
  }
}, 180_000);
afterAll(() => temporary.remove());

const made = (name: string, plan: ClipPlan): Promise<string> => makeClip(temporary.folder, name, plan);
async function check(episodes: readonly string[], options: object = {}) {
  const output = await checkFiles(episodes, join(temporary.folder, 'cache'), { options });
  const found = output.findings.map(({ rule, at }) => [
    rule.slice('technical-quality/'.length),
    'episode' in at ? at.episode : null,
  ]);
  return { ...output, found };
}

describe('episodes against each other', { timeout: 180_000 }, () => {
  it('says nothing about three that agree, and states every fact', async () => {
    const { found, facts } = await check(files);
    expect(found).toEqual([]);
    expect(facts).toMatchObject({
      'resolution-uniform': { value: true },
      vertical: { value: true },
      'repeated-episode-count': { value: 0 },
      'flash-limit-exceeded': { value: false },
      'black-seconds': { value: 0 },
      'freeze-seconds': { value: 0 },
    });
  });

  it('loudness is what ffmpeg itself says of the same file', async () => {
    const { ffmpeg } = await resolveFfmpeg();
    const { facts, tracks } = await check(files);
    const measured = await Promise.all(
      files.map(async (file) => {
        const words = ['-hide_banner', '-i', file, '-vn', '-af', 'ebur128=peak=true', '-f', 'null', '-'];
        const { stderr } = await promisify(execFile)(ffmpeg.file, words);
        const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
        const value = (pattern: RegExp): number => Number(pattern.exec(summary)?.[1]);
        return {
          integrated: value(/I:\s+(-?[\d.]+) LUFS/),
          range: value(/LRA:\s+(-?[\d.]+) LU/),
          peak: value(/Peak:\s+(-?[\d.]+) dBFS/),
        };
      }),
    );
    for (const [i, { integrated, range, peak }] of measured.entries()) {
      const sound = tracks[i + 1]!['signal']!.find((item) => (item as { kind: string }).kind === 'sound');
      const own = sound as { integrated: number; range: number; truePeak: number };
      expect(Math.abs(own.integrated - integrated)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(own.range - range)).toBeLessThanOrEqual(0.1);
      // Both interpolate, with filters of their own.
      expect(Math.abs(own.truePeak - peak)).toBeLessThanOrEqual(0.3);
    }
    const all = measured.map(({ integrated }) => integrated);
    expect(facts['loudness-integrated-min']).toEqual({ value: expect.closeTo(Math.min(...all), 0) as number });
    expect(facts['loudness-integrated-max']).toEqual({ value: expect.closeTo(Math.max(...all), 0) as number });
  });

  it.each<[string, ClipPlan, string]>([
    ['of another size', { ...second, size: [540, 960] }, 'sizeDiffers'],
    ['of another frame rate', { ...second, fps: 30 }, 'rateDiffers'],
    ['much louder', { ...second, sound: (time) => talk(1, 2.4)(time) }, 'loudnessDiffers'],
    ['the first one again, coded anew', { ...first, options: ['-crf', '30', '-g', '40'] }, 'sameContent'],
  ])('an episode %s', async (name, plan, messageId) => {
    const odd = await made(name.replaceAll(/\W+/g, '-'), plan);
    const { found, facts } = await check([files[0]!, odd, files[2]!]);
    expect(found).toEqual([[messageId, 2]]);
    expect(facts['resolution-uniform']).toEqual({ value: messageId !== 'sizeDiffers' });
    expect(facts['repeated-episode-count']).toEqual({ value: messageId === 'sameContent' ? 1 : 0 });
  });

  it('the same file under two numbers', async () => {
    const copy = join(temporary.folder, 'copy.mp4');
    await copyFile(files[0]!, copy);
    const { found, facts } = await check([files[0]!, files[1]!, copy]);
    expect(found).toEqual([['sameFile', 3]]);
    expect(facts['repeated-episode-count']).toEqual({ value: 1 });
  });

  it('two scenes in one set-up, and episodes with one opening, are not the same episode', async () => {
    const setUp = (voice: number): ClipPlan => ({
      seconds,
      draw: (context, time) => place(0, { pan: 0 })(context, time + 3 * voice),
      sound: talk(voice),
    });
    const opened = (plan: ClipPlan): ClipPlan => ({
      ...plan,
      draw: (context, time) => (time < 2 ? place(6)(context, time) : plan.draw(context, time)),
    });
    const episodes = [
      await made('set-up-1', setUp(1)),
      await made('set-up-2', setUp(2)),
      await made('opened-1', opened(first)),
      await made('opened-2', opened(second)),
    ];
    const { found } = await check(episodes);
    expect(found).toEqual([]);
  });

  it('facts about sound are unknown when an episode has none, or nothing that can be heard', async () => {
    const mute = await made('mute', { ...first, sound: null });
    const { facts } = await check([files[1]!, mute]);
    for (const id of ['loudness-integrated-min', 'loudness-integrated-max', 'silence-seconds']) {
      expect(facts[id], id).toHaveProperty('unknown');
    }
    const silent = await made('silent', { ...first, sound: () => [0, 0] });
    const { facts: quiet, found } = await check([files[1]!, silent]);
    expect(found).toEqual([['silence', 2]]);
    expect(quiet['loudness-integrated-min']).toHaveProperty('unknown');
    expect(quiet['silence-seconds']).toEqual({ value: expect.closeTo(seconds, 1) as number });
  });

  it('an animation may stand still: that is information only', async () => {
    const still = await made('still', {
      seconds: 6,
      draw: place(6),
      shown: (frame) => (frame >= 60 && frame < 100 ? 60 : frame),
      sound: music,
    });
    const output = await checkFiles([still], join(temporary.folder, 'cache'), { kind: 'animation' });
    expect(output.findings.map(({ rule, level }) => [rule, level])).toEqual([['technical-quality/freeze', 'info']]);
    expect(output.facts['freeze-seconds']).toEqual({ value: 1.6 });
  });
});
