import { unknownFact } from '@shenpian/core';
import { displayRule } from './number-formats.ts';
import { openingLines } from './opening-lines.ts';
import type { CardContext } from './title-card.ts';
import { otherTitleInFileName } from './file-title.ts';
import { titleSight } from './title-sight.ts';
import { inAll } from './answers.ts';

const unread = unknownFact(
  { 'zh-CN': '有的集片头剧名没有看清', en: 'the title of some opening could not be read surely' },
  { 'zh-CN': '人工核对片头画面', en: 'a person who looks at the opening' },
);
/** A finding about an opening without anything to point at shows its first seconds. */
const shownSeconds = 4;

/** Says whether each opening shows the title, and which file names give another one. */
export function titleFindings(context: CardContext): void {
  const { series, episodes, fact, report } = context;
  const { title } = series;
  const rule = displayRule('title', series.filing.date);
  const standards = rule === null ? [] : [rule];
  const answers = episodes.map((episode): boolean | null => {
    const { number, input } = episode;
    const given = otherTitleInFileName(input.path, title);
    if (given !== null) {
      const data = { file: input.path.split('/').at(-1) ?? input.path, given, title };
      report({ messageId: 'fileNameDiffers', level: 'warning', data, at: { document: input.path }, matched: given });
    }
    const sight = titleSight(openingLines(context, episode), title);
    if (sight.state === 'shown') return true;
    if (sight.state === 'none') {
      const at = { episode: number, start: 0, end: Math.min(input.probe.videoSeconds, shownSeconds) };
      const level = rule === null ? 'info' : 'warning';
      report({ messageId: 'titleMissing', level, data: { episode: number, title }, at, standards });
      return false;
    }
    const { line, text } = sight;
    const at = { episode: number, start: line.start, end: line.end };
    const said = { data: { episode: number, title, text }, at, matched: text, confidence: line.confidence };
    if (sight.state === 'other') {
      report({ messageId: 'titleDiffers', level: 'violation', ...said, standards });
      return false;
    }
    report({
      messageId: sight.state === 'nearly' ? 'titleDoubtful' : 'titleUnread',
      level: 'info',
      ...said,
      standards,
    });
    return null;
  });
  fact('title-on-screen', inAll(answers, unread));
}
