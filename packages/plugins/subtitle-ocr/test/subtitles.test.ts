import { fillMessage, type Cue, type Episode, type Fact, type FindingReport, type Series } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import { subtitleMessages } from '../src/messages.ts';
import { subtitlesChecker, subtitlesOptionsSchema } from '../src/subtitles.ts';

const cue = (start: number, end: number, text: string, confidence = 0.99): Cue => ({
  start,
  end,
  text,
  confidence,
  engine: 'paddle',
  box: { x: 0.2, y: 0.7, width: 0.6, height: 0.03 },
});
const file = { path: 'a', file: '/a', sha256: '0', bytes: 1 };

function check(cues: Cue[], sidecar: { start: number; end: number; text: string }[] | null) {
  const probe = {
    seconds: 60,
    videoSeconds: 60,
    frames: null,
    width: 720,
    height: 1280,
    fps: 25,
    container: 'mp4',
    videoCodec: 'h264',
    audioCodec: null,
    subtitleStreams: [],
    tags: {},
  };
  const episode: Episode = {
    number: 2,
    title: null,
    input: { ...file, probe },
    subtitles: sidecar && { ...file, cues: sidecar },
  };
  const findings: FindingReport[] = [];
  const facts: Record<string, Fact> = {};
  void subtitlesChecker.check({
    series: { episodes: [episode] } as unknown as Series,
    episodes: [episode],
    options: subtitlesOptionsSchema.parse({}),
    read: <Item>() => cues as unknown as Item[],
    report: (finding) => findings.push(finding),
    fact: (id, fact) => (facts[id] = fact),
  });
  for (const { messageId, data } of findings)
    fillMessage(subtitleMessages[messageId as keyof typeof subtitleMessages], data);
  const told = findings.map(({ messageId, level, at }) => [messageId, level, 'start' in at ? at.start : null]);
  return { told, facts };
}

describe('subtitles', () => {
  it.each<[string, Cue[], { start: number; end: number; text: string }[] | null, unknown[]]>([
    ['equal words', [cue(1, 3, '我们去，凤湖公园')], [{ start: 1.1, end: 3, text: '我们去凤湖公园。' }], []],
    [
      'another word, read surely',
      [cue(1, 3, '我们去凤湖公园')],
      [{ start: 1.1, end: 3, text: '我们去东湖公园' }],
      [['sidecarDiffers', 'warning', 1]],
    ],
    [
      'another word, read less surely',
      [cue(1, 3, '我们去风湖公园', 0.9)],
      [{ start: 1, end: 3, text: '我们去凤湖公园' }],
      [['sidecarMayDiffer', 'info', 1]],
    ],
    ['another word at another time', [cue(1, 3, '我们走')], [{ start: 30, end: 32, text: '你别走' }], []],
    [
      'two lines on the picture, one in the file',
      [cue(1, 2, '你先走'), cue(2, 3, '我随后就到')],
      [{ start: 1, end: 3, text: '你先走 我随后就到' }],
      [],
    ],
    [
      'one line on the picture, two in the file',
      [cue(1, 3, '你先走\n我随后就到')],
      [
        { start: 1, end: 2, text: '你先走' },
        { start: 2, end: 3, text: '我随后就到' },
      ],
      [],
    ],
    [
      'words that only the file has',
      [cue(1, 3, '我随后就到')],
      [{ start: 1, end: 3, text: '你先走我随后就到' }],
      [['sidecarDiffers', 'warning', 1]],
    ],
    ['unsure reading', [cue(1, 3, '你到底想怎么样', 0.7)], null, [['unsureReading', 'info', 1]]],
    [
      'unsure reading that the file repeats',
      [cue(1, 3, '你到底想怎么样', 0.7)],
      [{ start: 1, end: 3, text: '你到底想怎么样' }],
      [],
    ],
    ['no line and no file', [], null, [['noSubtitles', 'warning', 0]]],
    ['no line but a file', [], [{ start: 1, end: 3, text: '你好' }], []],
  ])('%s', (_, cues, sidecar, expected) => {
    const { told, facts } = check(cues, sidecar);
    expect(told).toEqual(expected);
    expect(facts).toEqual({ 'subtitle-lines': { value: cues.length } });
  });
});
