import { cuesTrack, defineChecker, duration, overlap, type Cue, type Episode, type SidecarCue } from '@shenpian/core';
import { z } from 'zod';
import { comparable, likeness } from './comparison.ts';
import { subtitleMessages } from './messages.ts';

/**
 * - `sureConfidence`: from here on (mean per character, 0–1) a reading counts as what the picture shows.
 * - `unsureConfidence`: below it a person is asked to look.
 * - `similarity`: 0–1; a pair at least this alike is not reported. 1 reports every differing character.
 */
export const subtitlesOptionsSchema = z.strictObject({
  sureConfidence: z.number().min(0).max(1).default(0.95),
  unsureConfidence: z.number().min(0).max(1).default(0.8),
  similarity: z.number().min(0).max(1).default(1),
});
/** See {@link subtitlesOptionsSchema}. */
export type SubtitlesOptions = z.infer<typeof subtitlesOptionsSchema>;

/** Compares burned-in dialogue with the subtitle file, and says where there is none or it could not be read well. */
export const subtitlesChecker = defineChecker({
  id: 'subtitles',
  title: { 'zh-CN': '字幕核对', en: 'Subtitles' },
  version: 1,
  scope: 'series',
  reads: [cuesTrack],
  options: subtitlesOptionsSchema,
  messages: subtitleMessages,
  facts: {
    'subtitle-lines': { label: { 'zh-CN': '画面字幕条数', en: 'Burned-in subtitle lines' }, unit: 'count' },
  },
  check(context) {
    const { options } = context;
    let lines = 0;
    for (const episode of context.episodes) {
      const cues = context.read(cuesTrack, episode);
      lines += cues.length;
      const at = (range: { start: number; end: number }) => ({
        episode: episode.number,
        start: range.start,
        end: range.end,
      });
      if (cues.length === 0 && !episode.subtitles) {
        context.report({
          messageId: 'noSubtitles',
          data: { episode: episode.number },
          level: 'warning',
          at: at({ start: 0, end: episode.input.probe.seconds }),
        });
      }
      for (const { cue, sidecar } of differingPairs(cues, episode, options.similarity)) {
        const sure = cue.confidence >= options.sureConfidence;
        context.report({
          messageId: sure ? 'sidecarDiffers' : 'sidecarMayDiffer',
          data: { shown: oneLine(cue.text), written: oneLine(sidecar.text) },
          level: sure ? 'warning' : 'info',
          at: at(cue),
          matched: oneLine(sidecar.text),
          confidence: cue.confidence,
          identity: [comparable(cue.text), comparable(sidecar.text)],
        });
      }
      for (const cue of cues) {
        if (cue.confidence >= options.unsureConfidence || confirmed(cue, episode)) continue;
        context.report({
          messageId: 'unsureReading',
          data: { percent: Math.round(cue.confidence * 100), text: oneLine(cue.text) },
          level: 'info',
          at: at(cue),
          matched: oneLine(cue.text),
          confidence: cue.confidence,
        });
      }
    }
    context.fact('subtitle-lines', { value: lines });
  },
});

/** A subtitle file may be cut into cues otherwise than the picture: half of the shorter must lie in the other. */
function belongTogether(cue: Cue, sidecar: SidecarCue): boolean {
  return overlap(cue, sidecar) > 0.5 * Math.min(duration(cue), duration(sidecar));
}

/** Pairs of one time whose words differ. One line of the file may be two on the picture, and the other way round. */
function differingPairs(
  cues: readonly Cue[],
  { subtitles }: Episode,
  threshold: number,
): { cue: Cue; sidecar: SidecarCue }[] {
  const pairs: { cue: Cue; sidecar: SidecarCue }[] = [];
  for (const cue of cues) {
    const shown = comparable(cue.text);
    const together = (subtitles?.cues ?? []).filter((sidecar) => belongTogether(cue, sidecar));
    const nearest = together.toSorted(
      (a, b) => likeness(comparable(b.text), shown) - likeness(comparable(a.text), shown),
    )[0];
    if (!nearest) continue;
    const whole = comparable(together.map((sidecar) => sidecar.text).join(''));
    const written = comparable(nearest.text);
    if (shown === '' || written === '') continue;
    if (whole.includes(shown) || shown.includes(written)) {
      // Cut otherwise: the rest of the words must stand in a neighbouring cue, or the file says something else.
      const around = comparable(
        neighbours(cues, cue)
          .map(({ text }) => text)
          .join(''),
      );
      if (around.includes(written) || whole === shown) continue;
    }
    if (Math.max(likeness(shown, written), likeness(shown, whole)) >= threshold) continue;
    pairs.push({ cue, sidecar: nearest });
  }
  return pairs;
}

function neighbours(cues: readonly Cue[], cue: Cue): Cue[] {
  const at = cues.indexOf(cue);
  return cues.slice(Math.max(0, at - 1), at + 2);
}

/** A reading that the subtitle file repeats word for word needs no second look. */
function confirmed(cue: Cue, { subtitles }: Episode): boolean {
  const shown = comparable(cue.text);
  return (subtitles?.cues ?? []).some((sidecar) => belongTogether(cue, sidecar) && comparable(sidecar.text) === shown);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
