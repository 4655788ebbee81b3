import { sampleEpisode, testChecker } from '@shenpian/testing';
import { describe, it } from 'vitest';
import { aiLabel } from '../src/ai-label.ts';
import type { AiLabel } from '../src/labels-track.ts';

const good = JSON.stringify({
  Label: '1',
  ContentProducer: '001191110102MAD55U9H0F10002',
  ProduceID: 'fh-01',
  ReservedCode1: '',
  ContentPropagator: '',
  PropagateID: '',
  ReservedCode2: '',
});
const plain = sampleEpisode(1);
const withTags = (tags: Record<string, string>, container = plain.input.probe.container) => ({
  ...plain,
  input: { ...plain.input, probe: { ...plain.input.probe, container, tags } },
});
const tagged = withTags({ aigc: good });
const label = (parts: Partial<AiLabel> = {}): AiLabel => ({
  start: 0,
  end: 3,
  text: '本视频由AI生成',
  words: 'whole',
  confidence: 0.98,
  box: { x: 0.3, y: 0.04, width: 0.4, height: 0.03 },
  height: { low: 0.056, median: 0.057, high: 0.057 },
  seconds: { low: 3, high: 3 },
  ...parts,
});
const tracks = (...labels: readonly AiLabel[]) => ({ 1: { 'ai-labels': labels, cues: [] } });
const at = { episode: 1, start: 0, end: 3 };
const ai = { kind: 'ai' as const, filing: { date: '2026-10-01', number: null }, episodes: [tagged] };
const file = { document: 'episodes/1.mp4' };
const unsure = (height: AiLabel['height']) => tracks(label({ height }));

testChecker(
  aiLabel,
  [
    {
      name: 'says nothing of a label that is right',
      series: ai,
      tracks: tracks(label()),
      facts: {
        'ai-label-on-screen': { value: true },
        'ai-label-height-ok': { value: true },
        'ai-label-seconds-ok': { value: true },
        'ai-label-at-edge': { value: true },
        'ai-label-metadata': { value: true },
      },
    },
    {
      name: 'takes the best of two labels',
      series: ai,
      tracks: tracks(label({ height: { low: 0.03, median: 0.03, high: 0.03 } }), label()),
    },
    {
      name: 'leaves a height near the limit to a person',
      series: ai,
      tracks: unsure({ low: 0.0495, median: 0.0495, high: 0.0495 }),
      expected: [{ messageId: 'labelMaybeSmall', at, level: 'warning' }],
    },
    {
      name: 'leaves a height that could not be measured to a person',
      series: ai,
      tracks: unsure(null),
      expected: [{ messageId: 'labelMaybeSmall', at, level: 'warning' }],
    },
    {
      name: 'leaves heights that differ from picture to picture to a person',
      series: ai,
      tracks: unsure({ low: 0.041, median: 0.058, high: 0.06 }),
      expected: [{ messageId: 'labelMaybeSmall', at, level: 'warning' }],
    },
    {
      name: 'does not decide by a time that was not seen to end',
      series: ai,
      tracks: tracks(label({ seconds: { low: 1.5, high: null } })),
      expected: [{ messageId: 'labelMaybeBrief', at, level: 'warning' }],
    },
    {
      name: 'leaves a misread letter to a person',
      series: ai,
      tracks: tracks(label({ text: '本视频由A生成', words: 'doubtful' })),
      expected: [{ messageId: 'labelDoubtful', at, level: 'warning' }],
    },
    {
      name: 'measures nothing of words that are no label',
      series: ai,
      tracks: tracks(label({ text: 'AI辅助制作', words: 'partial', height: null })),
      expected: [{ messageId: 'labelWords', at, level: 'violation' }],
    },
    {
      name: 'leaves a place that may be the edge to a person',
      series: ai,
      tracks: tracks(label({ box: { x: 0.3, y: 0.2, width: 0.4, height: 0.03 } })),
      expected: [{ messageId: 'labelMaybeNotAtEdge', at, level: 'warning' }],
    },
    {
      name: 'faults nothing before there was a rule',
      series: { ...ai, filing: { date: '2025-03-01', number: null }, episodes: [plain] },
      tracks: tracks(),
      expected: [
        { messageId: 'labelMissing', at: { episode: 1, start: 0, end: 4 }, level: 'info' },
        { messageId: 'metadataMissing', at: file, level: 'info' },
      ],
    },
    {
      name: 'does not miss metadata that its container cannot be asked for',
      series: { ...ai, episodes: [withTags({}, 'mpegts')] },
      tracks: tracks(label()),
    },
    {
      name: 'explains metadata that does not conform',
      series: { ...ai, episodes: [withTags({ aigc: '{"Label":"1"}' })] },
      tracks: tracks(label()),
      expected: Array.from({ length: 6 }, () => ({
        messageId: 'metadataInvalid',
        at: file,
        level: 'warning' as const,
      })),
    },
    {
      name: 'asks why a drama that AI did not make has label and metadata',
      series: { ...ai, kind: 'live-action' },
      tracks: tracks(label()),
      expected: [
        { messageId: 'labelWithoutKind', at, level: 'warning' },
        { messageId: 'metadataWithoutKind', at: file, level: 'warning' },
      ],
    },
  ],
  { describe, it },
);
