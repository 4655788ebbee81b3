import { foldCharacter } from '../matcher/fold-table.ts';
import { classicNames, modernThings } from './classic-works.ts';
import { findParody } from './parody.ts';
import type { TitleNotice } from './title-notice.ts';
import { titleTips } from './title-tips.ts';

/** How titles are checked. */
export interface TitleOptions {
  /** Characters above which a title gets an `info`; null: never. No tip publishes a number. */
  readonly maxCharacters: number | null;
}

// A story told in the first person: who, and the turn of the tale. Chosen on test/lines/titles.txt.
const storyTurn = /后[，,\s]?我|[让把被]我|我[把被让靠]|我直接|[而却]我|我却|我怎么|我居然|我竟|我.*了(?:怎么办)?$/;
const storyLength = 8;
const outcry = /怎么办|救命|[啊哈呜嗷]{3,}|^(?:什么|天[哪啊呐]|完了|震惊|不好了)/;
// 百亿, 3000亿, 一个亿; years and people may be counted so. 一胎十宝, 买一送五.
const bigNumber =
  /(?:[一二两三四五六七八九几数]?[十百千万]+亿|\d+亿|[\d一二两三四五六七八九十几百千]+个亿)(?![年光人])|一胎[\d二两三四五六七八九十百]+宝|买一送[\d一二两三四五六七八九十]/;
const child = /萌[娃宝]|奶[娃宝团包]|幼崽|小学生|幼儿园|(?<![十\d])[\d一二两三四五六七八九]岁/;
const adultRole = /总裁|霸总|霸道|首富|掌权|掌门|大佬|老祖|战神|女帝|老公|老婆|新娘|霸凌/;

/**
 * What speaks against a title 片名 besides words of the title lexicon: stories instead of names, meaningless names, plays on classics, big
 * numbers, classics in modern dress, children in adult roles. All are for a person to judge, so none is above `warning`.
 */
export async function judgeTitle(title: string, options: TitleOptions): Promise<TitleNotice[]> {
  const written = title.normalize('NFKC').replaceAll(/[\s《》]/g, '');
  const plain = Array.from(written, (character) => foldCharacter(character) || character).join('');
  const length = [...plain].length;
  if (length === 0) return [];
  const warn = (messageId: TitleNotice['messageId'], tip: keyof typeof titleTips, matched: string): TitleNotice => ({
    messageId,
    level: 'warning',
    matched,
    standards: [titleTips[tip]],
  });
  const notices: TitleNotice[] = [];
  const story = length >= storyLength && /我/.test(plain) && storyTurn.test(plain);
  if (story || outcry.test(plain)) notices.push(warn('titleStory', 'wordy', title));
  if (/^(.)\1{2,}$/u.test(plain) || !/[\p{L}\p{N}]/u.test(plain))
    notices.push(warn('titleMeaningless', 'wordy', title));
  const parody = await findParody(plain);
  if (parody) notices.push({ ...warn('titleParody', 'parody', parody.written), data: { classic: parody.classic } });
  const number = bigNumber.exec(plain);
  if (number) notices.push(warn('titleExaggeration', 'parody', number[0]));
  const [name, thing] = [classicNames.exec(plain), modernThings.exec(plain)];
  if (name && thing) {
    const standards = [titleTips.remix, titleTips.classics];
    notices.push({ ...warn('titleRemix', 'remix', thing[0]), standards, data: { classic: name[0] } });
  }
  const [young, role] = [child.exec(plain), adultRole.exec(plain)];
  if (young && role) notices.push({ ...warn('titleChild', 'children', role[0]), data: { child: young[0] } });
  const { maxCharacters } = options;
  if (maxCharacters !== null && length > maxCharacters) {
    const data = { length, max: maxCharacters };
    notices.push({ ...warn('titleLong', 'wordy', title), level: 'info', data });
  }
  return notices;
}
