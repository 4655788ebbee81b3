import {
  dateCellOf,
  filledCellOf,
  isCellError,
  namedTable,
  type DataRow,
  type DataTable,
  type FindingReport,
  type NamedTable,
  type Position,
} from '@shenpian/core';
import { parseCount, type Count } from './count-text.ts';
import type { messages } from './messages.ts';
import {
  metricField,
  metrics,
  platformName,
  platformWithin,
  saysTotal,
  tenseOf,
  type Metric,
  type MetricField,
  type Tense,
} from './vocabulary.ts';

/** A finding of the checker. */
export type ReleaseFinding = FindingReport<keyof typeof messages>;

/** A measure in a row. */
export interface Measure extends Count {
  readonly tense: Tense;
}

/** A row of a table of release data. */
export interface MetricRow {
  readonly at: Extract<Position, { document: string }>;
  /** null for a row that adds up several platforms. */
  readonly platform: string | null;
  readonly date: string | null;
  readonly episode: string | null;
  /** Whether it adds up other rows. */
  readonly total: boolean;
  readonly measures: Readonly<Partial<Record<Metric, Measure>>>;
}

/** Rows of all tables, and what is to be said about them. */
export interface MetricRows {
  readonly rows: readonly MetricRow[];
  /** How many values of a measure could not be used: what is known of it is not all. */
  readonly lost: ReadonlyMap<Metric, number>;
  readonly findings: readonly ReleaseFinding[];
}

const suffices = (fields: ReadonlySet<MetricField>): boolean => metrics.some((metric) => fields.has(metric));

/**
 * Reads tables of release data.
 *
 * @param platforms as drama.yaml lists them; a table that names none belongs to the only one
 */
export function metricRows(tables: readonly DataTable[], platforms: readonly string[]): MetricRows {
  const rows: MetricRow[] = [];
  const lost = new Map<Metric, number>();
  const findings: ReleaseFinding[] = [];
  for (const { path, sheets } of tables) {
    const named = sheets.map((sheet) => ({ sheet, table: namedTable(sheet, metricField, suffices) }));
    for (const { sheet, table } of named) {
      if (table === null) {
        // A cover sheet beside the data is no fault.
        if (named.some((each) => each.table !== null)) continue;
        findings.push({
          messageId: 'noColumns',
          level: 'warning',
          at: { document: path, ...(sheet.name === null ? {} : { sheet: sheet.name }) },
          data: { found: (sheet.rows[0]?.cells ?? []).filter(Boolean).slice(0, 8).join('、') },
        });
        continue;
      }
      const read = tableReader({ path, sheets: sheets.length, table, platforms });
      for (const row of table.rows) read(row, { rows, lost, findings });
      findings.push(...unread(path, table));
    }
  }
  return { rows, lost, findings };
}

function unread(path: string, { columns, sheet }: NamedTable<MetricField>): ReleaseFinding[] {
  const names = columns.flatMap(({ field, name }) => (field === null ? [name] : []));
  if (names.length === 0) return [];
  const at = { document: path, ...(sheet === null ? {} : { sheet }) };
  return [{ messageId: 'columnsUnread', level: 'info', at, data: { columns: names.join('、') } }];
}

interface Collected {
  readonly rows: MetricRow[];
  readonly lost: Map<Metric, number>;
  readonly findings: ReleaseFinding[];
}

function tableReader({
  path,
  sheets,
  table,
  platforms,
}: {
  readonly path: string;
  readonly sheets: number;
  readonly table: NamedTable<MetricField>;
  readonly platforms: readonly string[];
}) {
  const within = platformWithin(table.sheet ?? '') ?? platformWithin(path.split('/').at(-1) ?? '');
  const only = platforms.length === 1 ? platformName(platforms[0]!) : null;
  const usual = within ?? only;
  let saidUnnamed = false;

  return (row: DataRow, { rows, lost, findings }: Collected): void => {
    const lose = (metric: Metric): void => void lost.set(metric, (lost.get(metric) ?? 0) + 1);
    const at = { document: path, row: row.line, ...(sheets > 1 && table.sheet !== null ? { sheet: table.sheet } : {}) };
    const cell = (field: MetricField): string => filledCellOf(table, row, field);
    const failed = (column: string, value: string): void =>
      void findings.push({ messageId: 'cellError', level: 'warning', at, matched: value, data: { column, value } });
    const measures: Partial<Record<Metric, Measure>> = {};
    for (const { field, index, name, factor } of table.columns) {
      if (!isMetric(field) || measures[field] !== undefined) continue;
      const written = (row.cells[index] ?? '').trim();
      if (isCellError(written)) {
        failed(name, written);
        lose(field);
        continue;
      }
      const count = parseCount(written, factor);
      if (count === null) continue;
      if (typeof count === 'string') {
        const messageId = count === 'bad' ? 'valueBad' : 'valueNegative';
        findings.push({ messageId, level: 'warning', at, matched: written, data: { column: name, value: written } });
        lose(field);
        continue;
      }
      measures[field] = { ...count, tense: tenseOf(name) };
    }
    if (Object.keys(measures).length === 0) return;

    for (const { field, name } of table.columns) {
      if (field === null || isMetric(field) || !isCellError(cell(field))) continue;
      // Whose numbers these are cannot be known.
      failed(name, cell(field));
      for (const metric of metrics) if (measures[metric] !== undefined) lose(metric);
      return;
    }

    const { text: writtenDate, isoDate: date } = dateCellOf(table, row, 'date');
    const total = (['platform', 'date', 'episode', 'title'] as const).some((field) => saysTotal(cell(field)));
    if (writtenDate !== '' && date === null && !saysTotal(writtenDate)) {
      findings.push({ messageId: 'dateBad', level: 'warning', at, matched: writtenDate, data: { value: writtenDate } });
      for (const metric of metrics) if (measures[metric] !== undefined) lose(metric);
      return;
    }
    const written = cell('platform');
    const everything = saysTotal(written) || (written === '' && total && hasColumn(table, 'platform'));
    const platform = everything ? null : written === '' ? usual : platformName(written);
    if (platform === null && !everything && !saidUnnamed) {
      saidUnnamed = true;
      findings.push({ messageId: 'platformUnnamed', level: 'warning', at: { document: path } });
    }
    rows.push({
      at,
      platform: everything ? null : (platform ?? path),
      date,
      episode: saysTotal(cell('episode')) || cell('episode') === '' ? null : episodeKey(cell('episode')),
      total,
      measures,
    });
  };
}

const isMetric = (field: MetricField | null): field is Metric => metrics.some((metric) => metric === field);

function hasColumn({ columns }: NamedTable<MetricField>, field: MetricField): boolean {
  return columns.some((column) => column.field === field);
}

/** `第01集`, `EP1` and `1` are one episode. */
function episodeKey(cell: string): string {
  const digits = /\d+/.exec(cell.normalize('NFKC'))?.[0];
  return digits === undefined ? cell : String(Number(digits));
}
