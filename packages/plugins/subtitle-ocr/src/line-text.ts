import type { CharacterPairs } from './character-pairs.ts';
import { lookAlikes } from './look-alikes.ts';
import type { Alternative, Character, LineScores } from './recognition.ts';

/** A line as read. */
export interface LineText {
  readonly text: string;
  /** Mean per character, 0–1; 0 for an empty line. */
  readonly confidence: number;
  /** In reading order. One with an empty `text` is ink that could not be read. */
  readonly characters: readonly Character[];
}

/** Where a line has ink, as fractions of its width. */
export interface LineInk {
  /** Width of a character. */
  readonly glyph: number;
  /** Share of the width from `from` to `to` that has ink, 0–1. */
  covered(from: number, to: number): number;
  /** Height of the ink there, in characters; 0 for none. */
  height(from: number, to: number): number;
}

/** Two characters further apart than this many widths have a place for a third between them. */
const gap = 1.6;
/** Less ink than this share of a place is a space, or a mark that was not read. */
const leastCovered = 0.4;
/** A character that the network nearly saw in such a place is believed from this probability on; at the ends more is asked. */
const leastBetween = 0.02;
const leastAtEnd = 0.15;
/** Ink lower than this, in characters, is the one stroke of 一, which the network is fondest of passing over. */
const oneStroke = 0.3;
const strokeConfidence = 0.7;
/** Only characters less sure than this are decided by their neighbours, and only among readings at least this probable. */
const sure = 0.95;
const leastCandidate = 0.01;
/**
 * What a sure character is taken for with this probability, among its look-alikes: of 40,700 characters of Chinese text that were right
 * it changed two, both in no sentence, and of 250 that were made wrong it put 166 right.
 */
const lookAlike = 0.1;
/** Weight of the neighbours against the picture. */
const languageWeight = 0.7;

/** At an end a less sure 一 is the edge of something bright unless it is as wide, and no higher, than this, in characters: right ones have 0.8 and 0.1. */
const sureStroke = 0.95;
const strokeWidth = 0.5;
const strokeHeight = 0.25;

/** What no line begins with, and what none ends with: what is read there is the edge of something bright. */
const neverFirst = /^[，。、！？：；）》”’」』·_|/\\／丶丿,.!?:;)<>~^*`'＿￣■□#-]$/u;
const neverLast = /^[（《“‘「『·_|/\\／丶(<>~^*`'＿￣■□#-]$/u;
/** Other marks at the ends that are less sure than this are edges too. */
const sureMark = 0.6;
const mark = /^[\p{P}\p{S}]$/u;
const sentenceEnd = /^[，。！？…,.!?]$/u;
const han = /^\p{Script=Han}$/u;

/**
 * Makes the text of a line of what the network says of it: finds places where it dropped a character, decides doubtful
 * characters by their neighbours, leaves out what no line has at its ends.
 *
 * @param ink null when it is not known where the line has ink: then nothing can be found missing.
 */
export function readText(scores: LineScores, ink: LineInk | null, pairs: CharacterPairs): LineText {
  const trimmed = trimEnds(scores.characters, ink);
  const whole = ink ? withDropped(trimmed, scores, ink) : trimmed;
  return lineOf(decideByNeighbours(whole, pairs));
}

/** A line of these characters. */
export function lineOf(characters: readonly Character[]): LineText {
  const text = characters.map((character) => character.text).join('');
  const lead = text.length - text.trimStart().length;
  const read = characters.filter((character) => character.text.trim() !== '');
  const sum = read.reduce((all, { confidence }) => all + confidence, 0);
  const first = lead === 0 ? 0 : characters.findIndex((character) => character.text.trim() !== '');
  return {
    text: text.trim(),
    confidence: read.length === 0 ? 0 : sum / read.length,
    characters: characters.slice(Math.max(0, first)),
  };
}

function trimEnds(characters: readonly Character[], ink: LineInk | null): readonly Character[] {
  const shown = (character: Character): boolean => {
    const { text, confidence, x } = character;
    if (ink && isEdge(character, ink) && characters.length > 1) return false;
    if (mark.test(text) && !sentenceEnd.test(text) && confidence < sureMark) return false;
    return ink === null || ink.covered(x - 0.5 * ink.glyph, x + 0.5 * ink.glyph) > 0;
  };
  let from = 0;
  let to = characters.length;
  while (from < to && (neverFirst.test(characters[from]!.text) || !shown(characters[from]!))) from++;
  while (to > from && (neverLast.test(characters[to - 1]!.text) || !shown(characters[to - 1]!))) to--;
  return characters.slice(from, to);
}

/** Whether what was read as 一 is the edge of something beside the line. */
function isEdge({ text, confidence, x }: Character, { glyph, covered, height }: LineInk): boolean {
  if (text !== '一' || confidence >= sureStroke) return false;
  const [from, to] = [x - 0.5 * glyph, x + 0.5 * glyph];
  return covered(from, to) < strokeWidth || height(from, to) > strokeHeight;
}

/** Characters with those put back that the network passed over although there is ink. Chinese only: Latin has no pitch. */
function withDropped(characters: readonly Character[], scores: LineScores, ink: LineInk): readonly Character[] {
  if (characters.some(({ text }) => /^[A-Za-z]$/.test(text))) return characters;
  const pitch = pitchOf(characters, ink.glyph);
  const place = (x: number, least: number, within: boolean): Character[] => {
    if (ink.covered(x - 0.4 * pitch, x + 0.4 * pitch) < leastCovered) return [];
    const found = scores.likeliest(x - 0.4 * pitch, x + 0.4 * pitch);
    // At the ends a low stroke is the edge of something.
    if (within && ink.height(x - 0.4 * pitch, x + 0.4 * pitch) < oneStroke)
      return [{ text: '一', confidence: strokeConfidence, x, alternatives: [] }];
    if (!within && found?.text === '一') return [];
    if (found && han.test(found.text) && found.confidence >= least) return [found];
    const alternatives = found ? [found, ...found.alternatives] : [];
    return [
      { text: '', confidence: 0, x, alternatives: alternatives.map(({ text, confidence }) => ({ text, confidence })) },
    ];
  };
  const whole: Character[] = [];
  const first = characters[0];
  const last = characters.at(-1);
  if (!first || !last) return characters;
  for (let x = first.x - pitch; x > 0.3 * pitch; x -= pitch) whole.unshift(...place(x, leastAtEnd, false));
  characters.forEach((character, at) => {
    whole.push(character);
    const next = characters[at + 1];
    const away = next ? next.x - character.x : 0;
    if (!next || away < gap * pitch) return;
    const places = Math.round(away / pitch) - 1;
    for (let n = 1; n <= places; n++) whole.push(...place(character.x + (away * n) / (places + 1), leastBetween, true));
  });
  for (let x = last.x + pitch; x < 1 - 0.3 * pitch; x += pitch) whole.push(...place(x, leastAtEnd, false));
  return whole;
}

/** Distance of neighbouring characters: the median where there are enough, else the width of one. */
function pitchOf(characters: readonly Character[], glyph: number): number {
  const steps = characters
    .slice(1)
    .map(({ x }, at) => x - characters[at]!.x)
    .filter((step) => step > 0.8 * glyph && step < 1.5 * glyph)
    .toSorted((a, b) => a - b);
  return steps.length < 3 ? glyph : steps[steps.length >> 1]!;
}

/** The likeliest way through the doubtful characters, by picture and neighbours together (Viterbi). */
function decideByNeighbours(characters: readonly Character[], pairs: CharacterPairs): readonly Character[] {
  if (characters.every((character) => choices(character, pairs).length === 1)) return characters;
  type Path = { readonly score: number; readonly last: Character; readonly before: Path | null };
  let paths: Path[] = [];
  for (const character of characters) {
    paths = choices(character, pairs).map(({ choice, probability }): Path => {
      const picture = Math.log(Math.max(1e-6, probability));
      const ways = (paths.length > 0 ? paths : [null]).map((before): Path => {
        const beside = before && han.test(before.last.text) ? before.last.text : null;
        const words = languageWeight * pairs.logProbability(beside, choice.text);
        return { score: (before?.score ?? 0) + picture + words, last: choice, before };
      });
      return surest(ways);
    });
  }
  const chosen: Character[] = [];
  for (let at: Path | null = surest(paths); at; at = at.before) chosen.unshift(at.last);
  return chosen;
}

function surest<T extends { readonly score: number }>(ways: readonly T[]): T {
  return ways.reduce((a, b) => (b.score > a.score ? b : a));
}

/** A reading of a character and how probable the picture makes it. */
interface Choice {
  readonly choice: Character;
  readonly probability: number;
}

/** The readings of a character that its neighbours may decide between; the others are listed as its alternatives. */
function choices(character: Character, pairs: CharacterPairs): Choice[] {
  const { text, confidence } = character;
  const asRead: Choice = { choice: character, probability: confidence };
  // The counts are of simplified words: they say nothing of a traditional character.
  if (text === '' || (han.test(text) && !pairs.knows(text))) return [asRead];
  const doubted = confidence < sure ? character.alternatives : [];
  const others = doubted.filter((other) => han.test(other.text) && other.confidence >= leastCandidate);
  // Of a pair that looks alike the network is as sure as of the one it read.
  const alike = lookAlikes(text).filter((one) => !others.some((other) => other.text === one));
  return [
    asRead,
    ...others.map((other) => ({ choice: instead(character, other), probability: other.confidence })),
    ...alike.map((one) => ({ choice: instead(character, { text: one, confidence }), probability: lookAlike })),
  ];
}

/** A character read as one of its alternatives. */
function instead(character: Character, { text, confidence }: Alternative): Character {
  const alternatives = [character, ...character.alternatives.filter((other) => other.text !== text)];
  return {
    text,
    confidence,
    x: character.x,
    alternatives: alternatives.map((other) => ({ text: other.text, confidence: other.confidence })),
  };
}
