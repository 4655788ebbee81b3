import { createHash } from 'node:crypto';
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
import { html, toMarkup, trusted } from './html.ts';
import type { Pictures } from './pictures.ts';
import { script } from './script.js.ts';
import { style } from './style.css.ts';
import { createView } from './view.ts';

function sourceHash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}

// Nothing may be fetched, and nothing runs or styles the page but the two blocks that we wrote.
const contentSecurityPolicy = [
  `default-src 'none'`,
  `img-src data:`,
  `style-src ${sourceHash(style)}`,
  `script-src ${sourceHash(script)}`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

// Whole elements: a space that a formatter adds inside them would break their hashes.
const styleBlock = trusted(`<style>${style}</style>`);
const scriptBlock = trusted(`<script>${script}</script>`);

/** The report as one HTML document without any outside resource; the same report and pictures give the same bytes. */
export function renderReportPage(report: Report, language: Language, pictures: Pictures): string {
  const view = createView(language, pictures);
  return toMarkup(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="no-referrer" />
          <meta name="generator" content="Shenpian ${report.tool.version}" />
          <title>
            ${view.text('documentTitle', { title: report.series.title.trim() || view.text('untitled') })}
          </title>
          ${styleBlock}
        </head>
        <body>
          <a class="skip" href="#${sectionAnchors.main}">${view.text('skip')}</a>
          <div class="sheet">
            ${pageHead(view, report)}${contents(view, report)}
            <main id="${sectionAnchors.main}">
              ${problemList(view, report)}${verdictList(view, report)}${factTable(view, report)}${findingList(view, report)}${episodeTable(view, report)}${checkTable(view, report)}
            </main>
            ${pageFooter(view, report)}
          </div>
          ${pictureStore(pictures.values())} ${scriptBlock}
        </body>
      </html> `,
  );
}
