import { normalText, overlap, type Box, type TimeRange } from '@shenpian/core';
import { foldContactText } from './contacts/folded-text.ts';
import type { ContactPatterns } from './contacts/contact-pattern.ts';
import type { TimedText } from './standing/text-times-track.ts';

/** A text that stands at one place through most of an episode. */
export interface StandingText extends TimeRange {
  readonly text: string;
  readonly box: Box;
  /** Share of the episode, 0–1. */
  readonly share: number;
  readonly confidence: number;
}

/** What stands for less is no watermark, however short the episode: a subtitle may. Seconds; chosen by us. */
const leastSeconds = 20;

/**
 * Texts that stand through at least `least` of an episode. Readings at one place are taken together, because a small or
 * translucent text is read a little differently from picture to picture.
 *
 * @param own the title of the series and of the episode, which are no watermark of somebody else's
 */
export function standingTexts(
  texts: readonly TimedText[],
  {
    seconds,
    least,
    own,
    patterns,
  }: {
    readonly seconds: number;
    readonly least: number;
    readonly own: readonly string[];
    readonly patterns: ContactPatterns;
  },
): StandingText[] {
  const allowed = patterns.standing.map(({ pattern }) => new RegExp(pattern, 'u'));
  const ours = own.map(normalText).filter((text) => text !== '');
  return placesOf(texts).flatMap((group): StandingText[] => {
    const clearest = group.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    const { text: folded } = foldContactText(clearest.text);
    const plain = normalText(clearest.text);
    // Different words at one place, such as credits that change, are no watermark.
    const alike = group.filter(({ text }) => likeness(normalText(text), plain) >= 0.5);
    const stands = covered(alike);
    if (stands < leastSeconds || stands < least * seconds) return [];
    if (allowed.some((pattern) => pattern.test(folded))) return [];
    if (alike.some(({ text }) => ours.some((title) => isTitle(normalText(text), title)))) return [];
    const { text, box, confidence } = clearest;
    const [start, end] = [Math.min(...alike.map((each) => each.start)), Math.max(...alike.map((each) => each.end))];
    return [{ start, end, text, box, share: Math.min(1, stands / seconds), confidence }];
  });
}

/** Whether a text is a title, a part of one, or one with a word beside it; of four characters one may be misread. */
function isTitle(text: string, title: string): boolean {
  if (text.includes(title) || (text.length >= 2 && title.includes(text))) return true;
  return title.length >= 4 && likeness(text, title) >= 0.75;
}

/** Places where something is written for at least `least` of the episode, whatever it says. */
export function writtenPlaces(texts: readonly TimedText[], seconds: number, least: number): readonly Box[] {
  return placesOf(texts)
    .filter((group) => covered(group) >= least * seconds)
    .flatMap((group) => group.map(({ box }) => box));
}

function placesOf(texts: readonly TimedText[]): readonly (readonly TimedText[])[] {
  const groups: TimedText[][] = [];
  for (const text of texts) {
    const group = groups.find(([first]) => first !== undefined && atOnePlace(first.box, text.box));
    if (group === undefined) groups.push([text]);
    else group.push(text);
  }
  return groups;
}

function covered(ranges: readonly TimeRange[]): number {
  let [sum, until] = [0, 0];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return sum;
}

/** Share of the shorter text's characters that the other has too, 0–1. */
function likeness(a: string, b: string): number {
  const left = [...b];
  let common = 0;
  for (const character of a) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return common / Math.max(1, a.length, b.length);
}

/** Whether two boxes lie at one place: half of the smaller one is inside the other. */
export function atOnePlace(a: Box, b: Box): boolean {
  const width = overlap({ start: a.x, end: a.x + a.width }, { start: b.x, end: b.x + b.width });
  const height = overlap({ start: a.y, end: a.y + a.height }, { start: b.y, end: b.y + b.height });
  return width * height >= 0.5 * Math.min(a.width * a.height, b.width * b.height);
}
