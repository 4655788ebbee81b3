import {
  fillMessage,
  seriesKindWords,
  type Language,
  type Localized,
  type MessageData,
  type SeriesKind,
} from '@shenpian/core';
import { messages, type MessageId } from './messages.ts';
import type { Pictures } from './pictures.ts';

type Counted = MessageId extends infer Id ? (Id extends `${infer Stem}One` ? Stem : never) : never;

/** What every component gets beside its data: the language, the texts and the pictures of the page. */
export interface View {
  readonly language: Language;
  readonly pictures: Pictures;
  /** A text of the page. */
  text(id: MessageId, data?: MessageData): string;
  /** A text that differs for one and for many; `{{count}}` is filled. */
  count(stem: Counted, count: number): string;
  /** The name of a kind of series; an unknown one as it is. */
  kind(id: string): string;
  /** The wanted language of a text out of the report. */
  pick(text: Localized): string;
}

/** Makes the view of one page. */
export function createView(language: Language, pictures: Pictures): View {
  const text = (id: MessageId, data: MessageData = {}): string => fillMessage(messages[id], data)[language];
  return {
    language,
    pictures,
    text,
    count: (stem, count) => text(`${stem}${count === 1 ? 'One' : 'Many'}` as MessageId, { count }),
    kind: (id) => seriesKindWords[id as SeriesKind]?.[language] ?? id,
    pick: (localized) => localized[language],
  };
}
