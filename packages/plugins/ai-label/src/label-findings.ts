import type { Episode, Level } from '@shenpian/core';
import type { LabelContext } from './ai-label.ts';
import type { JudgedLabel } from './judged-label.ts';
import { episodeRule, visibleRule } from './label-rules.ts';

/** A finding about an opening without anything to point at shows its first seconds. */
const shownSeconds = 4;
const percent = (share: number): string => (100 * share).toFixed(1);

/** Says what is wrong with the best label of an episode, or that there is none; nothing is asked of dramas that AI did not make. */
export function labelFindings(context: LabelContext, episode: Episode, best: JudgedLabel | null): void {
  if (context.series.kind === 'ai') aiFindings(context, episode, best);
  else if (best !== null && best.read !== false) {
    const { label } = best;
    context.report({
      messageId: 'labelWithoutKind',
      level: 'warning',
      data: { episode: episode.number, text: label.text, kind: context.series.kind },
      at: { episode: episode.number, start: label.start, end: label.end },
      matched: label.text,
      confidence: label.confidence,
    });
  }
}

function aiFindings({ series, report }: LabelContext, episode: Episode, best: JudgedLabel | null): void {
  const { number } = episode;
  const visible = visibleRule(series.filing.date);
  const every = episodeRule(series.filing.date);
  const standards = [...(visible.inForce ? [visible.standard] : []), ...(every.inForce ? [every.standard] : [])];
  // Before any rule was in force it is no fault.
  const fault: Level = standards.length === 0 ? 'info' : 'violation';
  if (best === null) {
    const at = { episode: number, start: 0, end: Math.min(episode.input.probe.videoSeconds, shownSeconds) };
    report({ messageId: 'labelMissing', level: fault, data: { episode: number }, at, standards });
    return;
  }
  const { label, read, height, seconds, edge, fromEdge } = best;
  const { rule } = visible;
  const doubt: Level = standards.length === 0 ? 'info' : 'warning';
  const say = (answer: boolean | null, wrong: Said, unsure: Said): void => {
    if (answer === true) return;
    const [messageId, more] = answer === false ? wrong : unsure;
    report({
      messageId,
      level: answer === false ? fault : doubt,
      data: { episode: number, text: label.text, ...more },
      at: { episode: number, start: label.start, end: label.end },
      matched: label.text,
      confidence: label.confidence,
      standards,
    });
  };
  say(read, ['labelWords', {}], ['labelDoubtful', {}]);
  // Of a text that is no whole label nothing is measured.
  if (read === false) return;
  const high = {
    percent: label.height === null ? '?' : percent(label.height.median),
    least: percent(rule.heightShare),
  };
  say(height, ['labelSmall', high], ['labelMaybeSmall', high]);
  const long = { seconds: (label.seconds.high ?? label.seconds.low).toFixed(2), least: rule.seconds };
  say(seconds, ['labelBrief', long], ['labelMaybeBrief', long]);
  const away = { percent: percent(fromEdge) };
  say(edge, ['labelNotAtEdge', away], ['labelMaybeNotAtEdge', away]);
}

type Said = readonly [Parameters<LabelContext['report']>[0]['messageId'], Readonly<Record<string, string | number>>];
