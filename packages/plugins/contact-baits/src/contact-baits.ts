import {
  cuesTrack,
  defineChecker,
  type Box,
  type CheckerContext,
  type Episode,
  type Fact,
  type Localized,
} from '@shenpian/core';
import { contactSearch, type ContactSearch } from './contacts/contact-search.ts';
import type { ContactKind } from './contacts/contact-pattern.ts';
import { foldContactText } from './contacts/folded-text.ts';
import { starterPatterns } from './contacts/starter-patterns.ts';
import { episodeMentions, scriptMentions, type Mention, type MentionSource } from './mentions.ts';
import { messages, type MessageId } from './messages.ts';
import { contactBaitsOptionsSchema, type ContactBaitsOptions } from './options.ts';
import { qrCodesTrack } from './qr/qr-codes-track.ts';
import { standingMarksTrack } from './standing/standing-marks-track.ts';
import { textTimesTrack } from './standing/text-times-track.ts';
import { atOnePlace, standingTexts, writtenPlaces } from './standing-texts.ts';

type Context = CheckerContext<ContactBaitsOptions, MessageId>;

/**
 * Tells QR codes, contact details and standing marks, with their times. It claims no rule: what is a bait and what a prop, a person
 * decides.
 */
export const contactBaits = defineChecker({
  id: 'contact-baits',
  title: { 'zh-CN': '引流与水印', en: 'Contact baits and watermarks' },
  version: 1,
  scope: 'series',
  reads: [qrCodesTrack, textTimesTrack, standingMarksTrack, cuesTrack],
  options: contactBaitsOptionsSchema,
  messages,
  facts: {
    'qr-code-count': {
      label: { 'zh-CN': '画面中不同二维码的个数', en: 'Different QR codes on screen' },
      unit: 'count',
    },
    'contact-bait-count': {
      label: { 'zh-CN': '不同联系方式与引流话术的个数', en: 'Different contact details and invitations' },
      unit: 'count',
    },
    'persistent-watermark': {
      label: {
        'zh-CN': '有贯穿全集的水印或台标（本剧片名除外）',
        en: 'A watermark or logo other than the title stands through an episode',
      },
      unit: 'boolean',
    },
  },
  check(context: Context) {
    const { series, episodes, options, fact } = context;
    const search = searchFor(options);
    const mentions = series.scripts.flatMap((script) => scriptMentions(script, search));
    const codes = new Set<string>();
    const marks: ('seen' | 'none' | 'undecided')[] = [];
    for (const episode of episodes) {
      for (const { start, end, text, box } of context.read(qrCodesTrack, episode)) {
        codes.add(text);
        if (options.allow.includes(text)) continue;
        context.report({
          messageId: 'qrCode',
          level: 'warning',
          data: { content: text },
          matched: text,
          at: { episode: episode.number, start, end },
          identity: [text, placeOf(box.x, box.y)],
        });
      }
      const texts = context.read(textTimesTrack, episode);
      mentions.push(...episodeMentions(episode, { texts, cues: context.read(cuesTrack, episode) }, search));
      marks.push(standing(context, episode));
    }
    for (const mention of mentions) reportMention(context, mention);
    if (episodes.length === 0) {
      for (const id of ['qr-code-count', 'contact-bait-count', 'persistent-watermark']) fact(id, noEpisodes);
      return;
    }
    fact('qr-code-count', { value: codes.size });
    fact('contact-bait-count', { value: new Set(mentions.map(({ kind, value }) => `${kind} ${value}`)).size });
    fact('persistent-watermark', watermarkFact(marks));
  },
});

function searchFor({ starter, patterns, allow }: ContactBaitsOptions): ContactSearch {
  const { patterns: own, asking } = starterPatterns();
  const search = contactSearch([...patterns, ...(starter ? own : [])], asking);
  const cleared = new Set(allow.map(plain));
  return (text) =>
    search(text).filter(({ value, matched }) => !cleared.has(plain(value)) && !cleared.has(plain(matched)));
}

const plain = (text: string): string => foldContactText(text).text.replaceAll(/[\s-]/g, '');

const kindNames: Readonly<Record<ContactKind, Localized>> = {
  phone: { 'zh-CN': '电话号码', en: 'phone number' },
  wechat: { 'zh-CN': '微信号', en: 'WeChat id' },
  qq: { 'zh-CN': 'QQ 号', en: 'QQ number' },
  url: { 'zh-CN': '网址', en: 'web address' },
  group: { 'zh-CN': '进群或扫码邀请', en: 'invitation to a group or to scan' },
  account: { 'zh-CN': '公众号或小程序', en: 'public account or mini program' },
};
const sourceNames: Readonly<Record<MentionSource, Localized>> = {
  screen: { 'zh-CN': '画面文字', en: 'Text on screen' },
  speech: { 'zh-CN': '字幕', en: 'A subtitle' },
  script: { 'zh-CN': '剧本', en: 'The script' },
};

function reportMention(
  { report }: Context,
  { kind, value, matched, asks, source, text, confidence, at }: Mention,
): void {
  report({
    messageId: asks ? 'contactAsked' : 'contactShown',
    level: asks ? 'warning' : 'info',
    data: { where: sourceNames[source], kind: kindNames[kind], matched, text },
    matched,
    confidence,
    at,
    evidence: [{ kind: source === 'script' ? 'script' : 'cue', text }],
    identity: [kind, value, source],
  });
}

/** Reports what stands through an episode. A text that stands is not told again as a mark. */
function standing({ series, options, read, report }: Context, episode: Episode): 'seen' | 'none' | 'undecided' {
  const { number, title, input } = episode;
  const seconds = input.probe.videoSeconds;
  const own = [series.title, title ?? ''];
  const patterns = starterPatterns();
  const texts = read(textTimesTrack, episode);
  const standingOnes = standingTexts(texts, { seconds, least: options.standingShare, own, patterns });
  for (const { start, end, text, share, confidence } of standingOnes) {
    report({
      messageId: 'standingText',
      level: 'info',
      data: { text, percent: Math.round(share * 100) },
      matched: text,
      confidence,
      at: { episode: number, start, end },
      identity: [text],
    });
  }
  // Everything in writing that stands for long, our own title too: its edges are no picture logo.
  const written = writtenPlaces(texts, seconds, options.standingShare / 2);
  let undecided = false;
  let marks = 0;
  for (const mark of read(standingMarksTrack, episode)) {
    if (mark.kind === 'undecided') undecided = true;
    else if (!written.some((box) => atOnePlace(box, mark.box))) {
      marks++;
      report({
        messageId: 'standingMark',
        level: 'info',
        data: { corner: cornerOf(mark.box), percent: Math.round(mark.share * 100), shots: mark.shots },
        confidence: mark.share,
        at: { episode: number, start: mark.start, end: mark.end },
        identity: [placeOf(mark.box.x, mark.box.y)],
      });
    }
  }
  if (standingOnes.length + marks > 0) return 'seen';
  return undecided ? 'undecided' : 'none';
}

const corners: readonly (readonly Localized[])[] = [
  [
    { 'zh-CN': '左上角', en: 'at the upper left' },
    { 'zh-CN': '上方', en: 'at the top' },
    { 'zh-CN': '右上角', en: 'at the upper right' },
  ],
  [
    { 'zh-CN': '左侧', en: 'at the left' },
    { 'zh-CN': '中间', en: 'in the middle' },
    { 'zh-CN': '右侧', en: 'at the right' },
  ],
  [
    { 'zh-CN': '左下角', en: 'at the lower left' },
    { 'zh-CN': '下方', en: 'at the bottom' },
    { 'zh-CN': '右下角', en: 'at the lower right' },
  ],
];

function cornerOf({ x, y, width, height }: Box): Localized {
  const third = (middle: number): number => Math.min(2, Math.max(0, Math.floor(middle * 3)));
  return corners[third(y + height / 2)]?.[third(x + width / 2)] ?? { 'zh-CN': '画面中', en: 'on screen' };
}

/** A place to a tenth of the picture, so that a re-export does not make a new finding. */
const placeOf = (x: number, y: number): string => `${Math.round(x * 10)}/${Math.round(y * 10)}`;

const noEpisodes: Fact = {
  unknown: {
    reason: { 'zh-CN': '没有可读取的剧集', en: 'there is no episode that could be read' },
    wouldSettle: { 'zh-CN': '提供可播放的视频文件', en: 'video files that can be played' },
  },
};

function watermarkFact(marks: readonly ('seen' | 'none' | 'undecided')[]): Fact {
  if (marks.includes('seen')) return { value: true };
  if (!marks.includes('undecided')) return { value: false };
  return {
    unknown: {
      reason: {
        'zh-CN': '部分剧集镜头太少或画面过于相似，无法区分台标与背景',
        en: 'some episodes have too few shots, or pictures too alike, to tell a logo from scenery',
      },
      wouldSettle: { 'zh-CN': '人工查看这些剧集的四角', en: 'a person who looks at the corners of these episodes' },
    },
  };
}
