import type { Report } from '@shenpian/core';
import { html, type Html } from '../html.ts';
import { formatInstant } from '../number-format.ts';
import type { View } from '../view.ts';

/** What this report is not, and what made it. */
export function pageFooter(view: View, report: Report): Html {
  return html`<footer class="page-footer">
    <p>${view.text('footer')}</p>
    <p class="small">
      ${view.text('producedBy', { version: report.tool.version, time: formatInstant(report.generatedAt) })}
    </p>
  </footer> `;
}
