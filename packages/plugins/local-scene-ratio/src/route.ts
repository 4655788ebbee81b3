import { fillMessage, type Language, type Report } from '@shenpian/core';
import { listMessages } from './list-messages.ts';
import { listedLocations, type ListedLocation } from './location-list.ts';

/** A place that someone may travel to, with what the film shows of it. */
export interface RouteStop extends ListedLocation {
  readonly description: string;
  /** Paths below the report folder. */
  readonly pictures: readonly string[];
}

/** The places of a film inside the zone, in the order in which it first shows them. */
export interface Route {
  readonly title: string;
  readonly stops: readonly RouteStop[];
  /** Of the stops whose coordinates are known, WGS-84. */
  readonly line: readonly (readonly [number, number])[];
  readonly lineTitle: string;
}

/** The route that a report describes. A place outside the zone, or one that may be, is no stop. */
export function routeOf(report: Report, language: Language): Route {
  const stops = listedLocations(report)
    .filter(({ side }) => side === 'local')
    .map((each) => ({
      ...each,
      description: descriptionOf(each)[language],
      pictures: [...new Set(each.stretches.flatMap(({ picture }) => picture ?? []))],
    }));
  return {
    title: fillMessage(listMessages.route, { title: report.series.title })[language],
    stops,
    line: stops.flatMap(({ point }) => (point === null ? [] : [point])),
    lineTitle: listMessages.line[language],
  };
}

function descriptionOf({ district, seconds, shots, scenes, episodes, point }: ListedLocation) {
  const text = fillMessage(listMessages.stop, {
    district: district ?? '—',
    minutes: (seconds / 60).toFixed(2),
    shots,
    scenes: scenes.join('、'),
    episodes: episodes.join('、'),
  });
  if (point !== null) return text;
  return {
    'zh-CN': `${text['zh-CN']}；${listMessages.noPoint['zh-CN']}`,
    en: `${text.en}; ${listMessages.noPoint.en}`,
  };
}
