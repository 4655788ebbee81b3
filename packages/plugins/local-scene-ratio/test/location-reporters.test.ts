import {
  runChecker,
  type Evidence,
  type Finding,
  type Location,
  type Report,
  type ReporterDefinition,
} from '@shenpian/core';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { listedLocations } from '../src/location-list.ts';
import { localSceneRatio } from '../src/local-scene-ratio.ts';
import { locationsXlsx } from '../src/locations-xlsx.ts';
import { routeGeojson } from '../src/route-geojson.ts';
import { routeKml } from '../src/route-kml.ts';
import { makeCue, makeEpisode, makeLocation, makeScript, makeSeries, makeShots } from './handmade-series.ts';

const script = makeScript([
  ['1-1', '湖边', ['你怎么才来', '路上车坏了']],
  ['1-2', '公司', ['合同签好了吗']],
  ['2-1', '田里', ['这片麦地不能卖', '你听我说完']],
  ['2-2', '湖边', ['先上船再说']],
]);
const lake: Location = { ...makeLocation('凤湖 & <公园>', '平原示范区', ['1-1', '2-2']), point: [113.69, 34.98] };
const office: Location = { ...makeLocation('金水写字楼', '郑州市金水区', ['1-2']), point: [113.668, 34.792] };
const farm = makeLocation('师寨麦田', '新乡市平原示范区师寨镇', ['2-1']);
const mill: Location = { ...makeLocation('老磨坊', '平原示范区', ['9-9']), point: [113.7, 34.9] };
const [first, second] = [makeEpisode(1, 12), makeEpisode(2, 10)];
const series = makeSeries({ episodes: [first, second], scripts: [script], locations: [office, farm, lake, mill] });

const spoken = (lengths: readonly number[], lines: readonly string[]) => {
  const shots = makeShots(...lengths);
  const cues = shots.map(({ start, end }, i) => makeCue(start + 0.2, end - 0.2, lines[i]!));
  return { shots, cues, looks: [], 'screen-text': [] };
};
const tracks = {
  1: spoken([3, 4, 5], ['你怎么才来', '路上车坏了', '合同签好了吗']),
  2: spoken([6, 4], ['这片麦地不能卖', '先上船再说']),
};
const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);

/** A report with the findings of the checker, and a frame for every stretch as `check` adds them. */
async function report(): Promise<Report> {
  const output = await runChecker(localSceneRatio, {
    series,
    episodes: series.episodes,
    options: {},
    tracks,
  });
  const findings = output.findings.map((finding, i): Finding => {
    const frames = [finding.at, ...(finding.also ?? [])].flatMap((at): Evidence[] =>
      'episode' in at
        ? [{ kind: 'frame', path: `evidence/ep00${at.episode}-${at.start}.jpg`, time: at.start + 1 }]
        : [],
    );
    return { ...finding, id: `F${i + 1}`, evidence: [...frames, ...finding.evidence] };
  });
  const inputs = [{ episode: 1, title: null, path: '', sha256: '', seconds: 12, width: 1080, height: 1920, fps: 25 }];
  return { series: { title: '凤湖夜话' }, inputs, findings } as unknown as Report;
}

async function written(reporter: ReporterDefinition, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  await reporter.write(await report(), {
    language,
    picture: async () => picture,
    write: async (name, content) => void files.set(name, content),
  });
  expect([...files.keys()]).toEqual([reporter.mainFile]);
  return files.get(reporter.mainFile)!;
}

test('locations are listed in the order of the film, with every stretch and its picture', async () => {
  expect(
    listedLocations(await report()).map(({ location, side, seconds, shots, scenes, episodes, stretches }) => ({
      location,
      side,
      seconds,
      shots,
      scenes,
      episodes,
      stretches: stretches.map(({ episode, start, end, picture }) => [episode, start, end, picture]),
    })),
  ).toEqual([
    {
      location: '凤湖 & <公园>',
      side: 'local',
      seconds: 11,
      shots: 3,
      scenes: ['1-1', '2-2'],
      episodes: [1, 2],
      stretches: [
        [1, 0, 7, 'evidence/ep001-0.jpg'],
        [2, 6, 10, 'evidence/ep002-6.jpg'],
      ],
    },
    {
      location: '金水写字楼',
      side: 'elsewhere',
      seconds: 5,
      shots: 1,
      scenes: ['1-2'],
      episodes: [1],
      stretches: [[1, 7, 12, 'evidence/ep001-7.jpg']],
    },
    {
      location: '师寨麦田',
      side: 'local',
      seconds: 6,
      shots: 1,
      scenes: ['2-1'],
      episodes: [2],
      stretches: [[2, 0, 6, 'evidence/ep002-0.jpg']],
    },
  ]);
});

test('the route leads to places inside the zone alone; one without coordinates says so and is on no line', async () => {
  const route = JSON.parse((await written(routeGeojson)) as string) as {
    features: { geometry: unknown; properties: Record<string, unknown> }[];
  };
  expect(route.features.map(({ geometry, properties }) => [properties['name'], geometry])).toEqual([
    ['凤湖 & <公园>', { type: 'Point', coordinates: [113.69, 34.98] }],
    ['师寨麦田', null],
  ]);
  expect(route.features[0]!.properties).toMatchObject({
    order: 1,
    minutes: 0.18,
    pictures: ['evidence/ep001-0.jpg', 'evidence/ep002-6.jpg'],
  });
  expect(route.features[1]!.properties['description']).toMatch(/没有给坐标/);
});

test('the KML is well formed whatever a place is called', async () => {
  const kml = (await written(routeKml, 'en')) as string;
  expect(kml).toContain('<name>凤湖 &amp; &lt;公园&gt;</name>');
  expect(kml).toContain('<coordinates>113.69,34.98</coordinates>');
  expect(kml).toContain('&lt;img src=&quot;evidence/ep001-0.jpg&quot;');
  expect(kml.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  const tags = [...kml.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)].filter(([tag]) => !tag.endsWith('/>'));
  const open: string[] = [];
  for (const [, closing, name] of tags) {
    if (closing === '') open.push(name!);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
});

test('the workbook has a row a location and a row a stretch', async () => {
  const file = Buffer.from((await written(locationsXlsx)) as Uint8Array);
  const sheets = await readExcel(file);
  const [locations, stretches] = sheets.map(({ data }) => data);
  expect(locations!.slice(1, 4).map((row) => [row[1], row[3], row[6], row[7]])).toEqual([
    ['凤湖 & <公园>', '区内', 11 / 60, 3],
    ['金水写字楼', '区外', 5 / 60, 1],
    ['师寨麦田', '区内', 0.1, 1],
  ]);
  expect(locations!.at(-1)![0]).toMatch(/不是对取景地的认定/);
  expect(stretches!.slice(1).map((row) => row.slice(0, 4))).toEqual([
    ['凤湖 & <公园>', 1, '0:00.0', '0:07.0'],
    ['凤湖 & <公园>', 2, '0:06.0', '0:10.0'],
    ['金水写字楼', 1, '0:07.0', '0:12.0'],
    ['师寨麦田', 2, '0:00.0', '0:06.0'],
  ]);
});
