import { basename, extname } from 'node:path';
import { parseChineseNumber } from './chinese-number.ts';

/**
 * The episode number in a file name: `第01集`, `第十二集`, `EP03`, `S01E04`, else the last number that is no picture size,
 * frame rate or year.
 *
 * @returns null when the name holds none
 */
export function episodeNumber(file: string): number | null {
  const name = basename(file, extname(file)).normalize('NFKC');
  const chinese = /第\s*([\d零〇一二三四五六七八九十百两]+)\s*[集话回期]/.exec(name);
  if (chinese !== null) return parseChineseNumber(chinese[1] ?? '');
  const latin = /(?:^|[^a-z])(?:s\d+)?(?:ep?|episode)[\s._-]*(\d{1,4})(?!\d)/i.exec(name);
  if (latin !== null) return Number(latin[1]);
  const plain = name.replaceAll(/\d+\s*[x×]\s*\d+|\d+(?:p|fps|k)(?![a-z\d])|[hx]\.?26[45]/gi, ' ');
  const numbers = [...plain.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((n) => n < 1900);
  return numbers.at(-1) ?? null;
}
