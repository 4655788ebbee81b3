import { sampleEpisode, testChecker } from '@shenpian/testing';
import { describe, it } from 'vitest';
import { __camelName__ } from '../src/__name__.ts';

const box = { x: 0.1, y: 0.7, width: 0.8, height: 0.05 };
const cue = (start: number, end: number, text: string) => ({ start, end, text, box, confidence: 1, engine: 'paddle' });

testChecker(
  __camelName__,
  [
    {
      name: 'a line of a second is clean',
      series: { episodes: [sampleEpisode(1)] },
      tracks: { 1: { cues: [cue(1, 2, '你好')] } },
    },
    {
      name: 'a line of five frames is too short',
      series: { episodes: [sampleEpisode(1)] },
      tracks: { 1: { cues: [cue(1, 1.2, '你好')] } },
      expected: [{ messageId: 'tooShort', at: { episode: 1, start: 1, end: 1.2 }, level: 'info', matched: '你好' }],
    },
  ],
  { describe, it },
);
