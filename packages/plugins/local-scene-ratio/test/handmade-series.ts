import type {
  Cue,
  Decision,
  Episode,
  Fact,
  FindingReport,
  Location,
  Script,
  ScriptLine,
  ScreenText,
  ScriptScene,
  Series,
  Shot,
  SidecarCue,
} from '@shenpian/core';
import type { Geotag, PlaceMatch } from '@shenpian/plugin-place-evidence';
import type { PictureLook } from '../src/looks-track.ts';
import { localSceneRatio } from '../src/local-scene-ratio.ts';

/** `[scene id, place, dialogue lines]` */
export type ScenePlan = readonly [id: string, place: string | null, lines: readonly string[]];

export function makeScript(scenes: readonly ScenePlan[], numbered = true): Script {
  const lines: ScriptLine[] = [];
  const made: ScriptScene[] = [];
  for (const [id, place, spoken] of scenes) {
    const heading = `${id} 日 外 ${place ?? ''}`.trim();
    const line = lines.length + 1;
    made.push({
      id,
      episode: numbered ? Number(id.split('-')[0]) : null,
      heading,
      line,
      time: '日',
      setting: 'exterior',
      place,
      cast: [],
    });
    lines.push({ line, text: heading, kind: 'heading', speaker: null, column: 1, scene: id });
    for (const text of spoken) {
      const said = `甲：${text}`;
      const number = lines.length + 1;
      lines.push({ line: number, text: said, kind: 'dialogue', speaker: '甲', column: 3, scene: id });
    }
  }
  return { path: 'scripts/1.docx', sha256: '0', lines, scenes: made };
}

export function makeEpisode(number: number, seconds: number, sidecar: readonly SidecarCue[] | null = null): Episode {
  const input = { path: `episodes/${number}.mp4`, file: `/${number}.mp4`, sha256: '0', bytes: 1 };
  const probe = {
    seconds: seconds + 0.5,
    videoSeconds: seconds,
    frames: null,
    width: 1080,
    height: 1920,
    fps: 25,
    container: 'mp4',
    videoCodec: 'h264',
    audioCodec: null,
    subtitleStreams: [],
    tags: {},
  };
  const source = 'sidecar' as const;
  const subtitles = sidecar && { ...input, path: `subtitles/${number}.srt`, source, cues: sidecar };
  return { number, title: null, input: { ...input, probe }, subtitles };
}

export function makeLocation(name: string, district: string | null, scenes: readonly string[]): Location {
  return { name, district, scenes, point: null, photos: [] };
}

export function makeSeries(parts: Pick<Series, 'episodes' | 'scripts' | 'locations'>): Series {
  return {
    title: '凤湖夜话',
    producer: { name: null, licence: null },
    kind: 'live-action',
    investment: null,
    filing: { date: null, number: null },
    claims: [],
    evidence: [],
    release: { platforms: [] },
    event: null,
    tables: [],
    ...parts,
  };
}

/** Shots of the given lengths, one after the other. */
export function makeShots(...lengths: readonly number[]): readonly Shot[] {
  let start = 0;
  return lengths.map((length, index) => {
    const shot: Shot = {
      start,
      end: start + length,
      transition: index === 0 ? 'start' : 'cut',
      confidence: 1,
    };
    start += length;
    return shot;
  });
}

export function makeCue(start: number, end: number, text: string): Cue {
  const box = { x: 0.1, y: 0.8, width: 0.8, height: 0.05 };
  return { start, end, text, box, confidence: 0.99, engine: 'paddle' };
}

/** Tracks of one episode; pictures and screen texts are left out by most tests. */
export interface HandmadeTracks {
  readonly shots: readonly Shot[];
  readonly cues: readonly Cue[];
  readonly looks?: readonly PictureLook[];
  readonly screenTexts?: readonly ScreenText[];
  readonly matches?: readonly PlaceMatch[];
  readonly geotags?: readonly Geotag[];
}

/** Runs the checker over tracks given by episode number. Episodes without tracks are those that could not be read. */
export async function runChecker(
  series: Series,
  tracks: Readonly<Record<number, HandmadeTracks>>,
  options: unknown = {},
  decisions: readonly Decision[] = [],
): Promise<{ readonly facts: Record<string, Fact>; readonly findings: FindingReport[] }> {
  const facts: Record<string, Fact> = {};
  const findings: FindingReport[] = [];
  await localSceneRatio.check({
    series,
    episodes: series.episodes.filter(({ number }) => tracks[number]),
    options: localSceneRatio.options.parse(options),
    decisions,
    read: (type, episode) => {
      const { shots, cues, looks = [], screenTexts = [], matches = [], geotags = [] } = tracks[episode.number]!;
      const items = { shots, cues, looks, 'screen-text': screenTexts, 'place-matches': matches, geotags };
      return items[type.id as keyof typeof items] as never;
    },
    report: (finding) => findings.push(finding),
    fact: (id, value) => {
      facts[id] = value;
    },
  });
  return { facts, findings };
}
