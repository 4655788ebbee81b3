import { formatTime } from '@shenpian/core';
import { yuanText, type JudgedLine, type Ledger } from '@shenpian/plugin-expense-ledger';
import type { Cell, SheetData } from 'write-excel-file/node';
import type { ListedShot, ShotList } from './shot-list.ts';
import { eligibilityWords, localityWord } from './wording.ts';

interface Sheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly columns: { width: number }[];
  readonly stickyRowsCount?: number;
}

const names = (texts: readonly string[]): Cell[] =>
  texts.map((value) => ({ value, fontWeight: 'bold', backgroundColor: '#EEF1F4', wrap: true }));
const text = (value: string): Cell => ({
  value: clean(value),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
});
const seconds = (value: number): Cell => ({
  value: Math.round(value * 1000) / 1000,
  type: Number,
  format: '0.000',
  alignVertical: 'top',
});
const share = (value: number): Cell => ({ value, type: Number, format: '0.00%', alignVertical: 'top' });
const count = (value: number): Cell => ({ value, type: Number, format: '0', alignVertical: 'top' });
/** A double holds any ledger's fen exactly to the two decimals that are shown. */
const yuan = (fen: number | null): Cell =>
  fen === null ? text('') : { value: fen / 100, type: Number, format: '#,##0.00', alignVertical: 'top' };

/** XML has no place for control characters. */
function clean(value: string): string {
  // oxlint-disable-next-line no-control-regex
  return value.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}

/** Prints a sheet across the page, as wide as the paper. */
const onePageWide = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** Points that a row needs for its longest cell: not every program finds out by itself. Chinese characters are two wide. */
function tall(cells: readonly Cell[], columns: readonly { readonly width: number }[]): Cell[] {
  const lines = cells.map((cell, index) => {
    const value = cell !== null && typeof cell === 'object' && 'value' in cell ? String(cell.value ?? '') : '';
    const wide = (line: string): number => [...line].reduce((sum, each) => sum + (each > '\u007F' ? 2 : 1), 0);
    const room = Math.max(1, (columns[index]?.width ?? 10) - 1);
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / room)), 0);
  });
  const height = 15 * Math.max(1, ...lines);
  return cells.map((cell) =>
    cell !== null && typeof cell === 'object' && 'value' in cell ? { ...cell, height } : cell,
  );
}

async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeExcel } = await import('write-excel-file/node');
  const landscape = sheets.map((sheet) => ({
    ...sheet,
    data: sheet.data.map((row) => tall(row, sheet.columns)),
    orientation: 'landscape' as const,
  }));
  return new Uint8Array(await writeExcel(landscape, { features: [onePageWide] }).toBuffer());
}

/** The list of shots 取景镜头表: a sheet by place, and a sheet with every shot. */
export function shotsWorkbook({ shots, places, seconds: total }: ShotList): Promise<Uint8Array> {
  const sumOf = (chosen: readonly ListedShot[]): number => chosen.reduce((sum, { start, end }) => sum + end - start, 0);
  const by = (locality: 'local' | 'elsewhere' | null): ListedShot[] =>
    shots.filter((shot) => shot.locality === locality);
  const part = (value: number): Cell => share(total === 0 ? 0 : value / total);
  const line = (name: string, chosen: readonly ListedShot[]): Cell[] => [
    text(name),
    text(''),
    text(''),
    count(chosen.length),
    seconds(sumOf(chosen)),
    part(sumOf(chosen)),
    text(''),
  ];
  const unplaced = shots.filter(({ place }) => place === null);
  return workbook([
    {
      sheet: '按取景地',
      columns: [22, 22, 10, 10, 14, 12, 10].map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        names(['取景地', '所在区域', '判断', '镜头数', '时长（秒）', '占全部镜头', '照片数']),
        ...places.map(({ name, district, locality, shots: own, seconds: length, photos }) => [
          text(name),
          text(district ?? ''),
          text(localityWord(locality)),
          count(own.length),
          seconds(length),
          part(length),
          count(photos),
        ]),
        line('未对应到取景地', unplaced),
        [],
        line('区内合计', by('local')),
        line('区外合计', by('elsewhere')),
        line('未知合计', by(null)),
        line('全部镜头', shots),
      ],
    },
    {
      sheet: '逐个镜头',
      columns: [8, 8, 13, 13, 12, 30, 18, 18, 10, 14].map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        names(['序号', '集', '开始', '结束', '时长（秒）', '剧本场次', '取景地', '所在区域', '判断', '依据']),
        ...shots.map((shot, index) => [
          count(index + 1),
          count(shot.episode),
          text(formatTime(shot.start)),
          text(formatTime(shot.end)),
          seconds(shot.end - shot.start),
          text(shot.scene),
          text(shot.place ?? ''),
          text(shot.district ?? ''),
          text(localityWord(shot.locality)),
          text(shot.answered ? '人工认定' : shot.locality === null ? '' : 'drama.yaml'),
        ]),
      ],
    },
  ]);
}

function amountCell({ fen, amount, sharesAmount }: JudgedLine): Cell {
  if (sharesAmount !== null) return text(`与第 ${sharesAmount} 行合并`);
  return fen === null ? text(amount) : yuan(fen);
}

/** The ledger 费用台账 with what was found about every line. */
export function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array> {
  const sumOf = (lines: readonly JudgedLine[], kind: JudgedLine['eligibility']): number =>
    lines.filter(({ eligibility }) => eligibility === kind).reduce((sum, { fen }) => sum + (fen ?? 0), 0);
  const sums = (name: string, lines: readonly JudgedLine[]): Cell[] => [
    text(name),
    count(lines.length),
    yuan(sumOf(lines, 'eligible')),
    yuan(sumOf(lines, 'undecided')),
    yuan(sumOf(lines, 'ineligible')),
  ];
  const { source } = ledger.categories;
  return workbook([
    {
      sheet: '逐行',
      columns: [8, 12, 22, 13, 13, 14, 20, 23, 14, 10, 48].map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        names([
          '原表行',
          '日期',
          '项目',
          '原类别',
          '归入类别',
          '金额（元）',
          '收款方',
          '发票号码',
          '凭证',
          '处理',
          '原因',
        ]),
        ...ledger.lines.map((line) => [
          text(`${line.at.sheet === undefined ? '' : `${line.at.sheet} `}${line.at.row ?? ''}`),
          text(line.isoDate ?? line.date),
          text(line.item),
          text(line.category),
          text(line.cost?.name['zh-CN'] ?? ''),
          amountCell(line),
          text(line.payee),
          text(line.invoice),
          text(line.proofs.join('、')),
          text(eligibilityWords[line.eligibility]),
          text(line.reasons.map((reason) => reason['zh-CN']).join('\n')),
        ]),
      ],
    },
    {
      sheet: '按类别',
      columns: [24, 10, 18, 18, 18].map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        names([`${source.article}列举的类别`, '笔数', '可计入（元）', '待核实（元）', '不可计入（元）']),
        ...ledger.categories.categories.map(({ id, name }) =>
          sums(
            name['zh-CN'],
            ledger.lines.filter(({ cost }) => cost?.id === id),
          ),
        ),
        sums(
          '未归入类别',
          ledger.lines.filter(({ cost }) => cost === null),
        ),
        sums('合计', ledger.lines),
        [text(`申报合计：${ledger.claimed === null ? '未知（有金额无法识别）' : `${yuanText(ledger.claimed)} 元`}`)],
      ],
    },
  ]);
}
