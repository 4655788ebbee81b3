import type { ScriptScene } from '../work/script.ts';
import { parseChineseNumber } from './chinese-number.ts';
import { episodeNumbering, numberingsFor } from './scene-numbering.ts';
import { headingWords, splitPair, type HeadingWord } from './scene-words.ts';

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

/** What an unknown time word is made of (薄暮, 三更, 掌灯时分), for headings that invent one. */
const timelike = /[日夜晨昏晚早午时更暮晓曙旦宵辰刻]/u;
const placeEnding = /[厅室房楼院店路街园馆所场厂库家门口村庙府殿宫桥车站台区校局山林河边屋廊]$/u;
const sentence = /[。！？!?…“”";]/u;
/** Without time and setting a heading is a place; these are said by someone. */
const spokenEnding = /(?:[了着吧吗呢啊呀的]|[,，].*[了着过吧吗呢啊呀我你他她].*)$/u;
/** `2-3日内完成` is a term, not day and interior. */
const withinDays =
  /^(?:[日天]内(?:[，。！？,]|完成|必|交|回|给|到|送|办|搞|解|见|有|可|将|会|能|不|的)|\s*(?:天|年|个?月|周|小时|分钟)\s*[内后前])/u;
/** `2-3 个人冲进来` counts, `2-1 领先` keeps the score: neither numbers a scene. */
const measure =
  /^\s*(?:个|天(?![台桥井])|年|次|岁|秒|倍|小时|分钟|块钱|万[块元]|元(?!旦)|名(?!人)|位|人(?:$|[,，。、冲围走站跑坐])|米(?:$|[远高深长宽外,，。])|公斤|公里|千克|厘米|斤|步(?!行)|句|遍|颗|杯|瓶|拳|折|度(?!假)|层楼|领先|落后|战胜|击败|获胜|逆转|险胜|大胜|修改|修订|定稿|初稿|更新)/u;
const spokenName =
  /^(?![\s.、,)]*(?:场景|地点|时间|时|景|内外|日夜|拍摄地点?)\s*:)[\s.、,)]*[^\s:，。、(]{1,8}(?:\([^()]*\))?\s*:(?!\/\/)\s*\S/u;
const castMark = /(?:(?:出场|登场)?(?:人物|角色)|出场|登场)\s*[：:]|(?<=\s)(?:出场)?人物\s+(?=\S)/u;

/** Reads a scene heading in one of the many Chinese and English forms; null when the line is none. */
export function parseSceneHeading(text: string): SceneHeading | null {
  if (text.length > 120) return null;
  const mark = castMark.exec(text);
  const castAt = mark?.index ?? -1;
  const written = castAt > 0 ? text.slice(0, castAt) : text;
  const plain = narrow(written);
  if (plain.trim() === '' || plain.length > 80) return null;
  // 内景。 is INT. with a Chinese full stop.
  const sentenceLike = plain.length > 48 || sentence.test(plain.replace(/^(\s*[内外]景)。/u, '$1 '));
  for (const { pattern, strong } of numberingsFor(plain)) {
    if (sentenceLike && !strong) continue;
    const match = pattern.exec(plain);
    if (!match) continue;
    const { episode, ep, scene } = match.groups ?? {};
    const words = withoutRepeat(headingWords(plain, written, match[0].length), scene);
    const rest = { plain, from: match[0].length, words };
    if (strong ? !followsNumber(rest) : !namesSetting(rest)) continue;
    const number = episode ?? ep;
    return {
      episode: number === undefined ? null : readNumeral(number),
      scene: scene === undefined ? null : String(readNumeral(scene) ?? scene.toUpperCase()),
      ...describe(words, written),
      cast: mark && castAt > 0 ? text.slice(castAt + mark[0].length).trim() : null,
    };
  }
  return null;
}

/** What a cell or a line with a label says of time, setting and place, such as `日/内` or `清晨 外`. */
export function parseSceneDetail(text: string): Pick<SceneHeading, 'time' | 'setting' | 'place'> {
  return describe(headingWords(narrow(text), text, 0), text);
}

/** Episode number of a heading such as 第一集 or `EP02 重逢`; null when the line is none. */
export function parseEpisodeHeading(text: string): number | null {
  if (text.length > 80) return null;
  const match = episodeNumbering.exec(narrow(text));
  if (!match?.groups) return null;
  const tail = (match.groups['tail'] ?? '').replaceAll(/[】\])」』〗*_#]/gu, ' ');
  const title = tail.replace(/^[\s:：·、.(-]+/u, '').trim();
  const separated = tail.trim() === '' || /^[\s:：·、.(《-]/u.test(tail);
  const said = sentence.test(title) || spokenEnding.test(title);
  if (!separated || title.length > 20 || said || /^(?:完|终|结束|剧终)|第.+集/u.test(title)) return null;
  return readNumeral(match.groups['number'] ?? match.groups['ep'] ?? '');
}

/** Full-width digits, letters and punctuation as ASCII; every position stays. */
function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Screenplay programs write the number at both ends of the line: `12 INT. HOUSE - DAY 12`. */
function withoutRepeat(words: readonly HeadingWord[], scene: string | undefined): readonly HeadingWord[] {
  return words.length > 1 && words.at(-1)?.text === scene ? words.slice(0, -1) : words;
}

interface Rest {
  readonly plain: string;
  /** Where the number ends. */
  readonly from: number;
  readonly words: readonly HeadingWord[];
}

const known = ({ kind }: HeadingWord): boolean => kind === 'time' || kind === 'setting' || kind === 'both';

const tellsTime = ({ kind }: HeadingWord): boolean => kind === 'time' || kind === 'both';

function followsNumber({ plain, from, words }: Rest): boolean {
  const rest = plain.slice(from);
  if (withinDays.test(rest)) return false;
  const [first] = words;
  const touching = first?.start === from && first.kind !== 'unknown';
  // 1-1客厅 日 内: a place may touch the number when the time is told too.
  const placed = /^\(|^[^\s]/u.test(rest) && words.length > 1 && words.some(tellsTime) && !measure.test(rest);
  if (rest !== '' && !touching && !placed && !/^[\s】\])」』〗:,、.·|/*_「-]/u.test(rest)) return false;
  if (words.some(known)) return !(first?.kind === 'unknown' && spokenName.test(rest));
  if (measure.test(rest) || spokenName.test(rest)) return false;
  return rest.trim().length <= 20 && !sentence.test(rest) && !spokenEnding.test(rest.trim());
}

function namesSetting({ plain, from, words }: Rest): boolean {
  const rest = plain.slice(from);
  const told = words.filter(({ kind }) => kind !== 'manner');
  const names = (kind: 'time' | 'setting'): boolean => told.some((word) => word.kind === kind || word.kind === 'both');
  if (from > 0 && /\d|[一二三四五六七八九十]/u.test(plain.slice(0, from))) {
    if (told[0]?.kind === 'unknown' && spokenName.test(rest)) return false;
    if (names('setting')) return true;
    const decimal = /\d\.\d{1,3}$/.test(plain.slice(0, from));
    if (decimal && rest.replaceAll(/[\s】\])]/gu, '') === '') return true;
    if (decimal && told.length === 1 && /^\s/u.test(rest) && placeEnding.test(told[0]?.text ?? '')) return true;
    const timed = told.at(-1)?.kind === 'time' || told[0]?.kind === 'time';
    return told.length > 1 && timed && plain.length <= 24;
  }
  return beginsOrEndsWithSetting(told);
}

/** A heading without a number: `日 内 客厅`, `内景 客厅 夜`, `客厅 日 内`. */
function beginsOrEndsWithSetting(words: readonly HeadingWord[]): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  // 日内瓦 is a word: without a number the two must stand apart from the place.
  if (first.kind === 'both' && second?.start !== first.end) return true;
  if (/^(?:[内外]{1,2}景|INT|EXT|I\/E)$/u.test(first.text)) return true;
  if (isPair(first, second) || (words.length === 3 && isPair(first, words[2]))) return true;
  const end = words.slice(-2);
  const before = words.slice(0, -2);
  return before.length > 0 && before.length <= 2 && !before.some(known) && isPair(end[0], end[1]);
}

function isPair(one: HeadingWord | undefined, other: HeadingWord | undefined): boolean {
  return (one?.kind === 'time' && other?.kind === 'setting') || (one?.kind === 'setting' && other?.kind === 'time');
}

function describe(words: readonly HeadingWord[], written: string): Pick<SceneHeading, 'time' | 'setting' | 'place'> {
  const unknown = words.filter((word) => word.kind === 'unknown');
  const times = words.filter((word) => word.kind === 'time');
  const glued = words.find((word) => word.kind === 'both');
  const pair = glued && splitPair(glued.text);
  const settings = words.flatMap((word) => (word.kind === 'setting' ? [word.text] : []));
  const invented = times.length > 0 || pair ? undefined : unknownTime(words, unknown);
  const places = unknown.filter((word) => word !== invented);
  return {
    time: pair?.time ?? (invented ? invented.text : span(times, written)),
    setting: settingOf([...settings, pair?.setting ?? ''].join('')),
    place: span(places, written),
  };
}

/** A word that stands where the time of day stands, in a heading that still has another word for the place. */
function unknownTime(words: readonly HeadingWord[], unknown: readonly HeadingWord[]): HeadingWord | undefined {
  if (unknown.length < 2) return undefined;
  const setting = words.findIndex((word) => word.kind === 'setting');
  const candidate = setting === 0 ? words.at(-1) : words[setting < 0 ? 0 : setting - 1];
  if (candidate?.kind !== 'unknown' || candidate.text.length > 5 || placeEnding.test(candidate.text)) return undefined;
  return timelike.test(candidate.text) || (setting === 1 && candidate === words[0]) ? candidate : undefined;
}

/** The stretch from the first to the last word as written; with gaps that other words fill, the words alone. */
function span(words: readonly HeadingWord[], written: string): string | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const stretch = written.slice(first.start, last.end);
  const inner = words.reduce((length, word) => length + word.text.length, 0);
  const separators = stretch.match(/[^\p{L}\p{N}]/gu)?.length ?? 0;
  if (inner + separators < stretch.length) return words.map((word) => word.text).join(' ');
  const closing = /[(（]/u.test(stretch) && !/[)）]/u.test(stretch) ? /^[)）]/u.exec(written.slice(last.end)) : null;
  return stretch + (closing?.[0] ?? '');
}

/** Interior, exterior or both by the words for them; null when they say neither. */
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
