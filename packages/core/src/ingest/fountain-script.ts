import { headingShape, shapeOf, speakerOf } from './line-shape.ts';
import { blank } from './markdown-script.ts';
import { parseSceneDetail, parseSceneHeading, type SceneHeading } from './scene-heading.ts';
import { numberedLines, type LineShape, type ScriptSource, type SourceLine } from './source-line.ts';

/** Keys of the title page, fountain.io/syntax, and what Chinese writers put there. */
const titleKey =
  /^(?:title|credit|authors?|source|notes|draft ?date|date|contact|copyright|revision|标题|剧名|编剧|作者|日期|联系方式|版权|备注)\s*[:：]/iu;
const sceneStart = /^\s*(?:INT\.?\s*\/\s*EXT|EXT\.?\s*\/\s*INT|I\/E|INT|EXT|EST)[.\s]/iu;
const sceneNumber = /#(?<episode>\d{1,3}(?=[-.]))?[-.]?(?<scene>[\dA-Za-z]+)[.-]?#\s*$/u;
const capitals = /^(?=[^\p{Ll}]*\p{Lu})[^\p{Ll}]*?(?:\([^()]*\)|（[^（）]*）)?\s*\^?$/u;
const transition = /^[\sA-Z]+TO:\s*$/u;
/** Two spaces keep a dialogue going over an empty line. */
const held = /^ {2,}$/u;

/**
 * Lines of a Fountain script (fountain.io/syntax, version 1.1), and the Chinese habits (场 headings, △, `张三：`) where Fountain sees
 * action. Notes and the boneyard are left out. Own reading, since npm's parsers keep no lines and columns.
 */
export function readFountain(text: string): ScriptSource {
  const written = numberedLines(text);
  const bare = withoutNotes(text);
  const lines = written.map((each, i): SourceLine => ({ ...each, plain: bare[i] ?? '' }));
  const title = titleKey.test(lines[0]?.plain ?? '') ? lines.findIndex(({ plain }) => plain?.trim() === '') : 0;
  let speaker: Speaker = null;
  return {
    lines: lines.map((source, i): SourceLine => {
      const plain = source.plain ?? '';
      const above = lines[i - 1]?.plain?.trim() ?? '';
      const below = lines[i + 1]?.plain?.trim() ?? '';
      if (i < title || title < 0) return shaped(source, { ...headingShape(plain), kind: 'text' });
      if (plain.trim() === '') {
        if (!held.test(source.text)) speaker = null;
        return source;
      }
      if (speaker) return said(source, plain, speaker.name);
      const name = above === '' && below !== '' ? nameOn(plain) : undefined;
      if (name === undefined) return unspoken(source, plain, above);
      speaker = { name };
      return shaped(source, { ...headingShape(plain.replace('@', ' ')), kind: 'character', speaker: name });
    }),
  };
}

type Speaker = { readonly name: string | null } | null;

const shaped = (source: SourceLine, shape: LineShape): SourceLine => ({ ...source, shape });

function said(source: SourceLine, plain: string, speaker: string | null): SourceLine {
  const remark = /^\s*[(（][^()（）]*[)）]\s*$/u.test(plain);
  return shaped(
    source,
    remark ? shapeOf(plain) : { ...headingShape(plain.replace('~', ' ')), kind: 'dialogue', speaker },
  );
}

/** Who begins to speak, by `@` or by capitals; undefined when nobody does. */
function nameOn(plain: string): string | null | undefined {
  const line = plain.trim();
  const forced = line.startsWith('@');
  if (!forced && (!capitals.test(line) || sceneStart.test(line) || transition.test(line) || /^[!.>=#~△▲]/u.test(line)))
    return undefined;
  const name = line.replace(/^@/u, '').replace(/\s*\^$/u, '');
  return speakerOf(name) ?? (forced ? name : null);
}

/** A line outside dialogue: heading, section, transition, lyrics, or action as Chinese scripts mark it. */
function unspoken(source: SourceLine, plain: string, above: string): SourceLine {
  const heading = above === '' ? headingOn(plain) : null;
  if (heading) return { ...source, plain: plain.replace(/^(\s*)\./u, '$1 '), heading };
  const line = plain.trim();
  const forced = /^\s*[!>=~]+\s*/u.exec(plain)?.[0] ?? (transition.test(plain) ? '' : undefined);
  if (forced === undefined) return { ...source, plain: blank(plain, /^\s*#+/gu), otherwise: 'action' };
  const kind = line.startsWith('=') ? 'text' : line.startsWith('~') ? 'dialogue' : 'action';
  return shaped(source, { kind, speaker: null, column: forced.length + 1 });
}

function headingOn(plain: string): SceneHeading | null {
  const forced = /^\s*\.(?=[^.\s])/u.test(plain);
  if (!forced && !sceneStart.test(plain)) return null;
  const number = sceneNumber.exec(plain)?.groups;
  const words = plain
    .replace(/^\s*\./u, '')
    .replace(sceneNumber, '')
    .trim();
  const detail = parseSceneDetail(words.replace(/^(?:est)\b/iu, 'EXT'));
  const read = parseSceneHeading(words) ?? { episode: null, scene: null, cast: null, ...detail };
  const episode = number?.['episode'];
  return {
    ...read,
    place: read.place ?? (read.time === null && read.setting === null ? words : null),
    episode: episode === undefined ? read.episode : Number(episode),
    scene: number?.['scene']?.toUpperCase() ?? read.scene,
  };
}

/** The lines with notes, boneyard, emphasis and page breaks blanked out, wherever they begin and end. */
function withoutNotes(text: string): string[] {
  const hide = (match: string): string => match.replaceAll(/[^\r\n\u2028\u2029]/gu, (each) => ' '.repeat(each.length));
  const shown = text
    .replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/gu, hide)
    .replaceAll(/\[\[[\s\S]*?\]\]/gu, hide)
    .replaceAll(/^\s*={3,}\s*$/gmu, hide);
  return numberedLines(shown).map(({ text: line }) =>
    blank(line, /\\(?=[*_])|(?<!\\)\*{1,3}|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu),
  );
}
