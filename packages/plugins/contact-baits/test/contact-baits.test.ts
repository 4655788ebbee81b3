import { runChecker, type Script } from '@shenpian/core';
import { sampleEpisode, sampleSeries, testChecker } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { contactBaits } from '../src/contact-baits.ts';

const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.05 };
const sign = (start: number, end: number, text: string, place = box) => ({
  start,
  end,
  text,
  box: place,
  confidence: 0.9,
  exact: true,
});
const cue = (start: number, text: string) => ({ ...sign(start, start + 2, text), engine: 'paddle' });
const code = (start: number, end: number, text: string) => ({ start, end, text, box, exact: true });
const mark = (place = box) => ({ kind: 'found', start: 0, end: 60, box: place, share: 1, shots: 20 });
const tracks = (parts: Record<string, readonly unknown[]>) => ({
  'qr-codes': [],
  'text-times': [],
  'standing-marks': [],
  cues: [],
  ...parts,
});
const series = { episodes: [sampleEpisode(1)] };
const at = (start: number, end: number, episode = 1) => ({ episode, start, end });
const facts = (codes: number, contacts: number, watermark: boolean) => ({
  'qr-code-count': { value: codes },
  'contact-bait-count': { value: contacts },
  'persistent-watermark': { value: watermark },
});
const script: Script = {
  path: 'scripts/1.txt',
  sha256: 'a',
  lines: [
    { line: 3, text: '老板：加微信zhuiju888，我发你', kind: 'dialogue', speaker: '老板', column: 4, scene: '1-1' },
    { line: 4, text: '门上贴着“水电维修13800138000”。', kind: 'action', speaker: null, column: 1, scene: '1-1' },
  ],
  scenes: [],
};

testChecker(
  contactBaits,
  [
    {
      name: 'nothing there: no finding, and facts that say so',
      series,
      tracks: { 1: tracks({}) },
      facts: facts(0, 0, false),
    },
    {
      name: 'codes are counted by what they say',
      series,
      tracks: { 1: tracks({ 'qr-codes': [code(2, 4, 'https://a.cn'), code(9, 10, 'https://a.cn')] }) },
      expected: [
        { messageId: 'qrCode', at: at(2, 4), level: 'warning', matched: 'https://a.cn' },
        { messageId: 'qrCode', at: at(9, 10), level: 'warning' },
      ],
      facts: facts(1, 0, false),
    },
    {
      name: 'an invitation is a warning, a bare number of a sign or prop is information',
      series,
      tracks: {
        1: tracks({ 'text-times': [sign(2, 4, '加微信zhuiju888'), sign(6, 9, '水电维修 13800138000')] }),
      },
      expected: [
        { messageId: 'contactAsked', at: at(2, 4), level: 'warning', matched: '微信zhuiju888' },
        { messageId: 'contactShown', at: at(6, 9), level: 'info', matched: '13800138000' },
      ],
      facts: facts(0, 2, false),
    },
    {
      name: 'what is shown and said at one time is told once, with the times of the picture',
      series,
      tracks: {
        1: tracks({ 'text-times': [sign(2.4, 4.2, '微信：zhuiju888')], cues: [cue(3, '加我微信zhuiju888')] }),
      },
      expected: [{ messageId: 'contactAsked', at: at(2.4, 4.2) }],
      facts: facts(0, 1, false),
    },
    {
      name: 'two rows of a card are read as one text',
      series,
      tracks: {
        1: tracks({
          'text-times': [sign(2, 6, '微信号'), sign(2, 6, 'zhuiju888', { ...box, y: 0.16 }), sign(20, 22, 'zhuiju999')],
        }),
      },
      expected: [{ messageId: 'contactAsked', at: at(2, 6) }],
    },
    {
      name: 'lines of a script are told where they are written',
      series: { ...series, scripts: [script] },
      tracks: { 1: tracks({}) },
      expected: [
        {
          messageId: 'contactAsked',
          at: { script: script.path, line: 3, column: 5, length: 11 },
          matched: '微信zhuiju888',
        },
        { messageId: 'contactShown', at: { script: script.path, line: 4, column: 10, length: 11 }, level: 'info' },
      ],
      facts: facts(0, 2, false),
    },
    {
      name: 'contacts that were cleared are not told',
      series,
      options: { allow: ['138-0013-8000', 'https://a.cn'] },
      tracks: {
        1: tracks({ 'text-times': [sign(2, 4, '电话13800138000')], 'qr-codes': [code(2, 4, 'https://a.cn')] }),
      },
      facts: facts(1, 0, false),
    },
    {
      name: 'patterns of the user',
      series,
      options: {
        starter: false,
        patterns: [{ id: 'weibo', kind: 'account', pattern: '@(?<id>[a-z]{4,})', asks: true, match: ['@abcd'] }],
      },
      tracks: { 1: tracks({ cues: [cue(3, '微博@shenpian'), cue(8, '加微信zhuiju888')] }) },
      expected: [{ messageId: 'contactAsked', at: at(3, 5), matched: '@shenpian' }],
    },
    {
      name: 'a text that stands is a watermark, read differently from time to time or not',
      series,
      tracks: { 1: tracks({ 'text-times': [sign(0, 20, '短剧大全'), sign(20, 58, '短剧大金')] }) },
      expected: [{ messageId: 'standingText', at: at(0, 58), level: 'info', matched: '短剧大全' }],
      facts: facts(0, 0, true),
    },
    {
      name: 'own title (misread too), number of the episode, AI label and disclaimer may stand; texts that change at one place do',
      series: { ...series, title: '凤湖夜话' },
      tracks: {
        1: tracks({
          'text-times': [
            sign(0, 60, '风湖夜话'),
            sign(0, 60, '第1集', { ...box, y: 0.2 }),
            sign(0, 60, 'AI生成', { ...box, y: 0.3 }),
            sign(0, 60, '本故事纯属虚构', { ...box, y: 0.4 }),
            sign(0, 30, '导演张三', { ...box, y: 0.5 }),
            sign(30, 60, '摄影李四', { ...box, y: 0.5 }),
          ],
          'standing-marks': [mark()],
        }),
      },
      facts: facts(0, 0, false),
    },
    {
      name: 'a mark without words',
      series,
      tracks: { 1: tracks({ 'standing-marks': [mark({ x: 0.8, y: 0.05, width: 0.1, height: 0.05 })] }) },
      expected: [{ messageId: 'standingMark', at: at(0, 60), level: 'info' }],
      facts: facts(0, 0, true),
    },
  ],
  { describe, it },
);

describe('what cannot be told', () => {
  it('is unknown where a logo cannot be told from scenery', async () => {
    const whole = sampleSeries(series);
    const { facts: stated } = await runChecker(contactBaits, {
      series: whole,
      episodes: whole.episodes,
      options: {},
      tracks: { 1: tracks({ 'standing-marks': [{ kind: 'undecided', reason: 'few-shots' }] }) },
    });
    expect(stated['persistent-watermark']).toHaveProperty('unknown');
    expect(stated['qr-code-count']).toEqual({ value: 0 });
  });

  it('is unknown without an episode', async () => {
    const { facts: stated } = await runChecker(contactBaits, {
      series: sampleSeries(),
      episodes: [],
      options: {},
      tracks: {},
    });
    for (const fact of Object.values(stated)) expect(fact).toHaveProperty('unknown');
  });
});
