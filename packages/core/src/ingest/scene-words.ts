/** The words of scene headings: time of day, interior or exterior, and what stands between them. */

const timeOfDay =
  '日|夜|晨|昏|晚|早|午|黄昏|清晨|清早|傍晚|早晨|早上|晚上|上午|下午|中午|正午|午间|晌午|午后|凌晨|深夜|子夜|夜晚|夜间|夜里|雨夜|雪夜|黑夜|雨天|白天|白日|日间|白昼|黎明|拂晓|破晓|日落|日出|半夜|午夜|入夜|暮|日暮';
const timeWord = `(?:次日|翌日|隔日|当日|当天|第二天)?(?:(?:${timeOfDay})(?:景|间)?(?:[转变到至](?:${timeOfDay}))?|日夜)|次日|翌日|DAY|NIGHT|DUSK|DAWN|MORNING|EVENING|AFTERNOON|NOON|SUNSET|SUNRISE|CONTINUOUS|LATER`;
const settingWord = '(?:内外|外内|内转外|外转内|内|外|室内|室外|户外)景?|INT|EXT|I\\/E|INTERIOR|EXTERIOR';

const wholeTime = new RegExp(`^(?:${timeWord})$`, 'iu');
const wholeSetting = new RegExp(`^(?:${settingWord})$`, 'iu');
const timeThenSetting = new RegExp(`^(?<time>${timeWord})(?<setting>${settingWord})$`, 'iu');
const settingThenTime = new RegExp(`^(?<setting>${settingWord})(?<time>${timeWord})$`, 'iu');
/** `1-1日内客厅`: nothing between the words. Two words are needed, or 日本 would be a time. */
const gluedStart = new RegExp(
  `^(?<gap>[\\s、.:·|,]*)(?<pair>(?:${timeWord})(?:${settingWord})|(?:[内外]景)(?:${timeOfDay}))(?=\\P{L}|\\p{Script=Han}|$)`,
  'iu',
);
/** `1-1 客厅日内`: the same after the place. */
const gluedEnd = new RegExp(`^(?<place>.{2,}?)(?<pair>(?:${timeOfDay})[内外]景?)$`, 'u');
/** How the scene is told, not where or when it plays. */
const manner =
  /^(?:闪回|闪前|回忆|倒叙|插叙|梦境|幻想|想象|蒙太奇|空镜|续|接上场?|同场|补拍|FLASHBACK|DREAM)(?:开始|结束)?$/iu;
const label = /^(?:时间|时|地点|地|场景|景|内外景?|日夜|拍摄地点?)$/u;
const asideLabel = /^(?:天气|环境|季节|道具|服装)$/u;

/** What a word of a heading is; `both` is a time and a setting without a gap. */
export type WordKind = 'time' | 'setting' | 'both' | 'manner' | 'unknown';

/** A word of a heading, where it stands, as written. */
export interface HeadingWord {
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
  readonly text: string;
}

/** The words of a heading after its number. `plain` is `written` with narrow letters, character by character. */
export function headingWords(plain: string, written: string, from: number): HeadingWord[] {
  const words: HeadingWord[] = [];
  const add = (start: number, end: number, kind?: WordKind): void => {
    words.push({ start, end, kind: kind ?? kindOf(plain.slice(start, end)), text: written.slice(start, end) });
  };
  const glued = gluedStart.exec(plain.slice(from))?.groups;
  const begin = from + (glued?.['gap']?.length ?? 0);
  const rest = begin + (glued?.['pair']?.length ?? 0);
  if (glued) add(begin, rest, 'both');
  let aside = false;
  for (const match of plain.slice(rest).matchAll(/I\/E(?=\W)|[^\s/\\|,、·:;.，。()[\]【】<>《》*_–—~-]+/giu)) {
    if (!/[\p{L}\p{N}]/u.test(match[0])) continue;
    const start = rest + match.index;
    const end = start + match[0].length;
    const labels = /^\s*:/u.test(plain.slice(end));
    // 天气：晴 is neither time nor place.
    const skipped = aside || (labels && (label.test(match[0]) || asideLabel.test(match[0])));
    aside = labels && asideLabel.test(match[0]);
    if (skipped) continue;
    const place = gluedEnd.exec(match[0])?.groups?.['place'];
    if (place === undefined) add(start, end);
    else {
      add(start, start + place.length);
      add(start + place.length, end, 'both');
    }
  }
  return words;
}

function kindOf(word: string): WordKind {
  if (wholeTime.test(word)) return 'time';
  if (wholeSetting.test(word)) return 'setting';
  if (manner.test(word)) return 'manner';
  return timeThenSetting.test(word) || settingThenTime.test(word) ? 'both' : 'unknown';
}

/** Time and setting of a word that holds both. */
export function splitPair(pair: string): { readonly time: string; readonly setting: string } {
  const { time = '', setting = '' } = (timeThenSetting.exec(pair) ?? settingThenTime.exec(pair))?.groups ?? {};
  return { time, setting };
}
