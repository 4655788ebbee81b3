import type { Position, Report } from '@shenpian/core';
import { formatClock } from './number-format.ts';
import type { View } from './view.ts';

/** An episode by number, with its title when it has one. */
export function episodeName(view: View, report: Report, number: number): string {
  const title = report.inputs.find(({ episode }) => episode === number)?.title;
  return title ? view.text('episodeTitled', { number, title }) : view.text('episode', { number });
}

/** The episode, script or document of a position. */
export function placeName(view: View, report: Report, at: Position): string {
  if ('episode' in at) return episodeName(view, report, at.episode);
  return 'script' in at
    ? view.text('scriptFile', { path: at.script })
    : view.text('documentFile', { path: at.document });
}

/** The spot within that place: `0:42–0:45`, or line and column, with the page or cell where there is one, or the row of a table; null for a whole document. */
export function spotName(view: View, at: Position): string | null {
  if ('episode' in at) {
    const start = formatClock(at.start);
    const end = formatClock(at.end);
    return start === end ? start : `${start}–${end}`;
  }
  if ('document' in at) {
    if (at.row === undefined) return null;
    const { row, sheet } = at;
    return sheet === undefined ? view.text('tableRow', { row }) : view.text('sheetRow', { row, sheet });
  }
  const { line, column, page, cell } = at;
  const place = view.text('lineColumn', { line, column });
  if (page !== undefined) return view.text('onPage', { page, place });
  return cell === undefined ? place : view.text('inCell', { cell, place });
}

/** Place and spot in one phrase. */
export function fullPlace(view: View, report: Report, at: Position): string {
  const place = placeName(view, report, at);
  const spot = spotName(view, at);
  return spot === null ? place : view.text('placeAt', { place, spot });
}
