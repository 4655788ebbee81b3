import { normalText } from '@shenpian/core';
import { similarity } from '@shenpian/plugin-subtitle-ocr';
import { creditLike } from './credits.ts';
import { numberLike } from './number-text.ts';
import type { OpeningText } from './opening-text.ts';

/** What an opening shows of the title: itself; something like it; another one in 《》; writing that may be it; nothing. */
export type TitleSight =
  | { readonly state: 'shown' | 'nearly' | 'other' | 'unread'; readonly line: OpeningText; readonly text: string }
  | { readonly state: 'none' };

/** Readings at least this alike may be one title: lettering of titles is read worse than any other. */
const nearly = 0.5;
/** A title in 《》 that was read this surely is what stands there. */
const sureTitle = 0.9;

/** Looks for the title among the lines of an opening that are no dialogue. */
export function titleSight(lines: readonly OpeningText[], title: string): TitleSight {
  const wanted = normalText(title);
  const texts: Text[] = [
    ...lines.flatMap((line) => line.readings.map(({ text }) => ({ line, text }))),
    // A title may be broken over two lines.
    ...lines.flatMap((line, i) => {
      const next = lines[i + 1];
      return next && next.start <= line.end ? [{ line, text: line.text + next.text }] : [];
    }),
  ];
  const shown = texts.find(({ text }) => normalText(text).includes(wanted));
  if (shown) return { state: 'shown', ...shown };
  const near = texts
    .map((each) => ({ ...each, like: similarity(each.text, title) }))
    .toSorted((a, b) => b.like - a.like)[0];
  if (near && near.like >= nearly) return { state: 'nearly', line: near.line, text: near.text };
  const other = lines.find(({ text, confidence }) => /《.+》/u.test(text) && confidence >= sureTitle);
  if (other) return { state: 'other', line: other, text: /《(.+)》/u.exec(other.text)?.[1] ?? other.text };
  const unread = lines.find(
    ({ text, upright }) =>
      upright || (/\p{Script=Han}.*\p{Script=Han}/u.test(text) && !numberLike(text) && !creditLike(text)),
  );
  return unread ? { state: 'unread', line: unread, text: unread.text } : { state: 'none' };
}

interface Text {
  readonly line: OpeningText;
  readonly text: string;
}
