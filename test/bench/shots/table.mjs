/** The bars of the bench: `most` or `least`, and digits to show. */
export const bars = {
  precision: { label: 'cuts: precision', least: 0.97, digits: 3 },
  recall: { label: 'recall', digits: 3 },
  cutF1: { label: 'F1', least: 0.97, digits: 3 },
  gradualPrecision: { label: 'graduals: precision', digits: 3 },
  gradualRecall: { label: 'recall', least: 0.8, digits: 3 },
  allF1: { label: 'all: F1', least: 0.9, digits: 3 },
  flashCuts: { label: 'cuts on flashes', most: 0, digits: 0 },
  lampCuts: { label: 'cuts on lamps', digits: 0 },
  badKeyframes: { label: 'bad keyframes %', digits: 1 },
};

/** Whether a value passes its bar. */
export const passes = ({ most = Infinity, least = -Infinity }, value) => value >= least && value <= most;

const hasBar = ({ most, least }) => most !== undefined || least !== undefined;
const cell = (bar, value) => `${value.toFixed(bar.digits)}${hasBar(bar) ? (passes(bar, value) ? ' ✓' : ' ✗') : ''}`;
const wanted = ({ most, least }) => (most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '');

/** A Markdown table of named rates; the last row is the bar. */
export function tableOf(rows) {
  const columns = Object.entries(bars);
  const lines = [
    ['films', 'cuts', 'graduals', 'flashes', 'lamps', ...columns.map(([, { label }]) => label)],
    Array.from({ length: columns.length + 5 }, () => '---'),
    ...rows.map(({ name, rates }) => [
      name,
      ...[rates.cuts, rates.graduals, rates.flashes, rates.lamps].map(String),
      ...columns.map(([key, bar]) => cell(bar, rates[key])),
    ]),
    ['**bar**', '', '', '', '', ...columns.map(([, bar]) => wanted(bar))],
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
