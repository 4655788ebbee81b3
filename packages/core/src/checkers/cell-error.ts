const errors = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/u;

/** Whether a cell shows that its formula failed: `#REF!`, `#N/A`, `#DIV/0!` (ECMA-376 part 1, 18.17.2.7, and those of Excel 365). */
export function isCellError(cell: string): boolean {
  return errors.test(cell.normalize('NFKC').trim().toUpperCase());
}
