import { defineReporter } from '@shenpian/core';
import { embedPictures, picturePaths, type Pictures } from './pictures.ts';
import { renderReportPage } from './report-page.ts';

const mainFile = 'report.html';

/** Size that the page stays under as long as its text does, bytes: it has to pass as an e-mail attachment. We chose it. */
export const pageSizeLimit = 8_000_000;

// Links to pictures that did not fit may be a little longer than the markup of embedded ones.
const linkReserve = 200_000;

/** Pictures without content but with all their markup, so that a page made with them tells how much room is left. */
function blankPictures(paths: readonly string[]): Pictures {
  return new Map(
    paths.map((path, index) => {
      const id = `picture-${paths.length + index}`;
      return [path, { id, dataUri: '', width: 9999, height: 9999 }];
    }),
  );
}

/** Writes `report.html`: one file with its pictures inside; pictures that do not fit are linked in the report folder. */
export const htmlReporter = defineReporter({
  id: 'html',
  mainFile,
  async write(report, output) {
    const paths = picturePaths(report);
    const blank = renderReportPage(report, output.language, blankPictures(paths));
    const budget = pageSizeLimit - Buffer.byteLength(blank) - linkReserve;
    const pictures = await embedPictures(paths, (path) => output.picture(path), budget);
    await output.write(mainFile, renderReportPage(report, output.language, pictures));
  },
});
