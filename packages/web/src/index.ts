import { definePlugin, type Plugin } from '@shenpian/core';
import { htmlReporter } from './html-reporter.ts';

export { htmlReporter, pageSizeLimit } from './html-reporter.ts';
export { batchIndexPage, type BatchRow } from './batch-index.ts';
export { renderReportPage } from './report-page.ts';
export { embedPictures, picturePaths, type EmbeddedPicture, type Pictures } from './pictures.ts';
export { createView, type View } from './view.ts';
export { messages, type MessageId } from './messages.ts';
export { escapeHtml, html, toMarkup, trusted, type Html, type HtmlValue } from './html.ts';
export { style } from './style.css.ts';
export { findingCard } from './components/finding-card.ts';
export { findingList } from './components/finding-list.ts';
export { levelBadge, verdictBadge } from './components/badge.ts';
export { picture, pictureStore } from './components/picture.ts';
export { ratioBar } from './components/ratio-bar.ts';
export { verdictCard } from './components/verdict-card.ts';
export { verdictList } from './components/verdict-list.ts';

const plugin: Plugin = definePlugin({ name: '@shenpian/web', reporters: [htmlReporter] });

// The plugin loader reads the default export.
export default plugin;
