import { fps } from "./episodes.mjs";
import { innocents, planted, sidecarChange } from "./planted.mjs";
import { places, scenes, series } from "./story.mjs";

const seconds = (frame) => Number((frame / fps).toFixed(3));
const bare = (text) => text.replace(/[\s\p{P}\p{S}]/gu, "");
const sceneOf = new Map(scenes.map((scene) => [scene.id, scene]));

export const fileOf = (episode) =>
  `${series.title} 第${String(episode.number).padStart(2, "0")}集.mp4`;

export const titleLines = (episode) => [
  series.title,
  `第${"一二三"[episode.number - 1]}集　${episode.name}`,
  series.filingNumber,
  ...(episode.credits ? [`编剧　${series.writer}　　导演　${series.director}`] : []),
  series.producer,
];

/** Lays the title card and the shots on one frame axis. A dissolve overlaps two shots; its boundary is the middle. */
export function layOut(episode) {
  const title = {
    ...episode.title,
    titleCard: true,
    scene: null,
    cues: [],
    first: 0,
    last: episode.title.frames,
  };
  const laid = [title];
  for (const shot of episode.shots) {
    const first = laid.at(-1).last - (shot.dissolve ?? 0);
    laid.push({ ...shot, first, last: first + shot.frames });
  }
  for (const [index, shot] of laid.entries()) {
    const before = (shot.dissolve ?? 0) / 2;
    const after = (laid[index + 1]?.dissolve ?? 0) / 2;
    shot.from = shot.first + before;
    shot.to = shot.last - after;
  }
  const cues = laid.flatMap((shot) =>
    shot.cues.map(([at, frames, who, text, adLib = false]) => {
      const scene = sceneOf.get(shot.scene);
      const written = scene.beats.some(
        (beat) => beat.who === who && bare(beat.text).includes(bare(text)),
      );
      if (written === adLib)
        throw new TypeError(`${shot.scene}: "${text}" is ${written ? "" : "not "}in the script`);
      return {
        from: shot.first + at,
        to: shot.first + at + frames,
        who,
        text,
        scene: written ? shot.scene : null,
        shotScene: shot.scene,
      };
    }),
  );
  for (const [index, cue] of cues.entries()) {
    if (cues[index + 1] && cues[index + 1].from <= cue.to)
      throw new TypeError(`"${cue.text}" runs into the next line`);
  }
  return { shots: laid, cues, frames: laid.at(-1).last };
}

/** The truth about one episode, in seconds. */
export function truthOf(episode) {
  const { shots, cues, frames } = layOut(episode);
  const screenText = [];
  if (episode.watermark)
    screenText.push({
      text: series.title,
      kind: "watermark",
      start: seconds(shots[0].last),
      end: seconds(frames),
    });
  for (const shot of shots) {
    if (shot.kiosk)
      screenText.push({
        text: "凤湖游船售票处",
        kind: "shop-sign",
        start: seconds(shot.from),
        end: seconds(shot.to),
      });
    if (shot.phone)
      screenText.push({
        text: `${shot.phone} 来电中…`,
        kind: "phone-screen",
        start: seconds(shot.from),
        end: seconds(shot.to),
      });
  }
  return {
    file: `episodes/${fileOf(episode)}`,
    number: episode.number,
    seconds: seconds(frames),
    frames,
    fps,
    shots: shots.map((shot) => {
      const location = shot.titleCard ? null : sceneOf.get(shot.scene).place;
      return {
        start: seconds(shot.from),
        end: seconds(shot.to),
        scene: shot.scene,
        location,
        local: location ? places[location].local : null,
        ...(shot.titleCard ? { titleCard: true } : {}),
      };
    }),
    transitions: shots.slice(1).map((shot) => ({
      kind: shot.dissolve ? "dissolve" : "cut",
      at: seconds(shot.from),
      start: seconds(shot.first),
      end: seconds(shot.first + (shot.dissolve ?? 0)),
    })),
    flashes: shots.flatMap((shot) =>
      (shot.flashes ?? []).map((flash) => ({
        start: seconds(shot.first + flash.at),
        end: seconds(shot.first + flash.at + flash.frames),
      })),
    ),
    subtitles: cues.map((cue) => ({
      start: seconds(cue.from),
      end: seconds(cue.to),
      text: cue.text,
      speaker: cue.who,
      scene: cue.scene,
      adLib: cue.scene === null,
    })),
    subtitleStyle: episode.subtitle,
    screenText,
    titleCard: { start: 0, end: seconds(shots[0].to), lines: titleLines(episode) },
  };
}

/** Hard bounds of the local share: unknown shots count as not local in `low`, as local in `high`. */
function ratioOf(shots) {
  const sum = (wanted) =>
    shots.filter(wanted).reduce((total, shot) => total + shot.end - shot.start, 0);
  const total = sum(() => true);
  const round = (value) => Number(value.toFixed(4));
  return {
    low: round(sum((shot) => shot.local === true) / total),
    high: round(sum((shot) => shot.local !== false) / total),
    seconds: {
      local: round(sum((shot) => shot.local === true)),
      notLocal: round(sum((shot) => shot.local === false)),
      unknown: round(sum((shot) => shot.local === null)),
      total: round(total),
    },
  };
}

/** Everything that a checker should find, and what it should not. */
export function expectedOf(episodes) {
  const truths = episodes.map(truthOf);
  const located = (entry) => {
    const cue = truths[entry.episode - 1].subtitles.find(
      (candidate) => candidate.text === entry.text,
    );
    return { episode: entry.episode, start: cue.start, end: cue.end, ...entry, scene: cue.scene };
  };
  const shots = truths.flatMap((truth) => truth.shots);
  return {
    episodes: truths,
    plantedTerms: planted.map(located),
    innocents: innocents.map(located),
    sidecarDifference: {
      file: `subtitles/${fileOf(episodes[1]).replace(".mp4", ".srt")}`,
      ...located({ ...sidecarChange, text: sidecarChange.burnedIn }),
    },
    localRatio: {
      threshold: 0.6,
      excludingTitleCards: ratioOf(shots.filter((shot) => !shot.titleCard)),
      includingTitleCards: { ...ratioOf(shots), note: "title cards count as unknown" },
    },
  };
}

const stamp = (frame) => {
  const total = Math.round((frame * 1000) / fps);
  const part = (value, width = 2) => String(value).padStart(width, "0");
  return `${part(Math.floor(total / 3600000))}:${part(Math.floor(total / 60000) % 60)}:${part(Math.floor(total / 1000) % 60)},${part(total % 1000, 3)}`;
};

/** The sidecar of an episode as SRT. */
export function sidecarOf(episode) {
  return layOut(episode)
    .cues.map((cue, index) => {
      const text = cue.text === sidecarChange.burnedIn ? sidecarChange.sidecar : cue.text;
      return `${index + 1}\n${stamp(cue.from)} --> ${stamp(cue.to)}\n${text}\n`;
    })
    .join("\n");
}
