import { cuesTrack, defineChecker, unknownFact, type CheckerContext, type Episode, type Fact } from '@shenpian/core';
import { inAll, isDialogue, noEpisodes } from '@shenpian/plugin-title-card';
import { bestLabel, judgeLabel, type JudgedLabel } from './judged-label.ts';
import { labelFindings } from './label-findings.ts';
import { visibleRule } from './label-rules.ts';
import { aiLabelsTrack } from './labels-track.ts';
import { messages } from './messages.ts';
import { metadataAnswer, metadataFindings } from './metadata-findings.ts';
import { aiLabelOptionsSchema, type AiLabelOptions } from './options.ts';

/** What the parts of the checker see. */
export type LabelContext = CheckerContext<AiLabelOptions, keyof typeof messages>;

const boolean = 'boolean' as const;

const unsureLabel = unknownFact(
  { 'zh-CN': '有的集标识没有看清或量不准', en: 'the label of some episode could not be read or measured surely' },
  { 'zh-CN': '人工核对片头画面', en: 'a person who looks at the opening' },
);
const noLabel = unknownFact(
  { 'zh-CN': '有的集没有读到标识', en: 'no label was read in some episode' },
  { 'zh-CN': '在每集片头标注', en: 'a label in every opening' },
);
const unreadableContainer = unknownFact(
  { 'zh-CN': '有的文件的封装格式不读取 AIGC 元数据', en: 'AIGC metadata is not read from the container of some file' },
  { 'zh-CN': '提供 MP4、MOV 或 MKV 文件', en: 'MP4, MOV or MKV files' },
);

/** Measures the visible AI label of every opening and reads the AIGC metadata of every file, and holds both against `kind`. */
export const aiLabel = defineChecker({
  id: 'ai-label',
  title: { 'zh-CN': 'AI 标识', en: 'AI label' },
  version: 1,
  scope: 'series',
  reads: [aiLabelsTrack, cuesTrack],
  options: aiLabelOptionsSchema,
  messages,
  facts: {
    'ai-label-on-screen': {
      label: { 'zh-CN': '各集片头有 AI 提示标识', en: 'The opening of every episode has an AI label' },
      unit: boolean,
    },
    'ai-label-height-ok': { label: { 'zh-CN': 'AI 标识字高达标', en: 'The AI labels are high enough' }, unit: boolean },
    'ai-label-seconds-ok': {
      label: { 'zh-CN': 'AI 标识时长达标', en: 'The AI labels show long enough' },
      unit: boolean,
    },
    'ai-label-at-edge': {
      label: { 'zh-CN': 'AI 标识在边或角', en: 'The AI labels are at an edge or corner' },
      unit: boolean,
    },
    'ai-label-metadata': {
      label: { 'zh-CN': '各集文件有合规的 AIGC 元数据', en: 'Every file has conforming AIGC metadata' },
      unit: boolean,
    },
  },
  check(context) {
    const { episodes, fact } = context;
    const judged = episodes.map((episode) => ({ episode, best: bestOf(context, episode) }));
    for (const { episode, best } of judged) labelFindings(context, episode, best);
    for (const episode of episodes) metadataFindings(context, episode);

    fact(
      'ai-label-on-screen',
      inAll(
        judged.map(({ best }) => best?.read ?? (best === null ? false : null)),
        unsureLabel,
      ),
    );
    const measured = (answer: (label: JudgedLabel) => boolean | null): Fact => {
      if (episodes.length === 0) return noEpisodes;
      const found = judged.flatMap(({ best }) => (best === null || best.read === false ? [] : [answer(best)]));
      if (found.includes(false)) return { value: false };
      return found.length < judged.length ? noLabel : inAll(found, unsureLabel);
    };
    fact(
      'ai-label-height-ok',
      measured(({ height }) => height),
    );
    fact(
      'ai-label-seconds-ok',
      measured(({ seconds }) => seconds),
    );
    fact(
      'ai-label-at-edge',
      measured(({ edge }) => edge),
    );
    fact(
      'ai-label-metadata',
      inAll(
        episodes.map((episode) => metadataAnswer(context, episode)),
        unreadableContainer,
      ),
    );
  },
});

function bestOf({ series, options, read }: LabelContext, episode: Episode): JudgedLabel | null {
  const { rule } = visibleRule(series.filing.date);
  const cues = read(cuesTrack, episode);
  const labels = read(aiLabelsTrack, episode).filter((label) => !isDialogue(label, cues));
  return bestLabel(labels.map((label) => judgeLabel(label, rule, options)));
}
