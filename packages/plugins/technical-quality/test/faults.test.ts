import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles, temporaryFolder } from './check-files.ts';
import { clean, faulty } from './fault-clips.ts';
import { makeClip } from './made-clip.ts';

/** A fault counts when it is told to this, seconds. */
const slack = 0.2;

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());

async function findingsOf(clip: (typeof faulty)[number]) {
  const file = await makeClip(temporary.folder, clip.name, clip);
  const { findings } = await checkFiles([file], join(temporary.folder, 'cache'));
  return findings.map(({ rule, at }) => ({
    messageId: rule.slice('technical-quality/'.length),
    at: 'episode' in at ? [at.start, at.end] : null,
  }));
}

describe('clips with one fault', () => {
  it.each(faulty)('$name', { timeout: 120_000 }, async (clip) => {
    const found = await findingsOf(clip);
    expect(found.map(({ messageId }) => messageId)).toEqual([clip.fault?.messageId]);
    const [start = -1, end = -1] = found[0]?.at ?? [];
    if (clip.fault?.at == null) {
      expect(start).toBe(0);
      return;
    }
    expect(Math.abs(start - clip.fault.at[0]), `start ${start}`).toBeLessThanOrEqual(slack);
    expect(Math.abs(end - clip.fault.at[1]), `end ${end}`).toBeLessThanOrEqual(slack);
  });
});

describe('clean clips that look like faults', () => {
  it.each(clean)('$name', { timeout: 120_000 }, async (clip) => {
    expect(await findingsOf(clip)).toEqual([]);
  });
});
