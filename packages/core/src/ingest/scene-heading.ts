import type { ScriptScene } from '../work/script.ts';
import { parseChineseNumber } from './chinese-number.ts';

/** What a scene heading says; null for what it does not. */
export interface SceneHeading {
  readonly episode: number | null;
  /** Scene number as written, Chinese numerals turned into digits: `3`, `12A`. */
  readonly scene: string | null;
  readonly time: string | null;
  readonly setting: ScriptScene['setting'];
  readonly place: string | null;
  /** The names after 人物： on the same line, as written. */
  readonly cast: string | null;
}

const numeral = String.raw`(?:\d{1,4}|[〇零一二两三四五六七八九十百]{1,7})`;
const opening = String.raw`^[\s#*_>【\[(「]*`;

/**
 * The ways of numbering a scene. A `strong` number makes a heading of what follows it; after a weak one, which could be a
 * list or a sentence, the line must also name time or setting.
 */
const numberings: readonly { readonly pattern: RegExp; readonly strong: boolean }[] = [
  {
    pattern: new RegExp(
      `${opening}(?:第\\s*(?<episode>${numeral})\\s*集|(?:EP?|Episode)\\s*\\.?\\s*(?<ep>\\d{1,3}))[\\s,、:·/-]*(?:第\\s*|S(?:C|cene)?\\s*\\.?\\s*)(?<scene>${numeral})(?:\\s*[场幕]戏?)?`,
      'iu',
    ),
    strong: true,
  },
  {
    pattern: new RegExp(
      `${opening}[△▲]?\\s*(?:场景?|场次)?\\s*(?<episode>\\d{1,3})\\s*[-–—~]{1,2}\\s*(?<scene>\\d{1,3}[a-z]?)(?![\\d.–—~:%-])场?`,
      'iu',
    ),
    strong: true,
  },
  { pattern: new RegExp(`${opening}第\\s*(?<scene>${numeral})\\s*[场幕]戏?`, 'u'), strong: true },
  { pattern: new RegExp(`${opening}(?:场景|场次|场)\\s*[:#]?\\s*(?<scene>${numeral})`, 'u'), strong: true },
  { pattern: new RegExp(`${opening}(?:Scene|SC)\\s*[.#]?\\s*(?<scene>\\d{1,3}[a-z]?)`, 'iu'), strong: true },
  { pattern: new RegExp(`${opening}(?<scene>\\d{1,3})\\s*场`, 'u'), strong: true },
  { pattern: new RegExp(`${opening}(?<episode>\\d{1,3})\\.(?<scene>\\d{1,3})(?![\\d.%])`, 'u'), strong: false },
  { pattern: new RegExp(`${opening}第\\s*(?<episode>${numeral})\\s*集`, 'u'), strong: false },
  { pattern: new RegExp(`${opening}(?<scene>\\d{1,3}[a-z]?)(?:[.、)]|(?=\\s))`, 'iu'), strong: false },
  { pattern: /^[\s#*_>【[]*/u, strong: false },
];

const timeWord =
  '(?:次日|翌日|隔日|当日|当天|第二天)?(?:日|夜|晨|昏|晚|早|午|黄昏|清晨|傍晚|早晨|早上|晚上|上午|下午|中午|正午|午后|凌晨|深夜|夜晚|夜里|雨夜|雪夜|雨天|白天|白昼|黎明|拂晓|破晓|日落|日出|半夜|午夜|入夜|暮)(?:景|间)?|次日|翌日|DAY|NIGHT|DUSK|DAWN|MORNING|EVENING|AFTERNOON|NOON|SUNSET|SUNRISE|CONTINUOUS|LATER';
const settingWord = '(?:内外|外内|内|外|室内|室外)景?|INT|EXT|I/E|INTERIOR|EXTERIOR';
const wholeTime = new RegExp(`^(?:${timeWord})$`, 'iu');
const wholeSetting = new RegExp(`^(?:${settingWord})$`, 'iu');
const timeThenSetting = new RegExp(`^(?<time>${timeWord})(?<setting>${settingWord})$`, 'iu');
const settingThenTime = new RegExp(`^(?<setting>${settingWord})(?<time>${timeWord})$`, 'iu');
/** `1-1日内客厅`: nothing between the words. Two words are needed, or 日本 would be a time. */
const gluedStart = new RegExp(`^(?<time>${timeWord})(?<setting>${settingWord})(?=\\P{L}|\\p{Script=Han}|$)`, 'iu');
/** What an unknown time word is made of (薄暮, 三更, 掌灯时分), for headings that invent one. */
const timelike = /[日夜晨昏晚早午时更暮晓曙旦宵辰刻]/u;
const placeEnding = /[厅室房楼院店路街园馆所场厂库家门口村庙府殿宫桥车站台区校局山林河边]$/u;
const sentence = /[。！？!?…“”"，；]/u;
/** `2-3日内完成` is a term, not day and interior. */
const withinDays = /^[日天]内(?:[，。！？]|完成|必|交|回|给|到|送|办|搞|解|见|有|可|将|会|能|不|的)/u;
/** `2-3 个人冲进来` counts, it does not number a scene. */
const measure = /^\s*(?:个|天(?![台桥井])|年|次|岁|秒|倍|小时|分钟|块钱|万[块元]|名(?!人)|位)/u;

/** Reads a scene heading in one of the many Chinese and English forms; null when the line is none. */
export function parseSceneHeading(text: string): SceneHeading | null {
  const castAt = text.search(/(?:出场)?(?:人物|角色)\s*[：:]/u);
  const written = castAt > 0 ? text.slice(0, castAt) : text;
  const plain = narrow(written);
  if (plain.trim() === '' || plain.length > 80) return null;
  for (const { pattern, strong } of numberings) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const read = readRest(plain, written, match[0].length);
    const accepted = strong
      ? followsNumber(plain, match[0].length, read)
      : namesSetting(plain, match[0].length > 0, read);
    if (!accepted) continue;
    const episode = match.groups?.['episode'] ?? match.groups?.['ep'];
    const scene = match.groups?.['scene'];
    return {
      episode: episode === undefined ? null : readNumeral(episode),
      scene: scene === undefined ? null : String(readNumeral(scene) ?? scene.toUpperCase()),
      ...describe(read.tokens, written),
      cast:
        castAt > 0
          ? text
              .slice(castAt)
              .replace(/^[^：:]*[：:]/u, '')
              .trim()
          : null,
    };
  }
  return null;
}

/** Episode number of a heading such as 第一集 or `EP02 重逢`; null when the line is none. */
export function parseEpisodeHeading(text: string): number | null {
  const plain = narrow(text);
  const match = new RegExp(
    `${opening}(?:第\\s*(?<number>${numeral})\\s*[集话回]|(?:EP|Episode)\\s*\\.?\\s*(?<ep>\\d{1,3})(?!\\d))(?<tail>.*)$`,
    'iu',
  ).exec(plain);
  if (!match?.groups) return null;
  const tail = (match.groups['tail'] ?? '').replaceAll(/[】\])」*_#]/gu, ' ');
  const title = tail.replace(/^[\s:：·、.-]+/u, '').trim();
  const separated = tail.trim() === '' || /^[\s:：·、.《-]/u.test(tail);
  if (!separated || title.length > 20 || sentence.test(title) || /^(?:完|终|结束|剧终)|第.+集/u.test(title))
    return null;
  return readNumeral(match.groups['number'] ?? match.groups['ep'] ?? '');
}

/** Full-width digits, letters and punctuation as ASCII; every position stays. */
function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'time' | 'setting' | 'both' | 'unknown';
  readonly text: string;
}

interface Rest {
  readonly tokens: readonly Token[];
  readonly glued: boolean;
}

function readRest(plain: string, written: string, from: number): Rest {
  const tokens: Token[] = [];
  const glued = gluedStart.exec(plain.slice(from));
  if (glued) tokens.push({ start: from, end: from + glued[0].length, kind: 'both', text: glued[0] });
  const rest = plain.slice(from + (glued?.[0].length ?? 0));
  for (const match of rest.matchAll(/I\/E(?=\W)|[^\s/\\|,、·:;.，。()[\]【】<>《》*_–—~-]+/giu)) {
    const start = plain.length - rest.length + match.index;
    const end = start + match[0].length;
    if (/[\p{L}\p{N}]/u.test(match[0]))
      tokens.push({ start, end, kind: kindOf(match[0]), text: written.slice(start, end) });
  }
  return { tokens, glued: glued !== null };
}

function kindOf(token: string): Token['kind'] {
  if (wholeTime.test(token)) return 'time';
  if (wholeSetting.test(token)) return 'setting';
  return timeThenSetting.test(token) || settingThenTime.test(token) ? 'both' : 'unknown';
}

function followsNumber(plain: string, from: number, { tokens, glued }: Rest): boolean {
  const rest = plain.slice(from);
  if (withinDays.test(rest)) return false;
  const touching = tokens[0]?.start === from && tokens[0].kind !== 'unknown';
  if (rest !== '' && !glued && !touching && !/^[\s】\]):,、.·|/*_「-]/u.test(rest)) return false;
  if (tokens.some((token) => token.kind !== 'unknown')) return true;
  return rest.trim().length <= 20 && !sentence.test(rest) && !measure.test(rest);
}

function namesSetting(plain: string, numbered: boolean, { tokens }: Rest): boolean {
  if (sentence.test(plain) || plain.length > 48) return false;
  const [first, second] = tokens;
  const names = (kind: 'time' | 'setting'): boolean =>
    tokens.some((token) => token.kind === kind || token.kind === 'both');
  if (numbered) return names('setting') || (tokens.length > 1 && tokens.at(-1)?.kind === 'time' && plain.length <= 24);
  if (first === undefined) return false;
  if (first.kind === 'both' || /^(?:[内外]{1,2}景|INT|EXT|I\/E)$/u.test(first.text)) return true;
  return (first.kind === 'time' && second?.kind === 'setting') || (first.kind === 'setting' && second?.kind === 'time');
}

function describe(tokens: readonly Token[], written: string): Pick<SceneHeading, 'time' | 'setting' | 'place'> {
  const unknown = tokens.filter((token) => token.kind === 'unknown');
  const times = tokens.filter((token) => token.kind === 'time');
  const glued = tokens.find((token) => token.kind === 'both')?.text;
  const pair = glued === undefined ? undefined : (timeThenSetting.exec(glued) ?? settingThenTime.exec(glued))?.groups;
  const settings = tokens.flatMap((token) => (token.kind === 'setting' ? [token.text] : []));
  const invented = times.length > 0 || pair ? undefined : unknownTime(tokens, unknown);
  return {
    time: pair?.['time'] ?? (invented ? invented.text : span(times, written)),
    setting: settingOf([...settings, pair?.['setting'] ?? ''].join('')),
    place: span(
      unknown.filter((token) => token !== invented),
      written,
    ),
  };
}

/** A word that stands where the time of day stands, in a heading that still has another word for the place. */
function unknownTime(tokens: readonly Token[], unknown: readonly Token[]): Token | undefined {
  if (unknown.length < 2) return undefined;
  const setting = tokens.findIndex((token) => token.kind === 'setting');
  const candidate = setting === 0 ? tokens.at(-1) : tokens[setting < 0 ? 0 : setting - 1];
  if (candidate?.kind !== 'unknown' || candidate.text.length > 5 || placeEnding.test(candidate.text)) return undefined;
  return timelike.test(candidate.text) || (setting === 1 && candidate === tokens[0]) ? candidate : undefined;
}

/** The stretch from the first to the last token as written; with gaps that other tokens fill, the tokens alone. */
function span(tokens: readonly Token[], written: string): string | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return null;
  const stretch = written.slice(first.start, last.end);
  const inner = tokens.reduce((length, token) => length + token.text.length, 0);
  const separators = stretch.match(/[^\p{L}\p{N}]/gu)?.length ?? 0;
  if (inner + separators < stretch.length) return tokens.map((token) => token.text).join(' ');
  const closing = /[(（]/u.test(stretch) && !/[)）]/u.test(stretch) ? /^[)）]/u.exec(written.slice(last.end)) : null;
  return stretch + (closing?.[0] ?? '');
}

function settingOf(words: string): SceneHeading['setting'] {
  const inside = /内|INT|I\/E/iu.test(words);
  const outside = /外|EXT|I\/E/iu.test(words);
  if (inside && outside) return 'both';
  return inside ? 'interior' : outside ? 'exterior' : null;
}

/** Arabic or Chinese numeral; null for `12A` and the like. */
function readNumeral(text: string): number | null {
  // 一〇二 is written digit by digit, unlike 一百零二.
  const bare = /^[〇零一二三四五六七八九]{2,}$/u.test(text) ? [...text].map(parseChineseNumber).join('') : text;
  return parseChineseNumber(bare);
}
