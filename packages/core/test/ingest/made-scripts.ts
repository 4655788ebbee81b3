import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import Pdf from 'pdfkit';
import writeExcel from 'write-excel-file/node';

const require = createRequire(import.meta.url);
const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** How the pages of {@link madePdf} look. */
interface Pages {
  /** Lines at the top and the foot of every page; `#` is the number of the page. */
  readonly header?: string;
  readonly footer?: string;
  readonly password?: string;
  /** Letters of a line before it wraps, at 12 points. */
  readonly width?: number;
}

/** A PDF as Word exports it: embedded Chinese font, text layer, one paragraph for each text; `\f` begins a page. */
export async function madePdf(
  texts: readonly string[],
  { header, footer, password, width = 35 }: Pages = {},
): Promise<Buffer> {
  const pdf = new Pdf({
    size: 'A4',
    margins: { top: 90, bottom: 72, left: 80, right: 595 - 80 - width * 12 - 0.5 },
    bufferPages: true,
    ...(password === undefined ? {} : { userPassword: password, ownerPassword: `${password}-owner` }),
  });
  const bytes = buffer(pdf);
  pdf.font(font).fontSize(12);
  for (const text of texts) {
    if (text === '\f') pdf.addPage();
    else if (text === '') pdf.moveDown();
    else pdf.text(text);
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    // Outside the margins pdfkit would begin a page.
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    pdf.fontSize(9);
    if (header) pdf.text(header.replace('#', String(page + 1)), 80, 40);
    if (footer) pdf.text(footer.replace('#', String(page + 1)), 280, 800);
  }
  pdf.end();
  return bytes;
}

/** A PDF of pictures only. */
export async function scannedPdf(pages: number): Promise<Buffer> {
  const pdf = new Pdf({ size: 'A4' });
  const bytes = buffer(pdf);
  for (let page = 0; page < pages; page++) {
    if (page > 0) pdf.addPage();
    pdf.rect(50, 50, 400, 600).fill('#888');
  }
  pdf.end();
  return bytes;
}

/** A cell that is merged over rows below and columns beside it, or one with an error value in the place of a number. */
interface SpecialCell {
  readonly value?: string | number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly error?: string;
}

type MadeCell = string | number | Date | SpecialCell | null;

const errorMark = 987_654_321;

function madeCell(value: MadeCell) {
  if (value === null) return null;
  if (value instanceof Date) return { value, format: 'm-d' };
  if (typeof value !== 'object') return { value };
  const { error, ...cell } = value;
  return error === undefined ? cell : { value: errorMark };
}

/** A workbook of these sheets. */
export async function madeXlsx(
  sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>,
  { dates1904 = false }: { readonly dates1904?: boolean } = {},
): Promise<Buffer> {
  const made = Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(madeCell)) }));
  const errors = Object.values(sheets)
    .flat(2)
    .flatMap((cell) =>
      cell !== null && typeof cell === 'object' && 'error' in cell && cell.error !== undefined ? [cell.error] : [],
    );
  const withErrors = (xml: string): string =>
    xml.replaceAll(
      new RegExp(`<c r="([A-Z]+\\d+)"[^>]*><v>${errorMark}</v>`, 'g'),
      (_, address: string) => `<c r="${address}" t="e"><f>A1</f><v>${errors.shift()}</v>`,
    );
  const from1904 = (xml: string): string =>
    dates1904 ? xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>') : xml;
  const transform = {
    'xl/worksheets/sheet{id}.xml': { transform: withErrors },
    'xl/workbook.xml': { transform: from1904 },
  };
  return writeExcel(made, { features: [{ files: { transform } }] }).toBuffer();
}

/** A PDF with a font that is not embedded, in the encoding UniGB-UCS2-H, as old programs wrote it. */
export function cidFontPdf(text: string): Buffer {
  const hex = [...text].map((each) => each.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const stream = `BT /F1 12 Tf 80 700 Td <${hex}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

/** A zip of one deflated part, with the size and checksum that it declares. */
export function zipOf(
  name: string,
  packed: Buffer,
  { size, crc }: { readonly size: number; readonly crc: number },
): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32BE(0x504b0304, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32BE(0x504b0102, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
