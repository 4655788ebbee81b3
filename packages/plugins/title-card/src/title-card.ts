import { cuesTrack, defineChecker, screenTextTrack, type CheckerContext } from '@shenpian/core';
import { creditFindings } from './credit-findings.ts';
import { messages } from './messages.ts';
import { numberFindings } from './number-findings.ts';
import { openingTextTrack } from './opening-text.ts';
import { titleCardOptionsSchema, type TitleCardOptions } from './options.ts';
import { titleFindings } from './title-findings.ts';

/** What the parts of the checker see. */
export type CardContext = CheckerContext<TitleCardOptions, keyof typeof messages>;

const boolean = 'boolean' as const;

/** Compares what the opening of every episode shows (title, number) and the credits with the manifest, and the episodes with each other. */
export const titleCard = defineChecker({
  id: 'title-card',
  title: { 'zh-CN': '片头标注', en: 'Title card' },
  version: 1,
  scope: 'series',
  reads: [openingTextTrack, screenTextTrack, cuesTrack],
  options: titleCardOptionsSchema,
  messages,
  facts: {
    'title-on-screen': {
      label: { 'zh-CN': '各集片头标注剧名', en: 'The opening of every episode shows the title' },
      unit: boolean,
    },
    'number-on-screen': {
      label: { 'zh-CN': '各集片头标注编号', en: 'The opening of every episode shows a number' },
      unit: boolean,
    },
    'number-matches-filing': {
      label: { 'zh-CN': '片头编号与 drama.yaml 一致', en: 'The number shown is the one in drama.yaml' },
      unit: boolean,
    },
    'number-same-in-all-episodes': {
      label: { 'zh-CN': '各集片头编号一致', en: 'All episodes show one number' },
      unit: boolean,
    },
    'number-format-known': {
      label: { 'zh-CN': '片头编号格式正确', en: 'The number shown has a known form' },
      unit: boolean,
    },
    'number-on-screen-text': { label: { 'zh-CN': '片头编号', en: 'The number shown' }, unit: 'text' },
    'credits-writer-director': {
      label: {
        'zh-CN': '首集片头或末集片尾有编剧、导演署名',
        en: 'Writer and director are named in the first opening or the last ending',
      },
      unit: boolean,
    },
  },
  check(context) {
    numberFindings(context);
    titleFindings(context);
    creditFindings(context);
  },
});
