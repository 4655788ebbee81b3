import type { Script, ScriptLine } from '../work/script.ts';
import { detailOf, headingShape, shapeOf, speakerOf } from './line-shape.ts';
import { parseEpisodeHeading, parseSceneDetail, parseSceneHeading, type SceneHeading } from './scene-heading.ts';
import { namesIn, sceneList, type SceneList } from './scene-list.ts';
import { follows, type LineShape, type SourceLine } from './source-line.ts';

/** Finds scenes and the kind of every line; blank lines are left out, line numbers stay. */
export function parseScriptLines(sources: readonly SourceLine[]): Pick<Script, 'lines' | 'scenes'> {
  const written = sources.filter(({ text, plain = text }) => plain.trim() !== '');
  const lines: ScriptLine[] = [];
  const list = sceneList();
  // Cast and details follow a heading; later, 时间： is a line of the story.
  let opening = false;
  let speaking: Standing['speaking'];
  const names = knownNames(written);
  written.forEach((source, index) => {
    const { line, text, plain = text, page, cell } = source;
    const detail = source.shape || source.heading ? null : detailOf(plain);
    const heading =
      source.heading ??
      (source.shape ? null : (headingOf(plain, { detail, opening }) ?? labelled(written, index, opening)));
    const episode = heading || source.shape ? null : parseEpisodeHeading(plain);
    if (episode !== null) list.enterEpisode(episode);
    if (heading) list.open(heading, line, source.heading?.title ?? plain.trim());
    const told = opening && !heading ? detail : null;
    const found: LineShape =
      source.shape ??
      (heading || episode !== null || told
        ? headingShape(plain)
        : shapeFor(source, written[index + 1], { speaking, names }));
    speaking = follows(source, written[index + 1]) ? speakingNext(speaking, found) : undefined;
    if (told) list.fill(told.label, told.value);
    noteCast(list, found, plain);
    opening = heading !== null || (opening && (found.kind === 'heading' || found.kind === 'cast'));
    const place = { ...(page === undefined ? {} : { page }), ...(cell === undefined ? {} : { cell }) };
    lines.push({ line, text, ...place, ...found, scene: list.current?.id ?? null });
  });
  return { lines, scenes: list.scenes };
}

type Detail = ReturnType<typeof detailOf>;

/** A line such as 时间：清晨 外 names time and setting without opening a scene. */
function headingOf(plain: string, { detail, opening }: { detail: Detail; opening: boolean }): SceneHeading | null {
  const heading = parseSceneHeading(plain);
  const bare = heading !== null && heading.scene === null && heading.episode === null;
  return bare && detail && (opening || !isPlace(detail)) ? null : heading;
}

const isPlace = ({ label }: NonNullable<Detail>): boolean => /^(?:场景|地点)$/u.test(label);

function noteCast(list: SceneList, { kind, speaker, column }: LineShape, plain: string): void {
  if (kind === 'cast') list.addCast(namesIn(plain.slice(column - 1)));
  else if (speaker !== null) list.addCast([speaker]);
}

/** `场景：教室，上午` opens a scene without a number, and so does `场景：客厅` where time or cast follow on lines of their own. */
function labelled(lines: readonly SourceLine[], index: number, opening: boolean): SceneHeading | null {
  if (opening) return null;
  const text = (at: number): string => lines[at]?.plain ?? lines[at]?.text ?? '';
  const detail = detailOf(text(index));
  if (!detail || !isPlace(detail) || detail.value.length > 30) return null;
  const told = parseSceneDetail(detail.value);
  const below = detailOf(text(index + 1)) !== null || shapeOf(text(index + 1)).kind === 'cast';
  const tells = below || told.time !== null || told.setting !== null;
  return told.place === null || !tells ? null : { episode: null, scene: null, ...told, cast: null };
}

interface Standing {
  /** Who speaks in this line, because a name stood alone right above; undefined: nobody by that. */
  readonly speaking: string | null | undefined;
  readonly names: ReadonlySet<string>;
}

/**
 * Names of cast lines and of those who speak with a colon, and short lines under blank space that have something right under them twice or a remark in
 * brackets: a line that is just one of them is a name standing alone.
 */
function knownNames(sources: readonly SourceLine[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  sources.forEach((source, index) => {
    const { text, plain = text, shape } = source;
    const { kind, speaker, column } = shape ?? shapeOf(plain);
    if (kind === 'cast') for (const name of namesIn(plain.slice(column - 1))) names.add(name);
    else if (speaker !== null) names.add(speaker);
    const above = sources[index - 1];
    const next = sources[index + 1];
    if (kind !== 'text' || !shortName.test(plain) || (above && follows(above, source)) || !follows(source, next))
      return;
    const name = speakerOf(plain);
    if (typeof name !== 'string') return;
    if (seen.has(name) || remark.test(next?.plain ?? next?.text ?? '')) names.add(name);
    seen.add(name);
  });
  return names;
}

const shortName = /^\s*\p{Script=Han}{2,4}(?:\s*[（(][^（）()]{1,10}[）)])?\s*$/u;
const remark = /^\s*[（(][^（）()]*[）)]\s*$/u;

function shapeFor(source: SourceLine, next: SourceLine | undefined, { speaking, names }: Standing): LineShape {
  const { text, plain = text, otherwise } = source;
  const shape = shapeOf(plain);
  if (shape.kind !== 'text') return shape;
  if (speaking !== undefined) return { ...shape, kind: 'dialogue', speaker: speaking };
  const name = plain.length > 24 || !follows(source, next) ? undefined : speakerOf(plain);
  const alone = typeof name === 'string' && names.has(name);
  return alone ? { ...shape, kind: 'character', speaker: name } : { ...shape, kind: otherwise ?? 'text' };
}

/** Who speaks in the next line. （哭着） may stand between the name and what is said. */
function speakingNext(speaking: Standing['speaking'], { kind, speaker }: LineShape): Standing['speaking'] {
  if (kind === 'character') return speaker;
  const goesOn = speaking !== undefined && (kind === 'action' || (kind === 'dialogue' && speaker === speaking));
  return goesOn ? speaking : undefined;
}
