import { readNumbering, type ListPlace, type Numbering } from './docx-numbering.ts';
import { openTables } from './docx-tables.ts';
import type { ScriptSource, SourceLine } from './source-line.ts';
import { readXml } from './xml-events.ts';
import { DamagedZipError, openZip, type ZipParts } from './zip-parts.ts';

// A 100-episode script is under 30 MB of XML; what is larger is made to swell.
const largestXml = 64 * 1024 * 1024;

/**
 * The lines of a Word file: its paragraphs, those in tables and text boxes too, with the numbers of automatic lists
 * before them. A paragraph with soft line breaks gives several lines. Deleted text of tracked changes is left out.
 *
 * @throws DamagedZipError, SwollenZipError, or an Error for XML that is not well formed
 */
export function readDocx(bytes: Buffer): ScriptSource {
  const zip = openZip(bytes, largestXml);
  const main = mainPart(zip);
  const xml = zip.text(main);
  if (xml === null) throw new DamagedZipError('no main part');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return { lines: documentLines(xml, readNumbering(zip, folder)) };
}

/** `word/document.xml`, unless the package says otherwise (some programs write document2.xml). */
function mainPart(zip: ZipParts): string {
  let target = '';
  readXml(zip.text('_rels/.rels') ?? '<none/>', {
    open(name, attributes) {
      if (!name.endsWith('Relationship')) return;
      const { Type = '', Target = '' } = attributes();
      if (Type.endsWith('/officeDocument')) target = Target.replace(/^\//, '');
    },
    close: () => undefined,
  });
  return zip.names.includes(target) ? target : 'word/document.xml';
}

interface Paragraph {
  text: string;
  style: string | null;
  place: { -readonly [Key in keyof ListPlace]?: ListPlace[Key] };
}

/** Not shown in the document: old text of changes, field codes, phonetic guides, the second copy of a text box. */
const hidden = /^(?:w:del|w:moveFrom|w:rt|w:pPrChange|w:sectPr|mc:Fallback)$/;
const breaks: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '-',
};

function documentLines(xml: string, numbering: Numbering): SourceLine[] {
  const lines: SourceLine[] = [];
  const open: Paragraph[] = [];
  const tables = openTables(lines);
  let skipped = 0;
  let run = 0;
  let inText = false;
  let line = 0;
  readXml(xml, {
    open(name, attributes) {
      if (skipped > 0 || hidden.test(name)) {
        skipped += 1;
        return;
      }
      const paragraph = open.at(-1);
      const broken = breaks[name];
      if (name === 'w:p') open.push({ text: '', style: null, place: {} });
      else if (name === 'w:r') run += 1;
      else if (name === 'w:t') inText = true;
      else if (!paragraph) tables.open(name, attributes);
      else if (broken !== undefined && run > 0) paragraph.text += broken;
      else if (name === 'w:pStyle') paragraph.style = attributes()['w:val'] ?? null;
      else if (name === 'w:numId') paragraph.place.list = attributes()['w:val'] ?? '';
      else if (name === 'w:ilvl') paragraph.place.level = Number(attributes()['w:val']);
    },
    text(value) {
      const paragraph = open.at(-1);
      if (inText && skipped === 0 && paragraph) paragraph.text += value;
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 'w:r') run -= 1;
      else if (name === 'w:t') inText = false;
      else if (name === 'w:p') for (const text of closed(open.pop(), numbering)) tables.add({ line: ++line, text });
      else if (open.length === 0) tables.close(name);
    },
  });
  return lines;
}

function closed(paragraph: Paragraph | undefined, numbering: Numbering): string[] {
  if (!paragraph) return [];
  const { text, style, place } = paragraph;
  // Word numbers empty paragraphs too.
  return `${numbering.next(style, place)}${text}`.split('\n');
}
