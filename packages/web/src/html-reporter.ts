import { defineReporter } from '@shenpian/core';
import { embedPictures, picturePaths, type Pictures } from './pictures.ts';
import { renderReportPage } from './report-page.ts';

const mainFile = 'report.html';

/** Size that the page stays under as long as its text does, bytes: it has to pass as an e-mail attachment. We chose it. */
export const pageSizeLimit = 8_000_000;

// Markup around an embedded picture that a linked one does not have: tags, ids, sizes, per use and per picture.
const markupPerPicture = 700;

/** Writes `report.html`: one file with its pictures inside; pictures that do not fit are linked in the report folder. */
export const htmlReporter = defineReporter({
  id: 'html',
  mainFile,
  async write(report, output) {
    const paths = picturePaths(report);
    const unread: Pictures = new Map(paths.map((path) => [path, 'linked']));
    const textSize = Buffer.byteLength(renderReportPage(report, output.language, unread));
    const uses = report.findings.reduce((sum, { evidence }) => sum + evidence.length, report.inputs.length);
    const budget = pageSizeLimit - textSize - uses * markupPerPicture;
    const pictures = await embedPictures(paths, (path) => output.picture(path), budget);
    await output.write(mainFile, renderReportPage(report, output.language, pictures));
  },
});
