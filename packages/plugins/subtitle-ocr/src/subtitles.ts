import { cuesTrack, defineChecker, type Cue, type Episode } from '@shenpian/core';
import { comparable } from './comparison.ts';
import { reportPlace, reportSound, reportTiming } from './limit-findings.ts';
import { sourceNames, subtitleMessages } from './messages.ts';
import { oneLine, preferredDialogue, type DialogueLine } from './preferred-dialogue.ts';
import { reportScript } from './script-findings.ts';
import { confirmed, differingPairs } from './sidecar-comparison.ts';
import { soundActivityTrack } from './sound-activity.ts';
import { whole, within, type SubtitlesContext } from './subtitles-context.ts';
import { subtitlesOptionsSchema } from './subtitles-options.ts';

/**
 * Compares burned-in dialogue with the subtitle file or embedded track and with the script, says where there is none or it could
 * not be read well, and holds it against limits that a house rule sets.
 */
export const subtitlesChecker = defineChecker({
  id: 'subtitles',
  title: { 'zh-CN': '字幕核对', en: 'Subtitles' },
  version: 2,
  scope: 'series',
  reads: [cuesTrack, soundActivityTrack],
  options: subtitlesOptionsSchema,
  messages: subtitleMessages,
  facts: {
    'subtitle-lines': { label: { 'zh-CN': '画面字幕条数', en: 'Burned-in subtitle lines' }, unit: 'count' },
  },
  check(context: SubtitlesContext) {
    let lines = 0;
    for (const episode of context.episodes) {
      const cues = context.read(cuesTrack, episode);
      const dialogue = preferredDialogue(episode, cues);
      lines += cues.length;
      reportPresence(context, episode, dialogue);
      reportSidecar(context, episode, cues);
      reportReadings(context, episode, cues);
      reportScript(context, episode, dialogue);
      reportTiming(context, episode, dialogue);
      reportPlace(context, episode, cues);
      reportSound(context, episode, [...cues, ...dialogue]);
    }
    context.fact('subtitle-lines', { value: lines });
  },
});

function reportPresence({ report }: SubtitlesContext, episode: Episode, dialogue: readonly DialogueLine[]): void {
  if (dialogue.length > 0) return;
  report({ messageId: 'noSubtitles', data: { episode: episode.number }, level: 'warning', at: whole(episode) });
}

function reportSidecar({ options, report }: SubtitlesContext, episode: Episode, cues: readonly Cue[]): void {
  const { subtitles } = episode;
  if (!subtitles) return;
  for (const { cue, sidecar } of differingPairs(cues, subtitles.cues, options.similarity)) {
    const sure = cue.confidence >= options.sureConfidence;
    report({
      messageId: sure ? 'sidecarDiffers' : 'sidecarMayDiffer',
      data: { source: sourceNames[subtitles.source], shown: oneLine(cue.text), written: oneLine(sidecar.text) },
      level: sure ? 'warning' : 'info',
      at: within(episode, cue),
      matched: oneLine(sidecar.text),
      confidence: cue.confidence,
      identity: [comparable(cue.text), comparable(sidecar.text)],
    });
  }
}

function reportReadings({ options, report }: SubtitlesContext, episode: Episode, cues: readonly Cue[]): void {
  for (const cue of cues) {
    if (cue.confidence >= options.unsureConfidence || confirmed(cue, episode.subtitles?.cues ?? [])) continue;
    report({
      messageId: 'unsureReading',
      data: { percent: Math.round(cue.confidence * 100), text: oneLine(cue.text) },
      level: 'info',
      at: within(episode, cue),
      matched: oneLine(cue.text),
      confidence: cue.confidence,
    });
  }
}
