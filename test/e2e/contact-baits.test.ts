import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema, type Report } from '@shenpian/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baitClips, makeBaitClips } from './bait-clips.ts';
import { shenpian, temporaryFolder } from './shenpian.ts';

describe('contact baits in made clips', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let report: Report;

  beforeAll(async () => {
    temporary = await temporaryFolder();
    const { folder } = temporary;
    await makeBaitClips(join(folder, 'episodes'));
    await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepisodes: episodes/*\n');
    // The other checks of thirteen clips would take twice the time and are tested elsewhere.
    const others = [
      'title-card',
      'ai-label',
      'technical-quality',
      'local-scene-ratio',
      'padded-time',
      'place-evidence',
    ];
    const config = join(folder, 'baits.config.js');
    await writeFile(config, `export default { disable: ${JSON.stringify(others)} };\n`);
    const words = ['check', folder, '--json', '--config', config, '--cache-dir', join(folder, 'cache')];
    const { stdout } = await shenpian(words);
    report = reportSchema.parse(JSON.parse(stdout));
  }, 900_000);
  afterAll(() => temporary.remove());

  const foundIn = (episode: number) =>
    report.findings.filter(
      ({ checker, at }) => checker === 'contact-baits' && 'episode' in at && at.episode === episode,
    );

  it.each(baitClips.map((clip, index) => ({ ...clip, episode: index + 1 })))('$name', ({ defect, episode }) => {
    const found = foundIn(episode);
    const rules = found.map(({ rule, matched }) => `${rule} ${matched ?? ''}`);
    if (defect === null) {
      expect(rules).toEqual([]);
      return;
    }
    expect(
      found.map(({ rule }) => rule),
      rules.join('; '),
    ).toEqual([`contact-baits/${defect.rule}`]);
    const at = found[0]?.at as { start: number; end: number };
    expect(Math.abs(at.start - defect.start), `start ${at.start}`).toBeLessThanOrEqual(0.2 + 1e-6);
    expect(Math.abs(at.end - defect.end), `end ${at.end}`).toBeLessThanOrEqual(0.2 + 1e-6);
    if (defect.matched !== undefined) expect(found[0]?.matched).toBe(defect.matched);
  });

  it('counts them, and completes', () => {
    expect(report.checks.filter(({ id, status }) => id === 'contact-baits' && status !== 'ok')).toEqual([]);
    expect(report.facts['qr-code-count']).toEqual({ value: 1 });
    expect(report.facts['contact-bait-count']).toEqual({ value: 3 });
    expect(report.facts['persistent-watermark']).toEqual({ value: true });
  });
});
