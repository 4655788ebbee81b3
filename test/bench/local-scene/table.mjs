/** Prints rows under their heads, as a Markdown table that also reads well on a terminal. */
export function printTable(heads, rows) {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padStart(widths[column])).join(' | ')} |`;
  const [first, ...rest] = all;
  console.log([line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n'));
}
