import type { Cue, Episode, Level, Script, ScriptLine, SidecarCue } from '@shenpian/core';
import { describe, it } from 'vitest';
import { sampleEpisode, testChecker, type CheckerCase } from '../../../testing/dist/index.js';
import { subtitlesChecker } from '../src/subtitles.ts';

const cue = (start: number, end: number, text: string, confidence = 0.99, y = 0.7): Cue => ({
  start,
  end,
  text,
  confidence,
  engine: 'paddle',
  box: { x: 0.2, y, width: 0.6, height: 0.03 },
});
const line = (start: number, end: number, text: string): SidecarCue => ({ start, end, text });

function episode(number: number, handedIn: readonly SidecarCue[] | null, source: 'sidecar' | 'embedded'): Episode {
  const file = { path: 'a.srt', file: '/a.srt', sha256: '0', bytes: 1 };
  return { ...sampleEpisode(number), subtitles: handedIn && { ...file, source, cues: handedIn } };
}

/** A script of episode 2 and a scene of episode 3; each entry is a line, dialogue when it has a speaker. */
function script(...texts: readonly string[]): Script {
  const scene = (id: string, number: number) => ({
    ...{ id, episode: number, heading: id, line: 1, time: null, setting: null, place: null, cast: [] },
  });
  const lines = texts.map((text, i): ScriptLine => {
    const [label, speaker] = /^(\S+)：/.exec(text) ?? [];
    const kind = speaker === undefined ? 'action' : 'dialogue';
    return { line: i + 2, text, kind, speaker: speaker ?? null, column: (label?.length ?? 0) + 1, scene: '2-1' };
  });
  const other: ScriptLine = { line: 99, text: '乙：别处', kind: 'dialogue', speaker: '乙', column: 3, scene: '3-1' };
  const scenes = [scene('2-1', 2), scene('3-1', 3)];
  return { path: 'scripts/剧本.txt', sha256: '1', lines: [...lines, other], scenes };
}

interface Row {
  readonly name: string;
  readonly cues?: readonly Cue[];
  readonly handedIn?: readonly SidecarCue[];
  readonly source?: 'sidecar' | 'embedded';
  readonly script?: Script;
  readonly sound?: readonly { readonly start: number; readonly end: number; readonly active: boolean }[];
  readonly options?: object;
  readonly says?: readonly (readonly [messageId: string, level: Level, start: number, end: number])[];
}

function cases(rows: readonly Row[]): CheckerCase[] {
  return rows.map(
    ({ name, cues = [], handedIn = null, source = 'sidecar', sound = [], options = {}, says = [], ...row }) => ({
      name,
      series: { episodes: [episode(2, handedIn, source)], scripts: row.script ? [row.script] : [] },
      options,
      tracks: { 2: { cues, 'sound-activity': sound } },
      expected: says.map(([messageId, level, start, end]) => ({ messageId, level, at: { episode: 2, start, end } })),
      facts: { 'subtitle-lines': { value: cues.length } },
    }),
  );
}

describe('against the picture', () => {
  testChecker(
    subtitlesChecker,
    cases([
      { name: 'equal words', cues: [cue(1, 3, '我们去，凤湖公园')], handedIn: [line(1.1, 3, '我们去凤湖公园。')] },
      {
        name: 'another word, read surely',
        cues: [cue(1, 3, '我们去凤湖公园')],
        handedIn: [line(1.1, 3, '我们去东湖公园')],
        says: [['sidecarDiffers', 'warning', 1, 3]],
      },
      {
        name: 'another word in the embedded track',
        cues: [cue(1, 3, '我们去凤湖公园')],
        handedIn: [line(1.1, 3, '我们去东湖公园')],
        source: 'embedded',
        says: [['sidecarDiffers', 'warning', 1, 3]],
      },
      {
        name: 'another word, read less surely',
        cues: [cue(1, 3, '我们去风湖公园', 0.9)],
        handedIn: [line(1, 3, '我们去凤湖公园')],
        says: [['sidecarMayDiffer', 'info', 1, 3]],
      },
      { name: 'another word at another time', cues: [cue(1, 3, '我们走')], handedIn: [line(30, 32, '你别走')] },
      {
        name: 'two lines on the picture, one in the file',
        cues: [cue(1, 2, '你先走'), cue(2, 3, '我随后就到')],
        handedIn: [line(1, 3, '你先走 我随后就到')],
      },
      {
        name: 'one line on the picture, two in the file',
        cues: [cue(1, 3, '你先走\n我随后就到')],
        handedIn: [line(1, 2, '你先走'), line(2, 3, '我随后就到')],
      },
      {
        name: 'words that only the file has',
        cues: [cue(1, 3, '我随后就到')],
        handedIn: [line(1, 3, '你先走我随后就到')],
        says: [['sidecarDiffers', 'warning', 1, 3]],
      },
      { name: 'unsure reading', cues: [cue(1, 3, '你到底想怎么样', 0.7)], says: [['unsureReading', 'info', 1, 3]] },
      {
        name: 'unsure reading that the file repeats',
        cues: [cue(1, 3, '你到底想怎么样', 0.7)],
        handedIn: [line(1, 3, '你到底想怎么样')],
      },
      { name: 'no line and no file', says: [['noSubtitles', 'warning', 0, 60]] },
      { name: 'no line but a file', handedIn: [line(1, 3, '你好')] },
      { name: 'no line but an embedded track', handedIn: [line(1, 3, '你好')], source: 'embedded' },
    ]),
    { describe, it },
  );
});

const story = script(
  '△ 湖边。',
  '甲：我们去凤湖公园。',
  '乙：（低声）好，你先走，我随后就到！',
  '甲：今年新米要等十月开镰',
);
const asWritten = [
  cue(1, 2, '我们去凤湖公园'),
  cue(3, 4, '好 你先走'),
  cue(4, 5, '我随后就到'),
  cue(6, 8, '今年新米\n要等十月开镰'),
];

describe('against the script', () => {
  testChecker(
    subtitlesChecker,
    cases([
      { name: 'split, joined, without punctuation and directions', cues: asWritten, script: story },
      {
        name: 'full width and capitals never count',
        cues: [cue(1, 2, 'ＯＫ，就１０月吧')],
        script: script('甲：ok就10月吧'),
      },
      {
        name: 'a second language below does not count',
        cues: asWritten.with(0, cue(1, 2, '我们去凤湖公园\nLet us go to Phoenix Lake')),
        script: story,
      },
      {
        name: 'two speakers in one line',
        cues: [cue(1, 3, '我们去凤湖公园\n好'), cue(4, 6, '你先走我随后就到'), cue(6, 8, '今年新米要等十月开镰')],
        script: story,
      },
      {
        name: 'another word',
        cues: asWritten.with(3, cue(6, 8, '今年新米要等月底开镰')),
        script: story,
        says: [['scriptDiffers', 'info', 6, 8]],
      },
      {
        name: 'another word, read less surely',
        cues: asWritten.with(3, cue(6, 8, '今年新米要等月底开镰', 0.9)),
        script: story,
        says: [['scriptMayDiffer', 'info', 6, 8]],
      },
      {
        name: 'another word, alike enough for the option',
        cues: asWritten.with(3, cue(6, 8, '今年新米要等月底开镰')),
        script: story,
        options: { similarity: 0.75 },
      },
      {
        name: 'a line written anew, between lines that stayed',
        cues: [cue(1, 2, '咱们上山'), ...asWritten.slice(1)],
        script: story,
        says: [['scriptDiffers', 'info', 1, 2]],
      },
      {
        name: 'the subtitle file counts, not the picture',
        cues: asWritten,
        handedIn: asWritten.map(({ start, end, text }) => line(start, end, text)).with(0, line(1, 2, '我们去东湖公园')),
        script: story,
        says: [
          ['sidecarDiffers', 'warning', 1, 2],
          ['scriptDiffers', 'info', 1, 2],
        ],
      },
      {
        name: 'an added line',
        cues: [...asWritten.slice(0, 3), cue(5, 5.8, '真凉快'), asWritten[3]!],
        script: story,
        says: [['scriptLacksLine', 'info', 5, 5.8]],
      },
      {
        name: 'an added line, read less surely: perhaps it is in the script',
        cues: [...asWritten.slice(0, 3), cue(5, 5.8, '真凉快', 0.9), asWritten[3]!],
        script: story,
      },
      {
        name: 'a caption of the script is no added line',
        cues: [...asWritten, cue(9, 10, '三年后')],
        script: script(...story.lines.slice(0, 4).map(({ text }) => text), '△ 字幕：三年后'),
      },
      { name: 'a line that was cut', cues: [asWritten[0]!, ...asWritten.slice(2)], script: story },
      {
        name: 'a script of another version is one finding',
        cues: ['一别两宽', '各生欢喜', '从此山高水远', '再不相见', '珍重万千'].map((text, i) => cue(i, i + 0.9, text)),
        script: story,
        says: [['scriptApart', 'info', 0, 60]],
      },
      {
        name: 'half of the script is not in the film: one finding',
        cues: asWritten.slice(0, 1),
        script: story,
        says: [['scriptApart', 'info', 0, 60]],
      },
      { name: 'no dialogue for the episode', cues: asWritten, script: script('△ 湖边。') },
      { name: 'switched off', cues: [cue(1, 2, '一别两宽')], script: story, options: { compareScript: false } },
    ]),
    { describe, it },
  );
});

describe('limits that a house rule sets', () => {
  const fast = { maxCharactersPerSecond: 9 };
  const short = { minSeconds: 0.83 };
  const safe = { safeArea: { x: 0.05, y: 0.05 } };
  const missing = { missingAfterSeconds: 5 };
  const talk = [
    { start: 0, end: 2, active: false },
    { start: 2, end: 10, active: true },
    { start: 10, end: 10.5, active: false },
    { start: 10.5, end: 20, active: true },
    { start: 20, end: 60, active: false },
  ];
  testChecker(
    subtitlesChecker,
    cases([
      { name: 'none is set', cues: [cue(1, 1.1, '十个字在零点一秒里了', 0.99, 0.99)], sound: talk },
      {
        name: 'too fast in a file',
        handedIn: [line(1, 2, '十个字，在一秒里显示了'), line(3, 4, '九个字在一秒里显示')],
        options: fast,
        says: [['tooFast', 'warning', 1, 2]],
      },
      {
        name: 'too fast on the picture even if it shows as long as its times allow',
        cues: [cue(1, 2, '十个字在一秒里显示了'), cue(3, 4, '十二个字在一秒里显示了吧')],
        options: fast,
        says: [['tooFast', 'warning', 3, 4]],
      },
      {
        name: 'letters are half as wide; the second language does not count',
        handedIn: [line(1, 2, 'Please come in now'), line(3, 4, '请进来\nPlease do come in now, my friend')],
        options: fast,
      },
      {
        name: 'too short',
        handedIn: [line(1, 1.8, '好'), line(3, 3.84, '好'), line(5, 5.5, '♪')],
        options: short,
        says: [['tooShort', 'warning', 1, 1.8]],
      },
      {
        name: 'a row that lies too low is one finding',
        cues: [cue(1, 2, '甲', 0.99, 0.93), cue(3, 4, '乙', 0.99, 0.94), cue(5, 6, '丙'), cue(7, 8, '丁', 0.99, 0.01)],
        options: safe,
        says: [
          ['outsideSafeArea', 'warning', 1, 4],
          ['outsideSafeArea', 'warning', 7, 8],
        ],
      },
      { name: 'inside', cues: [cue(1, 2, '甲', 0.99, 0.92)], options: safe },
      {
        name: 'sound without a line',
        cues: [cue(3, 5, '甲')],
        sound: talk,
        options: missing,
        says: [['maybeUnsubtitled', 'info', 5, 20]],
      },
      {
        name: 'lines in the file count as well',
        handedIn: [line(3, 6, '甲'), line(9, 16, '乙')],
        sound: talk,
        options: missing,
      },
      {
        name: 'sound that was not measured',
        cues: [cue(3, 5, '甲')],
        options: missing,
        says: [['soundNotMeasured', 'info', 0, 60]],
      },
    ]),
    { describe, it },
  );
});
