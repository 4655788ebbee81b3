import type { Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';
import { section } from './section.ts';
import { stackedTable } from './stacked-table.ts';

type Script = NonNullable<Report['scripts']>[number];

const columns = [
  'file',
  'scenes',
  'pages',
  'characters',
  'sceneSettings',
  'sceneTimes',
  'scriptPlaces',
  'scriptCast',
] as const;

// The table is an overview; report.json has them all.
const shown = 8;

function counted(view: View, counts: readonly (readonly [string, number])[]): string {
  const first = counts.slice(0, shown).map(([name, count]) => view.text('countOf', { name, count }));
  return [...first, ...(counts.length > shown ? [view.text('countsMore', { total: counts.length })] : [])].join(' ');
}

function row(view: View, { path, sha256, statistics }: Script): Html {
  const { pages, places, cast } = statistics;
  const contents: Record<(typeof columns)[number], string | Html> = {
    file: html`<span class="file">${path}</span
      ><span class="small">${view.text('hash', { hash: sha256.slice(0, 12) })}</span>`,
    scenes: String(statistics.scenes),
    pages: statistics.pagesEstimated ? view.text('pagesAbout', { pages }) : String(pages),
    characters: String(statistics.characters),
    sceneSettings: view.text('settingCounts', statistics.settings),
    sceneTimes: view.text('timeCounts', statistics.times),
    scriptPlaces: counted(
      view,
      places.map(({ name, scenes }) => [name, scenes]),
    ),
    scriptCast: counted(
      view,
      cast.map(({ name, lines }) => [name, lines]),
    ),
  };
  return html` <tr>
    ${columns.map((column) => html`<td class="cell-${column}" data-label="${view.text(column)}">${contents[column]}</td>`)}
  </tr>`;
}

/** Every script that could be read, with its counts; nothing when there is none. */
export function scriptTable(view: View, { scripts = [] }: Report): Html {
  if (scripts.length === 0) return html``;
  return section(
    sectionAnchors.scripts,
    view.text('scripts'),
    stackedTable(
      view,
      { title: 'scripts', columns, kind: 'scripts' },
      scripts.map((script) => row(view, script)),
    ),
  );
}
