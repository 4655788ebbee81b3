/**
 * How much of a label a text is: with all elements; with all of them if a letter was misread (A生成 and A1 for AI); with one of
 * them and words of such a notice around it; none.
 */
export type LabelWords = 'whole' | 'doubtful' | 'partial' | 'none';

/** Words around an element that make a text a notice about how something was made, and no sign or talk. */
const notice = /本片|本剧|本集|本视频|本作品|内容|画面|制作|创作|辅助|技术|标识|提示|绘制|虚构|智能|数字人/u;

/** Folded as labels are compared: NFKC, no spaces and marks; a lower-case l of "Al" looks like the I that it stands for. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/A[lⅠ丨]/gu, 'AI')
    .toUpperCase();
}

/** Whether an element stands in a text; Latin ones not inside another word. */
function holds(text: string, element: string): boolean {
  if (!/^[A-Z]+$/i.test(element)) return text.includes(element);
  return new RegExp(`(?<![A-Z])${element.toUpperCase()}(?![A-Z])`, 'u').test(text);
}

/** @param elements groups of which one word each must be there */
export function labelWords(text: string, elements: readonly (readonly string[])[]): LabelWords {
  const plain = folded(text);
  const found = wordsOf(plain, elements);
  if (found === 'whole') return found;
  // The network drops the thin I, and takes it for 1 or J.
  const mended = plain.replaceAll(/(?<![A-Z])A[1!J丨]?(?![A-Z])/gu, 'AI');
  return mended !== plain && wordsOf(mended, elements) === 'whole' ? 'doubtful' : found;
}

function wordsOf(plain: string, elements: readonly (readonly string[])[]): LabelWords {
  const there = elements.filter((group) => group.some((element) => holds(plain, element)));
  if (there.length === elements.length) return 'whole';
  return there.length > 0 && notice.test(plain) ? 'partial' : 'none';
}
