import { describe, expect, it } from 'vitest';
import { damageOf } from '../../src/media/damage.ts';
import type { VideoInput } from '../../src/work/input.ts';

const input: VideoInput = {
  path: 'episodes/1.mp4',
  file: '/1.mp4',
  sha256: '',
  bytes: 1,
  probe: {
    seconds: 30,
    videoSeconds: 30,
    frames: 750,
    width: 720,
    height: 1280,
    fps: 25,
    container: 'mov,mp4',
    videoCodec: 'h264',
    audioCodec: null,
    subtitleStreams: [],
    tags: {},
  },
};

describe('damageOf', () => {
  it.each([
    ['whole', { seconds: 30, frames: 750, complete: true, lost: 0 }, null],
    ['a second hidden by an edit list', { seconds: 30, frames: 725, complete: true, lost: 25 }, null],
    ['half of the pictures lost in the middle', { seconds: 30, frames: 374, complete: true, lost: 376 }, 'damaged'],
    ['just over a second lost', { seconds: 30, frames: 724, complete: true, lost: 26 }, 'damaged'],
    ['cut off', { seconds: 12, frames: 300, complete: false, lost: 450 }, 'truncated'],
  ] as const)('%s', (_, record, code) => {
    expect(damageOf(input, record)?.code ?? null).toBe(code);
  });
});
