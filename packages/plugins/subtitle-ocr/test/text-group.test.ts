import { describe, expect, it } from 'vitest';
import { groupText, type BandFrame, type TextGroup } from '../src/text-group.ts';
import { renderedClip, type ClipScript } from './rendered-clip.ts';

const style = { font: 'noto', size: 0.05, y: 0.7, colour: '#fff', edge: 'outline' } as const;
const region = { x: 0, y: 0.66, width: 1, height: 0.08 };

function groupsOf(script: Pick<ClipScript, 'cues' | 'noise' | 'seconds'>, times?: number[]): TextGroup[] {
  const clip = renderedClip({ width: 540, height: 960, style, ...script });
  const place = { glyph: 27, from: 20, to: 58, centre: 270 };
  const { push, flush, holds } = groupText(place);
  const all = times ?? Array.from({ length: script.seconds * 5 }, (_, n) => n / 5);
  const frames = all.map((time): BandFrame => ({ time, ...clip.picture(time, region, 'gray') }));
  return [
    ...frames.flatMap((frame, at) => {
      const ended = push(frame);
      // Memory of frames that are held no more is used for others.
      for (const { data } of frames.slice(0, at)) if (!holds(data)) data.fill(255);
      return ended;
    }),
    ...flush(),
  ];
}
const shown = (groups: TextGroup[]) =>
  groups.filter((group) => group.frames > 1).map(({ first, last }) => [first, last]);

describe('groupText', () => {
  it('separates lines that follow each other without a gap', () => {
    const cues = [
      { start: 1, end: 2, text: '他昨天来过这里' },
      { start: 2, end: 3, text: '他今天来过这里' },
      { start: 3, end: 4, text: '第一次来这里' },
      { start: 4, end: 5, text: '第二次来这里' },
      { start: 5, end: 6, text: '走' },
      { start: 6, end: 7, text: '我不恨你了' },
      { start: 7, end: 8, text: '我不怪你了' },
    ];
    expect(shown(groupsOf({ seconds: 9, noise: 0, cues }))).toEqual([
      [1, 1.8],
      [2, 2.8],
      [3, 3.8],
      [4, 4.8],
      [5, 5.8],
      [6, 6.8],
      [7, 7.8],
    ]);
  });

  it('gives the last line when the clip ends under it', () => {
    const cues = [{ start: 1, end: 9, text: '最后一句话' }];
    const groups = groupsOf({ seconds: 2, noise: 0, cues });
    expect(shown(groups)).toEqual([[1, 1.8]]);
    expect(groups.at(-1)?.next).toBeNull();
  });

  it('keeps the times of frames that come unevenly', () => {
    const cues = [{ start: 1, end: 2, text: '变帧率的视频' }];
    const groups = groupsOf({ seconds: 3, noise: 0, cues }, [0, 0.9, 1.07, 1.31, 1.9, 2.6, 2.7]);
    expect(groups.map(({ previous, first, last, next }) => [previous, first, last, next])).toEqual([
      [0.9, 1.07, 1.9, 2.6],
    ]);
  });

  it('is not broken by cuts of the background behind one line', () => {
    const cues = [{ start: 0, end: 6, text: '背景切换时字幕没有变' }];
    const groups = groupsOf({ seconds: 6, cues });
    expect(shown(groups).length).toBeLessThanOrEqual(3);
    expect(groups[0]?.first).toBe(0);
    expect(groups.at(-1)?.last).toBe(5.8);
  });

  it('sees nothing on a plain background', () => {
    expect(groupsOf({ seconds: 2, noise: 0, cues: [] })).toEqual([]);
  });
});
