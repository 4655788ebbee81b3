import type { Episode } from '@shenpian/core';
import { comparable } from './comparison.ts';
import { sourceNames } from './messages.ts';
import { oneLine, type DialogueLine } from './preferred-dialogue.ts';
import { compareWithScript, isTooLong } from './script-comparison.ts';
import { scriptOfEpisode } from './script-dialogue.ts';
import { whole, within, type SubtitlesContext } from './subtitles-context.ts';

/** Says where the lines of an episode are not those of the script. Info only: scripts are changed on set, and no rule forbids it. */
export function reportScript(
  { series, options, report }: SubtitlesContext,
  episode: Episode,
  dialogue: readonly DialogueLine[],
): void {
  if (!options.compareScript) return;
  const script = scriptOfEpisode(series, episode.number);
  if (isTooLong(dialogue, script)) {
    const data = { episode: episode.number, lines: dialogue.length };
    report({ messageId: 'scriptTooLong', data, level: 'info', at: whole(episode) });
    return;
  }
  const differences = compareWithScript(dialogue, script, options.similarity);
  if (differences === null) return;
  const source = sourceNames[dialogue[0]!.source];
  for (const change of differences.changed) {
    const { shown, written, at, confidence } = change;
    const sure = confidence >= options.sureConfidence;
    report({
      messageId: sure ? 'scriptDiffers' : 'scriptMayDiffer',
      data: { line: at.line.line, written, shown, ...(sure && { source }) },
      level: 'info',
      at: within(episode, change),
      matched: shown,
      confidence,
      identity: [comparable(shown), comparable(written)],
      evidence: [
        {
          kind: 'script',
          path: at.script.path,
          sha256: at.script.sha256,
          text: `${at.line.line}:${at.from} ${written}`,
        },
      ],
    });
  }
  for (const line of differences.added) {
    // What was perhaps misread is perhaps in the script.
    if (line.confidence < options.sureConfidence) continue;
    const text = oneLine(line.text);
    report({
      messageId: 'scriptLacksLine',
      data: { source, text },
      level: 'info',
      at: within(episode, line),
      matched: text,
      confidence: line.confidence,
      identity: [comparable(text)],
    });
  }
  if (!differences.apart) return;
  report({
    messageId: 'scriptApart',
    data: { episode: episode.number, source, ...differences.apart },
    level: 'info',
    at: whole(episode),
    identity: [String(episode.number)],
  });
}
