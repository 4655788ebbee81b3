import type { Script, ScriptLine, ScriptScene } from '../work/script.ts';
import { parseEpisodeHeading, parseSceneHeading, type SceneHeading } from './scene-heading.ts';

type Shape = Pick<ScriptLine, 'kind' | 'speaker' | 'column'>;
type Draft = { -readonly [Key in keyof ScriptScene]: ScriptScene[Key] };

/** Finds scenes and the kind of every line; blank lines are left out, line numbers stay. */
export function parseScriptLines(texts: readonly string[]): Pick<Script, 'lines' | 'scenes'> {
  const lines: ScriptLine[] = [];
  const scenes: Draft[] = [];
  let episode: number | null = null;
  let scene: Draft | null = null;
  let opening = false;
  texts.forEach((text, index) => {
    if (text.trim() === '') return;
    const line = index + 1;
    const heading = parseSceneHeading(text);
    const newEpisode = heading ? heading.episode : parseEpisodeHeading(text);
    episode = newEpisode ?? episode;
    if (heading) {
      scene = openScene(heading, { line, heading: text.trim(), episode, scenes });
      opening = true;
    } else if (newEpisode !== null) {
      scene = null;
    }
    const found = heading || newEpisode !== null ? headingShape(text) : shapeOf(text, opening);
    if (scene && found.kind === 'cast') addCast(scene, text.slice(found.column - 1));
    if (scene && opening && found.kind === 'heading' && !heading) fillScene(scene, text);
    opening &&= found.kind === 'heading' || found.kind === 'cast';
    lines.push({ line, text, ...found, scene: scene?.id ?? null });
  });
  return { lines, scenes };
}

interface Place {
  readonly line: number;
  readonly heading: string;
  readonly episode: number | null;
  readonly scenes: Draft[];
}

/** A heading that comes back with the same number and place goes on with its scene. */
function openScene(heading: SceneHeading, { line, heading: written, episode, scenes }: Place): Draft {
  const sameEpisode = scenes.filter((scene) => scene.episode === episode);
  const number = heading.scene ?? String(sameEpisode.length + 1);
  const base = episode === null ? number : `${episode}-${number}`;
  const namesakes = scenes.filter((scene) => scene.id === base || scene.id.startsWith(`${base}.`));
  const same =
    heading.scene !== null && namesakes.find(({ place, time }) => place === heading.place && time === heading.time);
  if (same) return same;
  const scene: Draft = {
    id: namesakes.length === 0 ? base : `${base}.${namesakes.length + 1}`,
    episode,
    heading: written,
    line,
    time: heading.time,
    setting: heading.setting,
    place: heading.place,
    cast: [],
  };
  if (heading.cast !== null) addCast(scene, heading.cast);
  scenes.push(scene);
  return scene;
}

const castLabel = /^[\s*【[]*(?:(?:出场|登场|主要)?(?:人物|角色)|出场|登场|人|Cast|Characters)\s*[】\]*]*\s*[：:]\s*/iu;
const detailLabel = /^[\s*【[]*(时间|时|地点|地|景别|场景|内外景|景)\s*[】\]*]*\s*[：:]\s*(.*)$/u;
const captionStart =
  /^[\s*]*[【[（(]?\s*(?:屏幕|画面|旁白|人名)?(?:字幕|字卡|屏幕文字|文字|片名|出片名)条?\s*(?:[】\]）)]\s*[：:]?|[：:])\s*/u;
const actionMark = /^\s*[△▲▽▼◇◆∆Δ]\s*/u;
const bracketed = /^\s*(?:[（(][^（）()]*[）)]|【[^【】]*】|\[[^[\]]*\])\s*[。.]?\s*$/u;
const staging = /^\s*(?:音效|音乐|背景音乐|BGM|SFX|镜头|画面|特写|道具|转场|闪回|空镜|动作)\s*[：:]\s*/iu;
const remark = /^\s*(?:备注|注|说明|提示|剧名|片名|编剧|导演|时长|集数|类型|题材|梗概|简介|作者)\s*[：:]/u;
const spoken =
  /^\s*(?<name>[^：:，。！？!?、；…“”"\s][^：:，。！？!?；…“”"]{0,23}?(?:[（(【[][^（）()【】[\]]*[）)】\]])?[*_]*)\s*[：:](?!\/\/)\s*/u;

function shapeOf(text: string, opening: boolean): Shape {
  const shape = (kind: ScriptLine['kind'], start: RegExp, speaker: string | null = null): Shape => ({
    kind,
    speaker,
    column: (start.exec(text)?.[0].length ?? 0) + 1,
  });
  if (castLabel.test(text)) return shape('cast', castLabel);
  if (opening && detailLabel.test(text)) return headingShape(text);
  if (captionStart.test(text)) return shape('caption', captionStart);
  if (actionMark.test(text)) return shape('action', actionMark);
  if (bracketed.test(text)) return shape('action', /^\s*[（(【[]\s*/u);
  if (staging.test(text)) return shape('action', staging);
  const name = remark.test(text) ? undefined : spoken.exec(text)?.groups?.['name'];
  const speaker = name === undefined ? undefined : speakerOf(name);
  return speaker === undefined ? shape('text', /^\s*/u) : shape('dialogue', spoken, speaker);
}

const voice = /(?:[（(【[].*|[\s.]*(?:O\.?\s?S\.?|V\.?\s?O\.?|画外音|旁白|内心独白|独白|内心|电话))+$/iu;

/** The name before the colon without voice marks and stage directions; null for a voice without name; undefined when it is no name. */
function speakerOf(label: string): string | null | undefined {
  const bare = label.replaceAll(/[*_]/gu, '').trim();
  const name = bare.replace(voice, '').trim();
  if (name === '') return null;
  const said = /^(.{1,4}?)(?:[大低轻冷怒]?[声笑]?地?[说道问喊答叫])$/u.exec(name)?.[1] ?? name;
  const latin = /^[A-Za-z][A-Za-z .'-]*$/.test(said);
  // Longer than a name with its title, digits alone (12:30), or with the particles of a sentence: not a speaker.
  const sentence = said.length > (latin ? 24 : 8) || /^[\d.\s]+$/.test(said) || /[了着过是把的地得这那]./u.test(said);
  return sentence ? undefined : said;
}

function headingShape(text: string): Shape {
  return { kind: 'heading', speaker: null, column: text.length - text.trimStart().length + 1 };
}

/** 时间：/ 地点： on lines of their own under the heading. */
function fillScene(scene: Draft, text: string): void {
  const [, label = '', value = ''] = detailLabel.exec(text) ?? [];
  const detail = parseSceneHeading(`第1场 ${value}`);
  if (label.startsWith('时')) scene.time ??= detail?.time ?? (value.trim() || null);
  else scene.place ??= detail?.place ?? null;
  scene.setting ??= detail?.setting ?? null;
}

function addCast(scene: Draft, names: string): void {
  const found = names
    .replaceAll(/[（(][^（）()]*[）)]/gu, '')
    .split(/[、，,/；;|\s]+/u)
    .map((name) => name.replaceAll(/[*_。.】\]]/gu, ''))
    .filter((name) => name !== '' && name !== '等');
  scene.cast = [...new Set([...scene.cast, ...found])];
}
