import { screenTextTrack, unknownFact, type Episode, type Standard } from '@shenpian/core';
import { displayRule, judgeFormat } from './number-formats.ts';
import { numberSight, type NumberSight, type ShownNumber } from './number-sight.ts';
import { mayBeMisread, numberLike, parseNumber, sameNumber, type ReadNumber } from './number-text.ts';
import type { OpeningText } from './opening-text.ts';
import { openingLines } from './opening-lines.ts';
import type { CardContext } from './title-card.ts';
import { inAll, noEpisodes } from './answers.ts';

const example = '（豫）网微剧备字（2026）第012号';
/** A finding about an opening without anything to point at shows its first seconds. */
const shownSeconds = 4;

interface EpisodeNumber {
  readonly episode: Episode;
  readonly sight: NumberSight;
  /** The number that is compared with others; null when none was read surely. */
  readonly shown: ShownNumber | null;
}

/** Says what number each opening shows, whether it is the manifest's, the same everywhere, and of a known form. */
export function numberFindings(context: CardContext): void {
  const { series, episodes, fact, report } = context;
  const { number: written, date } = series.filing;
  const expected = written === null ? null : parseNumber(written);
  if (written !== null && expected === null) {
    const at = { document: 'drama.yaml' };
    report({ messageId: 'manifestNumberUnreadable', level: 'warning', data: { number: written, example }, at });
  }
  const found = episodes.map((episode): EpisodeNumber => {
    const sight = numberSight(openingLines(context, episode));
    return { episode, sight, shown: sight.state === 'sure' ? compared(sight.numbers, expected) : null };
  });
  const standards = standardsOf(displayRule('number', date));
  for (const each of found) {
    sightFindings(context, each, standards);
    if (expected !== null) comparisonFindings(context, each, expected, standards);
    durationFindings(context, each);
  }
  if (expected === null) variationFindings(context, found);
  const sure = found.flatMap(({ shown }) => (shown === null ? [] : [shown.number]));
  formatFindings(context, sure);

  fact('number-on-screen', inAll(found.map(onScreen), doubtfulNumber));
  fact('number-matches-filing', matchesFiling(context, found, expected));
  const same = found.map(({ shown }) => (shown === null ? null : sameNumber(shown.number, sure[0]!)));
  fact('number-same-in-all-episodes', inAll(same, doubtfulNumber));
  if (episodes.length === 0) fact('number-on-screen-text', noEpisodes);
  else if (same.every((each) => each === true)) fact('number-on-screen-text', { value: sure[0]!.canonical });
  else fact('number-on-screen-text', same.includes(false) ? severalNumbers : doubtfulNumber);
}

const standardsOf = (rule: Standard | null): readonly Standard[] => (rule === null ? [] : [rule]);

/** Of several numbers the manifest's, else the first. */
function compared(numbers: readonly ShownNumber[], expected: ReadNumber | null): ShownNumber {
  const wanted = expected && numbers.find(({ number }) => sameNumber(number, expected));
  return wanted ?? numbers[0]!;
}

function onScreen({ sight }: EpisodeNumber): boolean | null {
  return sight.state === 'sure' ? true : sight.state === 'none' ? false : null;
}

const doubtfulNumber = unknownFact(
  { 'zh-CN': '有的集片头编号没有看清', en: 'the number of some opening could not be read surely' },
  { 'zh-CN': '人工核对片头画面', en: 'a person who looks at the opening' },
);
const severalNumbers = unknownFact(
  { 'zh-CN': '各集片头编号不一致', en: 'the episodes show different numbers' },
  { 'zh-CN': '统一各集编号', en: 'one number in all episodes' },
);
const noFilingNumber = unknownFact(
  { 'zh-CN': 'drama.yaml 没有写编号，或写得不完整', en: 'drama.yaml gives no number, or not all of it' },
  { 'zh-CN': '在 drama.yaml 的 filing.number 写上编号', en: 'the number as filing.number in drama.yaml' },
);

function sightFindings(
  { read, report }: CardContext,
  { episode, sight }: EpisodeNumber,
  standards: readonly Standard[],
): void {
  const { number } = episode;
  if (sight.state === 'doubtful') {
    const doubts = sight.number?.doubts.join(' ') ?? '';
    report({
      messageId: 'numberDoubtful',
      level: 'warning',
      data: { episode: number, text: sight.text, doubts: doubts === '' ? '?' : doubts },
      at: within(episode, sight.line),
      matched: sight.line.text,
      confidence: sight.line.confidence,
      evidence: quoted(sight.line),
      standards,
    });
  } else if (sight.state === 'upright') {
    report({
      messageId: 'numberUpright',
      level: 'warning',
      data: { episode: number },
      at: within(episode, sight.line),
      standards,
    });
  } else if (sight.state === 'none') {
    const later = read(screenTextTrack, episode).find(({ text }) => numberLike(text));
    if (later) {
      const data = { episode: number, time: later.start.toFixed(1), text: later.text };
      report({
        messageId: 'numberElsewhere',
        level: 'warning',
        data,
        at: within(episode, later),
        matched: later.text,
        standards,
      });
    }
    // Without a rule for that date it is no fault.
    const level = standards.length === 0 ? 'info' : 'violation';
    const end = Math.min(episode.input.probe.videoSeconds, shownSeconds);
    const at = { episode: number, start: 0, end };
    report({ messageId: 'numberMissing', level, data: { episode: number }, at, standards });
  }
}

function comparisonFindings(
  { report }: CardContext,
  { episode, shown }: EpisodeNumber,
  expected: ReadNumber,
  standards: readonly Standard[],
): void {
  if (shown === null || sameNumber(shown.number, expected)) return;
  const doubtful = mayBeMisread(shown.number, expected);
  report({
    messageId: doubtful ? 'numberMayDiffer' : 'numberDiffers',
    level: doubtful ? 'warning' : 'violation',
    data: { episode: episode.number, shown: shown.number.canonical, written: expected.canonical },
    at: within(episode, shown.line),
    matched: shown.number.canonical,
    confidence: shown.number.weakest,
    evidence: quoted(shown.line),
    standards,
  });
}

function matchesFiling(_: CardContext, found: readonly EpisodeNumber[], expected: ReadNumber | null) {
  if (found.length === 0) return noEpisodes;
  if (expected === null) return noFilingNumber;
  const answers = found.map(({ shown, sight }) => {
    if (shown === null) return sight.state === 'none' ? false : null;
    if (sameNumber(shown.number, expected)) return true;
    return mayBeMisread(shown.number, expected) ? null : false;
  });
  return inAll(answers, doubtfulNumber);
}

/** Without a number to compare with, the episodes are held against what most of them show. */
function variationFindings({ report }: CardContext, found: readonly EpisodeNumber[]): void {
  const shown = found.filter((each): each is EpisodeNumber & { shown: ShownNumber } => each.shown !== null);
  const count = (number: ReadNumber): number => shown.filter((each) => sameNumber(each.shown.number, number)).length;
  const [usual] = shown.toSorted((a, b) => count(b.shown.number) - count(a.shown.number));
  for (const { episode, shown: own } of shown) {
    if (usual === undefined || sameNumber(own.number, usual.shown.number)) continue;
    const doubtful = mayBeMisread(own.number, usual.shown.number);
    report({
      messageId: doubtful ? 'numberMayDiffer' : 'numberVaries',
      level: doubtful ? 'warning' : 'violation',
      data: doubtful
        ? { episode: episode.number, shown: own.number.canonical, written: usual.shown.number.canonical }
        : { episode: episode.number, shown: own.number.canonical, others: usual.shown.number.canonical },
      at: within(episode, own.line),
      matched: own.number.canonical,
      confidence: own.number.weakest,
      evidence: quoted(own.line),
    });
  }
}

function durationFindings({ options, report }: CardContext, { episode, shown }: EpisodeNumber): void {
  if (shown === null || options.minSeconds === null) return;
  const { line } = shown;
  // The longest that it can have been there; still there at the end of what was read: not known.
  if (line.after === null || line.after - (line.before ?? 0) >= options.minSeconds) return;
  const data = {
    episode: episode.number,
    seconds: (line.after - (line.before ?? 0)).toFixed(1),
    least: options.minSeconds,
  };
  report({
    messageId: 'numberBrief',
    level: 'warning',
    data,
    at: within(episode, line),
    matched: shown.number.canonical,
  });
}

/** One finding for each number, however many episodes show it. */
function formatFindings({ series, fact, report }: CardContext, numbers: readonly ReadNumber[]): void {
  const { date } = series.filing;
  const distinct = numbers.filter((number, i) => numbers.findIndex((other) => sameNumber(other, number)) === i);
  const judged = distinct.map((number) => ({ number, ...judgeFormat(number, date) }));
  for (const { number, form, standard } of judged) {
    if (form === 'known') continue;
    report({
      messageId: form === 'unknown' ? 'formatUnknown' : 'formatUnverified',
      level: form === 'unknown' ? 'warning' : 'info',
      data: form === 'unknown' ? { number: number.canonical, example } : { number: number.canonical },
      at: { document: 'drama.yaml' },
      matched: number.canonical,
      standards: standardsOf(standard),
    });
  }
  if (judged.length === 0) fact('number-format-known', doubtfulNumber);
  else
    fact(
      'number-format-known',
      inAll(
        judged.map(({ form }) => (form === 'known' ? true : form === 'unknown' ? false : null)),
        unverifiedForm,
      ),
    );
}

const unverifiedForm = unknownFact(
  { 'zh-CN': '2026-09-01 以后的编号格式未见公布', en: 'the forms of numbers since 2026-09-01 were found in no source' },
  { 'zh-CN': '总局公布的编号规则', en: 'the rule for numbers that the authority publishes' },
);

const within = ({ number }: Episode, { start, end }: { readonly start: number; readonly end: number }) => ({
  episode: number,
  start,
  end: Math.max(end, start),
});

const quoted = ({ text, start }: OpeningText) => [{ kind: 'cue' as const, text, time: start }];
