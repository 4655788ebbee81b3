import type { Language, Report } from '@shenpian/core';
import { sectionAnchors } from './anchors.ts';
import { checkTable } from './components/check-table.ts';
import { contents } from './components/contents.ts';
import { episodeTable } from './components/episode-table.ts';
import { factTable } from './components/fact-table.ts';
import { findingList } from './components/finding-list.ts';
import { pageFooter } from './components/page-footer.ts';
import { pageHead } from './components/page-head.ts';
import { pictureStore } from './components/picture.ts';
import { problemList } from './components/problem-list.ts';
import { verdictList } from './components/verdict-list.ts';
import { scriptTable } from './components/script-table.ts';
import { html, toMarkup } from './html.ts';
import { pageShell } from './page-shell.ts';
import type { Pictures } from './pictures.ts';
import { script } from './script.js.ts';
import { createView } from './view.ts';

/** The report as one HTML document without any outside resource; the same report and pictures give the same bytes. */
export function renderReportPage(report: Report, language: Language, pictures: Pictures): string {
  const view = createView(language, pictures);
  const title = view.text('documentTitle', { title: report.series.title.trim() || view.text('untitled') });
  const body = html`<a class="skip" href="#${sectionAnchors.main}">${view.text('skip')}</a>
    <div class="sheet">
      ${pageHead(view, report)}${contents(view, report)}
      <main id="${sectionAnchors.main}">
        ${problemList(view, report)}${verdictList(view, report)}${factTable(view, report)}${findingList(view, report)}${episodeTable(view, report)}${scriptTable(view, report)}${checkTable(view, report)}
      </main>
      ${pageFooter(view, report)}
    </div>
    ${pictureStore(pictures.values())}`;
  return toMarkup(pageShell({ language, title, body, generator: `Shenpian ${report.tool.version}`, script }));
}
