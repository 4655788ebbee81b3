/** Languages that every message exists in. */
export const languages = ['zh-CN', 'en'] as const;

/** A language of messages and reports. */
export type Language = (typeof languages)[number];

/** A text in every language. In a message table it may hold `{{placeholders}}`. */
export type Localized = Readonly<Record<Language, string>>;

/** Message ids with their texts; code emits id and data, never prose. */
export type MessageTable = Readonly<Record<string, Localized>>;

/** Values for the placeholders of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/**
 * Fills the placeholders of a message in every language.
 *
 * @throws TypeError when a placeholder has no value: a message with a hole in it would reach an official.
 */
export function fillMessage(message: Localized, data: MessageData = {}): Localized {
  const fill = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = data[name];
      if (value === undefined) throw new TypeError(`message has no value for {{${name}}}: ${text}`);
      return String(value);
    });
  return { 'zh-CN': fill(message['zh-CN']), en: fill(message.en) };
}
