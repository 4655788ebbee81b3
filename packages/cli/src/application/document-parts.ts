import type * as Docx from 'docx';
import type { Paragraph, Table } from 'docx';

/** Parts of a Word document in one style; made by {@link documentParts}. */
export interface DocumentParts {
  title(text: string): Paragraph;
  /** @param onNewPage begins a page with it */
  heading(text: string, onNewPage?: boolean): Paragraph;
  paragraph(text: string, style?: TextStyle): Paragraph;
  bullets(texts: readonly string[]): Paragraph[];
  /** Two columns: what, and its value. */
  pairs(rows: readonly (readonly [string, string])[]): Table;
  /** A row of column names and rows below; `widths` in percent. */
  grid(names: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table;
  pictures(pictures: readonly Picture[]): Table;
}

/** How a paragraph looks; sizes in half points. */
export interface TextStyle {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly centred?: boolean;
}

/** A JPEG with what stands below it. */
export interface Picture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

/** Fonts that Word and WPS have in China; other programs take one of their own. */
export const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };

/** Twentieths of a point between the margins of an A4 page, as the document sets them. */
const textWidth = 9070;

const picturesInRow = 3;
const largestPicture = { width: 180, height: 240 };

/** The parts of a document, made by `docx`, which is loaded late: no other command needs it. */
export function documentParts(docx: typeof Docx): DocumentParts {
  const {
    AlignmentType,
    HeadingLevel,
    ImageRun,
    Paragraph,
    ShadingType,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = docx;

  const run = (text: string, { bold = false, size = 21, color = '000000' }: TextStyle = {}) =>
    new TextRun({ text: printable(text), bold, size, color, font: fonts });
  const paragraph = (text: string, style: TextStyle = {}): Paragraph =>
    new Paragraph({
      children: [run(text, style)],
      spacing: { before: 60, after: 80, line: 300 },
      ...(style.centred ? { alignment: AlignmentType.CENTER } : {}),
    });
  const heading = (text: string, level: 'HEADING_1' | 'HEADING_2', size: number, onNewPage = false): Paragraph =>
    new Paragraph({
      pageBreakBefore: onNewPage,
      heading: HeadingLevel[level],
      keepNext: true,
      spacing: { before: level === 'HEADING_1' || onNewPage ? 0 : 240, after: 120 },
      children: [run(text, { bold: true, size })],
      ...(level === 'HEADING_1' ? { alignment: AlignmentType.CENTER } : {}),
    });

  const cell = (text: string, width: number, style: TextStyle & { readonly shaded?: boolean } = {}) =>
    new TableCell({
      width: { size: Math.round((textWidth * width) / 100), type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      ...(style.shaded ? { shading: { type: ShadingType.CLEAR, fill: 'EEF1F4', color: 'auto' } } : {}),
      children: text.split('\n').map((line) => new Paragraph({ children: [run(line, { size: 19, ...style })] })),
    });
  const table = (rows: InstanceType<typeof TableRow>[], widths: readonly number[]): Table =>
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths.map((width) => Math.round((textWidth * width) / 100)),
      rows,
    });

  return {
    title: (text) => heading(text, 'HEADING_1', 36),
    heading: (text, onNewPage) => heading(text, 'HEADING_2', 26, onNewPage),
    paragraph,
    bullets: (texts) =>
      texts.map(
        (text) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 40, line: 290 }, children: [run(text)] }),
      ),
    pairs: (rows) =>
      table(
        rows.map(
          ([name, value]) =>
            new TableRow({
              cantSplit: true,
              children: [cell(name, 24, { bold: true, shaded: true }), cell(value, 76)],
            }),
        ),
        [24, 76],
      ),
    grid: (names, rows, widths) =>
      table(
        [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: names.map((name, index) => cell(name, widths[index]!, { bold: true, shaded: true })),
          }),
          ...rows.map(
            (row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, widths[index]!)) }),
          ),
        ],
        widths,
      ),
    pictures: (pictures) => {
      const width = Math.floor(100 / picturesInRow);
      const rows = Array.from({ length: Math.ceil(pictures.length / picturesInRow) }, (_, row) =>
        pictures.slice(row * picturesInRow, (row + 1) * picturesInRow),
      );
      const pictureCell = (picture: Picture | undefined) =>
        new TableCell({
          width: { size: Math.round((textWidth * width) / 100), type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 60, right: 60 },
          children:
            picture === undefined
              ? [new Paragraph({})]
              : [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [
                      new ImageRun({
                        type: 'jpg',
                        data: picture.jpeg,
                        transformation: fitted(picture),
                        altText: { name: picture.caption, title: picture.caption, description: picture.caption },
                      }),
                    ],
                  }),
                  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(picture.caption, { size: 17 })] }),
                ],
        });
      return table(
        rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: Array.from({ length: picturesInRow }, (_, index) => pictureCell(row[index])),
            }),
        ),
        Array.from({ length: picturesInRow }, () => width),
      );
    },
  };
}

function fitted({ width, height }: Picture): { width: number; height: number } {
  const scale = Math.min(largestPicture.width / width, largestPicture.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** XML has no place for control characters, which texts of strangers may hold. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}
