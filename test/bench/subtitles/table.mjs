/** The bars of the bench: `most` or `least`, and digits to show. CPU of a whole process on a short clip has none: its start weighs too much. */
export const bars = {
  cer: { label: 'CER %', most: 1.5, digits: 2 },
  knownCer: { label: 'known %', most: 0.7, digits: 2 },
  exact: { label: 'exact %', least: 90, digits: 0 },
  recall: { label: 'recall %', least: 99, digits: 1 },
  phantoms: { label: 'phantom/min', most: 0.5, digits: 2 },
  startMedian: { label: 'start s', most: 0.1, digits: 2 },
  startP95: { label: 'p95', most: 0.25, digits: 2 },
  endMedian: { label: 'end s', most: 0.1, digits: 2 },
  endP95: { label: 'p95', most: 0.25, digits: 2 },
  calls: { label: 'calls/line', most: 1.3, digits: 2 },
  blocked: { label: 'blocked ms', most: 50, digits: 0 },
  cpu: { label: 'process ms/line', digits: 0 },
};

/** Whether a value passes its bar. */
export const passes = ({ most = Infinity, least = -Infinity }, value) => value >= least && value <= most;

const hasBar = ({ most, least }) => most !== undefined || least !== undefined;
const cell = (bar, value) => `${value.toFixed(bar.digits)}${hasBar(bar) ? (passes(bar, value) ? ' ✓' : ' ✗') : ''}`;

/** A Markdown table of named rates; the last row is the bar. */
export function tableOf(rows) {
  const columns = Object.entries(bars);
  const lines = [
    ['clips', 'lines', ...columns.map(([, { label }]) => label)],
    ['---', ...Array.from({ length: columns.length + 1 }, () => '---')],
    ...rows.map(({ name, rates }) => [
      name,
      String(rates.lines),
      ...columns.map(([key, bar]) => cell(bar, rates[key])),
    ]),
    [
      '**bar**',
      '',
      ...columns.map(([, bar]) => (!hasBar(bar) ? '' : bar.most === undefined ? `≥ ${bar.least}` : `≤ ${bar.most}`)),
    ],
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
