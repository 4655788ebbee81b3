// node test/bench/padding.mjs [--seen] [--show]: how well footage that is used again, stands still or was slowed is told from
// look-alikes (other takes of a set-up, held shots with grain, real slow motion), on generated H.264 films with exact truth. The films
// `unseen` were not looked at while thresholds were chosen. Needs a build; three minutes the first time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRegistry, openTrackStore, readTrack, resolveFfmpeg } from '@shenpian/core';
import { bundledPlugins } from '../../packages/cli/dist/bundled-plugins.js';
import { movementTrack, repeatedFootage } from '../../packages/plugins/local-scene-ratio/dist/index.js';
import { printTable } from './local-scene/table.mjs';
import { seriesOf } from './padding/plan.mjs';
import { filmOf } from './shots/film.mjs';
import { fps } from './shots/plan.mjs';

const flag = { type: 'boolean', default: false };
const { values: given } = parseArgs({ options: { seen: flag, show: flag } });
const { ffmpeg } = await resolveFfmpeg();
const registry = await loadRegistry(bundledPlugins);
const folder = mkdtempSync(join(tmpdir(), 'shenpian-padding-'));
const store = openTrackStore(folder);
const settings = { store, options: {}, signal: new AbortController().signal };

const tallies = new Map();
const count = (part, kind, right) => {
  const tally = tallies.get(`${part}: ${kind}`) ?? [0, 0];
  tallies.set(`${part}: ${kind}`, [tally[0] + Number(right), tally[1] + 1]);
  return right;
};
try {
  const parts = given.seen ? ['seen'] : ['seen', 'unseen'];
  const seeds = { seen: [1, 2, 3, 4, 5, 6], unseen: [21, 22, 23, 24, 25, 26] };
  for (const part of parts) {
    for (const seed of seeds[part]) {
      const shots = [];
      for (const [index, { shots: planned, encoding }] of seriesOf(part, seed).entries()) {
        const { file } = await filmOf(`padding-${part}-${seed}-${index + 1}`, planned, encoding, ffmpeg.file);
        const { items } = await readTrack(file, movementTrack, registry, settings);
        let frame = 0;
        for (const { frames, use, kind, trouble, place } of planned) {
          const [start, end] = [frame / fps, (frame + frames) / fps];
          frame += frames;
          const middle = (start + end) / 2;
          const seen = items.find((item) => item.start <= middle && item.end > middle);
          shots.push({
            ...seen,
            episode: index + 1,
            locality: 'local',
            scene: '',
            use,
            kind,
            trouble,
            place,
            planned: { start, end },
          });
        }
      }
      score(part, seed, shots);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function score(part, seed, shots) {
  const groups = repeatedFootage(shots.toSorted((a, b) => a.episode - b.episode || a.start - b.start));
  const groupOf = (shot) => groups.find((uses) => uses.some((use) => use.shot === shot));
  const note = (right, shot, what) => {
    if (given.show && part === 'seen' && !right)
      console.log(`seen ${seed} episode ${shot.episode} at ${shot.planned.start.toFixed(1)}: ${what}`);
  };
  for (const shot of shots) {
    const { kind, use } = shot;
    const same = new Set(shots.filter((other) => other !== shot && other.use === use));
    const found = groupOf(shot);
    if (kind.startsWith('used again')) {
      const right = found !== undefined && found.some((each) => same.has(each.shot));
      note(count(part, kind, right), shot, `${kind} not found`);
    }
    const wrong = (found ?? []).some((each) => each.shot.use !== use);
    note(
      count(part, `no other footage taken for it (${kind.split(',')[0]})`, !wrong),
      shot,
      `${kind} (${shot.trouble}) taken for ${(found ?? [])
        .filter((each) => each.shot.use !== use)
        .map((each) => `${each.shot.kind}, ${each.shot.trouble}, place ${each.shot.place}/${shot.place}`)
        .join('; ')}`,
    );
    const stillShare =
      shot.still.reduce((sum, { start, end }) => sum + end - start, 0) / (shot.planned.end - shot.planned.start);
    if (kind.startsWith('still')) note(count(part, kind, stillShare > 0.7), shot, 'still not found');
    else note(count(part, `not still (${kind.split(',')[0]})`, stillShare === 0), shot, `${kind} taken for still`);
    const slow = /× (\d)/.exec(kind);
    if (slow) note(count(part, kind, shot.slowed === Number(slow[1])), shot, `${kind} told as ${shot.slowed}`);
    else
      note(
        count(part, `not slowed (${kind.split(',')[0]})`, shot.slowed === 1),
        shot,
        `${kind} told as slowed ${shot.slowed}`,
      );
  }
}

printTable(
  ['what', 'right', 'of'],
  [...tallies].map(([what, [right, all]]) => [what, right, all]),
);
