import { normalText } from '@shenpian/core';

/** 剧目名 - 第N集, as platforms ask for it: what stands before the number of the episode. */
const named =
  /^(.+?)[\s\p{P}_]*(?:第\s*[\d零〇一二三四五六七八九十百两]+\s*[集话回期]|\bs\d+e\d+|(?<![a-z])ep?\s*\d+)/iu;
/** Words before the number that are no title. */
const technical = /成片|样片|正片|终版|定稿|最终版?|母版|送审版?|[无有带]字幕|[竖横]版|高清|超清|修改版?/gu;

/**
 * The title that a file name gives before the number of the episode, such as 凤湖夜话 of 凤湖夜话 第01集.mp4.
 *
 * @returns null when it gives none in Chinese
 */
export function titleInFileName(path: string): string | null {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '').normalize('NFKC');
  const title =
    named
      .exec(name)?.[1]
      ?.replaceAll(technical, '')
      .replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '') ?? '';
  return (title.match(/\p{Script=Han}/gu) ?? []).length >= 2 ? title : null;
}

/** The title that a file name gives when it is another one than `title`; else null. */
export function otherTitleInFileName(path: string, title: string): string | null {
  const given = titleInFileName(path);
  if (given === null) return null;
  const [a, b] = [normalText(given), normalText(title)];
  return a.includes(b) || b.includes(a) ? null : given;
}
