import { defineReporter, fillMessage, formatTime, type Report, type ReportOutput } from '@shenpian/core';
import { listMessages } from './list-messages.ts';
import { listedLocations, type ListedLocation } from './location-list.ts';

/** Height of a picture in the table, px, and of its row, points: we chose them. */
const pictureHeight = 120;
const rowPoints = 96;
const mainFile = 'locations.xlsx';

type Cell =
  | string
  | number
  | { readonly value: string | number; readonly fontWeight?: 'bold'; readonly format?: string }
  | null;

/** Writes `locations.xlsx`: a row for every location with its first picture, and on a second sheet every stretch that shows it. */
export const locationsXlsx = defineReporter({
  id: 'locations-xlsx',
  mainFile,
  async write(report, output) {
    // Only whoever asks for the table pays for loading its writer.
    const { default: writeExcel } = await import('write-excel-file/node');
    const locations = listedLocations(report);
    const word = wordsOf(output);
    const images = await imagesOf(report, locations, output);
    const tall = new Set(images.map(({ anchor }) => anchor.row));
    const data = locationRows(locations, word).map((row, index) =>
      tall.has(index + 1) ? row.map((cell) => ({ ...asCell(cell), height: rowPoints })) : row.map(asCell),
    );
    const sheets = [
      {
        data,
        sheet: word('locations'),
        columns: locationWidths.map((width) => ({ width })),
        images,
        stickyRowsCount: 1,
      },
      {
        data: stretchRows(locations, word).map((row) => row.map(asCell)),
        sheet: word('stretches'),
        columns: stretchWidths.map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ];
    await output.write(mainFile, await writeExcel(sheets as Parameters<typeof writeExcel>[0]).toBuffer());
  },
});

type Word = (id: keyof typeof listMessages) => string;

const wordsOf =
  ({ language }: ReportOutput): Word =>
  (id) =>
    listMessages[id][language];

// Excel refuses a file with control characters in its text.
const asCell = (cell: Cell) => {
  if (cell === null) return { value: '' };
  const plain = typeof cell === 'object' ? cell : { value: cell };
  return typeof plain.value === 'string' ? { ...plain, value: plain.value.replaceAll(/\p{Cc}/gu, ' ') } : plain;
};

const locationWidths = [6, 22, 26, 14, 14, 14, 12, 9, 24, 18, 10, 12, 14, 14, 14];
const stretchWidths = [22, 8, 12, 12, 10, 34];

const minutes = (seconds: number): Cell => ({ value: seconds / 60, format: '0.00' });
const headed = (...titles: readonly string[]): readonly Cell[] =>
  titles.map((value) => ({ value, fontWeight: 'bold' as const }));

function locationRows(locations: readonly ListedLocation[], word: Word): readonly (readonly Cell[])[] {
  const head = headed(
    word('number'),
    word('location'),
    word('district'),
    word('side'),
    word('longitude'),
    word('latitude'),
    word('minutes'),
    word('shots'),
    word('scenes'),
    word('episodes'),
    word('photos'),
    word('proven'),
    word('answeredLocal'),
    word('answeredElsewhere'),
    word('picture'),
  );
  const rows = locations.map((each, index): readonly Cell[] => [
    index + 1,
    each.location,
    each.district ?? '',
    word(each.side),
    each.point?.[0] ?? null,
    each.point?.[1] ?? null,
    minutes(each.seconds),
    each.shots,
    each.scenes.join('、'),
    each.episodes.join('、'),
    each.photos,
    minutes(each.provenSeconds),
    minutes(each.answeredLocalSeconds),
    minutes(each.answeredElsewhereSeconds),
    null,
  ]);
  return [head, ...rows, [word(locations.length === 0 ? 'nothing' : 'claimed')]];
}

function stretchRows(locations: readonly ListedLocation[], word: Word): readonly (readonly Cell[])[] {
  const rows = locations.flatMap(({ location, stretches }) =>
    stretches.map(({ episode, start, end, picture }): readonly Cell[] => [
      location,
      episode,
      formatTime(start),
      formatTime(end),
      { value: end - start, format: '0.0' },
      picture ?? '',
    ]),
  );
  return [
    headed(word('location'), word('episode'), word('start'), word('end'), word('seconds'), word('file')),
    ...rows,
  ];
}

async function imagesOf(report: Report, locations: readonly ListedLocation[], output: ReportOutput) {
  const images = [];
  for (const [index, { location, stretches }] of locations.entries()) {
    const shown = stretches.find(({ picture }) => picture !== null);
    const bytes = shown?.picture ? await output.picture(shown.picture) : null;
    if (shown === undefined || bytes === null) continue;
    const { width, height } = report.inputs.find(({ episode }) => episode === shown.episode) ?? {
      width: 9,
      height: 16,
    };
    images.push({
      content: Buffer.from(bytes),
      contentType: 'image/jpeg',
      width: Math.round((pictureHeight * width) / height),
      height: pictureHeight,
      dpi: 96,
      // The first row is the head; rows and columns count from 1.
      anchor: { row: index + 2, column: locationWidths.length },
      title: fillMessage({ 'zh-CN': '{{location}}', en: '{{location}}' }, { location })[output.language],
    });
  }
  return images;
}
