import { expect, it } from 'vitest';
import { toPlainText, toSrt, toVtt } from '../src/formats.ts';

const cues = [
  { start: 0.04, end: 1.9996, text: '你好 <b> & 再见' },
  { start: 3661.5, end: 3662, text: '第一行\n\n第二行' },
];

it('writes SubRip', () => {
  expect(toSrt(cues)).toBe(
    '1\n00:00:00,040 --> 00:00:02,000\n你好 <b> & 再见\n\n2\n01:01:01,500 --> 01:01:02,000\n第一行\n第二行\n',
  );
  expect(toSrt([])).toBe('');
});

it('writes WebVTT with its escapes', () => {
  expect(toVtt(cues)).toBe(
    'WEBVTT\n\n00:00:00.040 --> 00:00:02.000\n你好 &lt;b&gt; &amp; 再见\n\n01:01:01.500 --> 01:01:02.000\n第一行\n第二行\n',
  );
});

it('writes plain text, one cue a line', () => {
  expect(toPlainText(cues)).toBe('你好 <b> & 再见\n第一行 第二行\n');
});
