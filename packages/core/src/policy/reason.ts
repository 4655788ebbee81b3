import { fillMessage, type Localized, type MessageData } from '../findings/message.ts';
import { reasonMessages, type ReasonId } from './messages.ts';

/**
 * One line of a reason chain.
 *
 * @throws TypeError when a placeholder has no value.
 */
export function reason(id: ReasonId, data: MessageData = {}): Localized {
  return fillMessage(reasonMessages[id], data);
}

/** Several texts as one, with a separator per language. */
export function joinLocalized(texts: readonly Localized[], separator: Localized): Localized {
  return {
    'zh-CN': texts.map((text) => text['zh-CN']).join(separator['zh-CN']),
    en: texts.map((text) => text.en).join(separator.en),
  };
}
