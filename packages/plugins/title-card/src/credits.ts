import type { Cue, Episode, ScreenText } from '@shenpian/core';
import { isDialogue } from './dialogue.ts';
import type { OpeningText } from './opening-text.ts';

/** The credits that must be shown: 编剧 and 导演. */
export const creditRoles = ['编剧', '导演'] as const;
/** See {@link creditRoles}. */
export type CreditRole = (typeof creditRoles)[number];

/** Roles of others whose names hold one of the words. */
const others = /(?:副|执行|动作|分集|助理|配音|现场|剪辑|视效|选角|摄影)导演|导演(?:助理|组|统筹)|编剧(?:助理|统筹)/gu;
/** A line read with less may be another word. */
const sure = 0.8;

/** Whether a line is a credit of any kind. */
export function creditLike(text: string): boolean {
  return /编剧|导演|出品|制片|监制|主演|领衔|摄影|制作|发行|原著|文学|影视|传媒|有限公司/u.test(text);
}

/** A line that nobody says: both roles, or one with a colon or a space before the name. */
function isCreditLine(text: string): boolean {
  return rolesIn(text).length === creditRoles.length || /^(?:总?编剧|总?导演)[:：\s|/]/u.test(text);
}

function rolesIn(text: string): CreditRole[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(others, '');
  return creditRoles.filter((role) => plain.includes(role));
}

/** Where a credit stands; `sure` is false when it was read badly. */
export interface SeenCredit {
  readonly role: CreditRole;
  readonly sure: boolean;
  readonly text: string;
  readonly at: { readonly episode: number; readonly start: number; readonly end: number };
}

/** Texts of one end of an episode. */
export interface EndTexts {
  readonly episode: Episode;
  readonly texts: readonly (OpeningText | ScreenText)[];
  readonly cues: readonly Cue[];
}

/** The credits among texts that are no dialogue, the surest of each role. */
export function seenCredits(ends: readonly EndTexts[]): SeenCredit[] {
  const seen = ends.flatMap(({ episode, texts, cues }) =>
    texts
      .filter((line) => isCreditLine(line.text) || !isDialogue(line, cues))
      .flatMap(({ text, confidence, start, end }) =>
        rolesIn(text).map((role) => ({
          role,
          text,
          sure: confidence >= sure,
          at: { episode: episode.number, start, end },
        })),
      ),
  );
  return creditRoles.flatMap((role) =>
    seen
      .filter((each) => each.role === role)
      .toSorted((a, b) => Number(b.sure) - Number(a.sure))
      .slice(0, 1),
  );
}
