import { readXml } from './xml-events.ts';

/** Cells that are shown as one, the first row and column to the last, both inclusive, from 0. What they say stands in the first. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet has besides the contents of its cells. */
export interface SheetMarks {
  readonly merged: readonly MergedRange[];
  /** Error values of formulas, such as `#REF!`; row and column from 0. */
  readonly errors: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** Marks by the name of the sheet. `dates1904`: whether serial numbers of days count from 1904. */
export interface WorkbookMarks {
  readonly marks: ReadonlyMap<string, SheetMarks>;
  readonly dates1904: boolean;
}

/**
 * Reads merged cells and error values (ECMA-376 part 1, 18.3.1.55 and 18.18.11).
 *
 * @param parts texts of the parts of the workbook, by name
 * @throws Error when the XML is not well formed
 */
export function readSheetMarks(parts: ReadonlyMap<string, string>): WorkbookMarks {
  const byName = new Map([...parts].map(([name, text]) => [name.toLowerCase(), text]));
  const targets = new Map<string, string>();
  readXml(byName.get('xl/_rels/workbook.xml.rels') ?? empty, {
    open(name, attributes) {
      if (local(name) !== 'Relationship') return;
      const { Id, Target } = attributes();
      if (Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
    close: nothing,
  });
  const marks = new Map<string, SheetMarks>();
  let dates1904 = false;
  readXml(byName.get('xl/workbook.xml') ?? empty, {
    open(name, attributes) {
      if (local(name) === 'workbookPr') dates1904 ||= /^(?:1|true)$/.test(attributes()['date1904'] ?? '');
      if (local(name) !== 'sheet') return;
      const given = attributes();
      const id = Object.entries(given).find(([key]) => key !== 'id' && local(key) === 'id')?.[1] ?? given['id'];
      const target = targets.get(id ?? '');
      const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const xml = byName.get(path.toLowerCase());
      if (xml !== undefined && given['name'] !== undefined) marks.set(plainText(given['name']), marksOf(xml));
    },
    close: nothing,
  });
  return { marks, dates1904 };
}

function marksOf(xml: string): SheetMarks {
  const merged: MergedRange[] = [];
  const errors: { row: number; column: number; text: string }[] = [];
  // Most sheets have neither.
  if (!xml.includes('mergeCell') && !/\st=["']e["']/.test(xml)) return { merged, errors };
  let cell: { row: number; column: number } | null = null;
  let inValue = false;
  readXml(xml, {
    open(name, attributes) {
      const tag = local(name);
      if (tag === 'c') {
        const { t, r } = attributes();
        cell = t === 'e' ? addressOf(r ?? '') : null;
      } else if (tag === 'v') inValue = true;
      else if (tag === 'mergeCell') {
        const [from, to] = (attributes()['ref'] ?? '').split(':').map(addressOf);
        if (from && to) merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    close(name) {
      if (local(name) === 'v') inValue = false;
    },
    text(value) {
      if (inValue && cell !== null && value.trim() !== '') errors.push({ ...cell, text: value.trim() });
    },
  });
  return { merged, errors };
}

/** `B12`, as row 11 and column 1. */
function addressOf(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

const empty = '<none/>';
const nothing = (): void => {};
/** Programs give the parts prefixes of their own. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/** Names of sheets may have `&` and quotes. */
const plainText = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (all, name: string) => entities[name] ?? all);
