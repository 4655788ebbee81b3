import type { ZipParts } from './zip-parts.ts';
import { readXml } from './xml-events.ts';

/** Where a paragraph stands in one of Word's automatic lists. `list` is Word's `numId`, `0` for none. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Level {
  start: number;
  format: string;
  /** Such as `第%1场` or `%1-%2`. */
  text: string;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

type Style = { basedOn: string | null; list: string | null; level: number };

/** Gives the numbers that Word shows before the paragraphs of a document, in its order. */
export interface Numbering {
  /** Number with its separator, such as `第3场 ` or `1. `; '' without one. `place` as the paragraph itself says it, if it does. */
  next(style: string | null, place: Partial<ListPlace>): string;
}

/** Reads `numbering.xml` and `styles.xml` (ECMA-376 part 1, 17.9) beside the main part in `folder`. */
export function readNumbering(zip: ZipParts, folder: string): Numbering {
  const lists = readLists(zip.text(`${folder}numbering.xml`));
  if (lists.size === 0) return { next: () => '' };
  const styles = readStyles(zip.text(`${folder}styles.xml`));
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(style, own) {
      const place = placeOf(style, own, styles);
      const list = place && lists.get(place.list);
      const level = place && list?.levels.get(place.level);
      if (!list || !level) return '';
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      const key = `${place.list}/${place.level}`;
      const restart = begun.has(key) ? undefined : list.restarts.get(place.level);
      begun.add(key);
      counts[place.level] = restart ?? (counts[place.level] ?? level.start - 1) + 1;
      counts.length = place.level + 1;
      return shown(level, list.levels, counts);
    },
  };
}

function placeOf(style: string | null, own: Partial<ListPlace>, styles: ReadonlyMap<string, Style>): ListPlace | null {
  if (own.list !== undefined) return { list: own.list, level: own.level ?? 0 };
  let name = style;
  for (let depth = 0; name !== null && depth < 16; depth++) {
    const found = styles.get(name);
    if (found?.list) return { list: found.list, level: own.level ?? found.level };
    name = found?.basedOn ?? null;
  }
  return null;
}

function shown({ format, text }: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  if (format === 'bullet' || format === 'none') return '';
  const number = text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levels.get(index);
    return numeral(counts[index] ?? other?.start ?? 1, other?.format ?? 'decimal');
  });
  return number === '' ? '' : `${number} `;
}

/** A number in one of Word's formats (17.18.59); formats that scripts do not use come as digits. */
function numeral(value: number, format: string): string {
  if (/^(?:chinese|taiwanese|japanese|koreanDigital)Counting|^ideographDigital|^japaneseCounting/.test(format)) {
    return chineseNumeral(value);
  }
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format.endsWith('Letter')) {
    const letter = String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
    return format === 'lowerLetter' ? letter.toLowerCase() : letter;
  }
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? String(value);
  return String(value);
}

function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10 || value > 999) return value < 10 ? (digits[value] ?? '') : String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? digits[ones] : '');
}

function readLists(xml: string | null): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; levels: Map<number, Level>; restarts: Map<number, number> }>();
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list = '';
  let override = 0;
  if (xml === null) return lists;
  readXml(xml, {
    open(name, attributes) {
      const value = (key = 'w:val'): string => attributes()[key] ?? '';
      if (name === 'w:abstractNum') abstracts.set(value('w:abstractNumId'), (levels = new Map()));
      else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        levels?.set(Number(value('w:ilvl')), level);
      } else if (name === 'w:start' && level) level.start = Number(value());
      else if (name === 'w:numFmt' && level) level.format = value();
      else if (name === 'w:lvlText' && level) level.text = value();
      else if (name === 'w:num') list = value('w:numId');
      else if (name === 'w:abstractNumId') {
        levels = new Map(abstracts.get(value()));
        lists.set(list, { abstract: value(), levels, restarts: new Map() });
      } else if (name === 'w:lvlOverride') override = Number(value('w:ilvl'));
      else if (name === 'w:startOverride') lists.get(list)?.restarts.set(override, Number(value()));
    },
    close(name) {
      if (name === 'w:lvl') level = null;
    },
  });
  return lists;
}

function readStyles(xml: string | null): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  if (xml === null) return styles;
  readXml(xml, {
    open(name, attributes) {
      const value = (key = 'w:val'): string => attributes()[key] ?? '';
      if (name === 'w:style') styles.set(value('w:styleId'), (style = { basedOn: null, list: null, level: 0 }));
      else if (name === 'w:basedOn' && style) style.basedOn = value();
      else if (name === 'w:numId' && style) style.list = value();
      else if (name === 'w:ilvl' && style) style.level = Number(value());
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
  });
  return styles;
}
