import type { Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html } from '../html.ts';
import { formatClock } from '../number-format.ts';
import { episodeName } from '../place.ts';
import type { View } from '../view.ts';
import { picture } from './picture.ts';
import { section } from './section.ts';
import { stackedTable } from './stacked-table.ts';

const columns = ['picture', 'number', 'file', 'length', 'size', 'fps'] as const;

function row(view: View, report: Report, input: Report['inputs'][number]): Html {
  const name = episodeName(view, report, input.episode);
  const fps = input.fps > 0 ? view.text('fpsValue', { fps: Number(input.fps.toFixed(3)) }) : view.text('fpsUnknown');
  const cell = (label: (typeof columns)[number], content: string | Html): Html =>
    html`<td class="cell-${label}" data-label="${view.text(label)}">${content}</td>`;
  return html` <tr>
    ${cell('picture', picture(view, input.poster?.path, view.text('posterOf', { place: name })))}
    <th scope="row">${name}</th>
    ${cell(
      'file',
      html`<span class="file">${input.path}</span
        ><span class="small">${view.text('hash', { hash: input.sha256.slice(0, 12) })}</span>`,
    )}${cell('length', formatClock(input.seconds))}${cell('size', `${input.width}×${input.height}`)}${cell('fps', fps)}
  </tr>`;
}

/** Every episode that could be read: picture, number, file, length, size, frame rate. */
export function episodeTable(view: View, report: Report): Html {
  const inputs = report.inputs.toSorted((a, b) => a.episode - b.episode);
  return section(
    sectionAnchors.episodes,
    view.text('episodes'),
    inputs.length === 0
      ? html`<p>${view.text('noEpisodes')}</p>`
      : stackedTable(
          view,
          { title: 'episodes', columns, kind: 'episodes' },
          inputs.map((input) => row(view, report, input)),
        ),
  );
}
