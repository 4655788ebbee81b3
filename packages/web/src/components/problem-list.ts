import type { Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';
import { icon } from './icon.ts';
import { section } from './section.ts';

/** What is wrong with the inputs: the file and what to do about it. Nothing when all is well. */
export function problemList(view: View, report: Report): Html | null {
  if (report.problems.length === 0) return null;
  return section(
    sectionAnchors.problems,
    view.text('problems'),
    html`<p>${view.text('problemsLead')}</p>
      <ul class="problems">
        ${report.problems.map(
          ({ message }) =>
            html` <li>
              ${icon('violation')}
              <p>${view.pick(message)}</p>
            </li>`,
        )}
      </ul>`,
    'alarm',
  );
}
