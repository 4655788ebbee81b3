import { readFileSync } from 'node:fs';
import { foldText } from './fold-table.ts';

/** A character written by its parts 拆字. */
export interface SplitCharacter {
  /** The parts in a row, folded: 贝者. */
  readonly parts: string;
  /** The whole: 赌. */
  readonly character: string;
}

/** Forms that a part takes at the side of a character, and the characters that people type for them. */
const sideForms: ReadonlyMap<string, string> = new Map([
  ['氵', '水シ'],
  ['扌', '手才'],
  ['亻', '人イ'],
  ['讠', '言'],
  ['钅', '金'],
  ['饣', '食'],
  ['纟', '糸丝'],
  ['犭', '犬'],
  ['忄', '心小'],
  ['礻', '示'],
  ['衤', '衣'],
  ['艹', '草'],
  ['月', '肉'],
  ['阝', '耳'],
  ['刂', '刀'],
  ['灬', '火'],
  ['罒', '四'],
  ['攵', '文'],
  ['⺮', '竹'],
]);

/** Vulgar characters that surround or stack their parts, which the source table describes in another way. */
const others = ['屌 尸吊', '屄 尸穴', '肏 入肉', '毒 主母', '逼 畐辶', '逼 辶畐', '冰 冫水', '嫖 女西示', '赌 贝老日'];

let lines: readonly string[] | undefined;

/** The ways to write the characters for which `wanted` holds. The table is read once, when first asked for. */
export function splitCharacters(wanted: (character: string) => boolean): SplitCharacter[] {
  const file = new URL('../../data/split-characters.txt', import.meta.url);
  lines ??= [...readFileSync(file, 'utf8').split('\n'), ...others];
  return lines
    .filter((line) => wanted(line.charAt(0)))
    .flatMap((line) => spellings(line).map((parts) => ({ parts, character: line.charAt(0) })));
}

/** The rows of parts in a line of the table, with the first and the last part in all their forms, folded. */
function spellings(line: string): string[] {
  const forms = (part: string): string[] => [part, ...(sideForms.get(part) ?? '')];
  return line
    .split(' ')
    .slice(1)
    .flatMap((parts) =>
      forms(parts.charAt(0)).flatMap((first) =>
        forms(parts.slice(-1)).map((last) => foldText(first + parts.slice(1, -1) + last)),
      ),
    );
}
