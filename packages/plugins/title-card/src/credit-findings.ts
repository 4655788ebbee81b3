import { cuesTrack, screenTextTrack, unknownFact, type Episode } from '@shenpian/core';
import { creditRoles, seenCredits, type EndTexts } from './credits.ts';
import { displayRule } from './number-formats.ts';
import { openingTextTrack } from './opening-text.ts';
import type { CardContext } from './title-card.ts';
import { noEpisodes } from './answers.ts';

const unsure = unknownFact(
  {
    'zh-CN': '编剧、导演署名没有看清，或首集、末集没有读到',
    en: 'the credits were not read surely, or the first or last episode could not be read',
  },
  { 'zh-CN': '人工核对首集片头和末集片尾', en: 'a person who looks at the first opening and the last ending' },
);

/** Says whether writer and director are named in the opening of the first or at the end of the last episode. */
export function creditFindings(context: CardContext): void {
  const { series, episodes, fact, report } = context;
  const [first, last] = [episodes[0], episodes.at(-1)];
  if (first === undefined || last === undefined) return fact('credits-writer-director', noEpisodes);
  const credits = seenCredits([textsOf(context, first, 'opening'), textsOf(context, last, 'ending')]);
  const missing = creditRoles.filter((role) => !credits.some((credit) => credit.role === role));
  const doubtful = credits.find((credit) => !credit.sure);
  // An episode that could not be read may have shown them.
  const whole = series.episodes.length === episodes.length;
  const rule = displayRule('credits', series.filing.date);
  const standards = rule === null ? [] : [rule];
  if (missing.length > 0 && whole) {
    const seconds = last.input.probe.videoSeconds;
    report({
      messageId: 'creditsMissing',
      level: rule === null ? 'info' : 'warning',
      data: { roles: missing.join('、') },
      at: { episode: last.number, start: Math.max(0, seconds - 4), end: seconds },
      standards,
    });
  } else if (doubtful) {
    const { role, text, at } = doubtful;
    report({ messageId: 'creditsDoubtful', level: 'info', data: { roles: role, text }, at, matched: text, standards });
  }
  if (missing.length > 0) fact('credits-writer-director', whole ? { value: false } : unsure);
  else fact('credits-writer-director', doubtful ? unsure : { value: true });
}

function textsOf({ read, options }: CardContext, episode: Episode, part: 'opening' | 'ending'): EndTexts {
  const from = part === 'opening' ? 0 : episode.input.probe.videoSeconds - options.creditsSeconds;
  const to = part === 'opening' ? options.creditsSeconds : Infinity;
  const near = read(screenTextTrack, episode).filter(({ start, end }) => start < to && end > from);
  const large = read(openingTextTrack, episode).filter(({ start, end }) => start < to && end > from);
  return { episode, texts: [...large, ...near], cues: read(cuesTrack, episode) };
}
