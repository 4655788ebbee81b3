import { opinionWords, type OpinionWords } from './opinion-words.ts';

/** What a comment says of the drama. */
export const opinions = ['positive', 'negative', 'neutral'] as const;
/** See {@link opinions}. */
export type Opinion = (typeof opinions)[number];

/** A comment with what people say that it says. */
export interface LabelledComment {
  readonly text: string;
  readonly opinion: Opinion;
}

/** Tells what a comment says of the drama. */
export type CommentClassifier = (text: string) => Opinion;

/** Longest run of characters that is a feature; what is added to every count; what an opinion word counts for, and how many of a group count. Chosen by ten-fold on the training lines: `test/bench/comments.mjs`. */
const settings = { longest: 2, smoothing: 1, word: 2, words: 2 };

/**
 * Features of a comment with their weights: runs of characters (letters, digits and pictures in lower case; marks only where
 * they speak, `？！`), and the groups of opinion words.
 */
export function commentFeatures(text: string, words: OpinionWords = opinionWords()): ReadonlyMap<string, number> {
  const plain = text.normalize('NFKC').toLowerCase();
  const characters = [...plain].filter((each) => /[\p{L}\p{N}\p{Extended_Pictographic}?!]/u.test(each));
  const features = new Map<string, number>();
  for (let length = 1; length <= settings.longest; length++) {
    for (let at = 0; at + length <= characters.length; at++) {
      features.set(characters.slice(at, at + length).join(''), 1);
    }
  }
  for (const [group, count] of words.groupsIn(plain)) {
    features.set(`word:${group}`, settings.word * Math.min(count, settings.words));
  }
  return features;
}

/** Naive Bayes over {@link commentFeatures}; every opinion is as likely beforehand: how many lines each has is chance. */
export function trainClassifier(lines: readonly LabelledComment[]): CommentClassifier {
  const counts = new Map<string, Record<Opinion, number>>();
  const totals: Record<Opinion, number> = { positive: 0, negative: 0, neutral: 0 };
  for (const { text, opinion } of lines) {
    for (const feature of commentFeatures(text).keys()) {
      const count = counts.get(feature) ?? { positive: 0, negative: 0, neutral: 0 };
      count[opinion] += 1;
      totals[opinion] += 1;
      counts.set(feature, count);
    }
  }
  const added = settings.smoothing * counts.size;
  return (text) => {
    const scores: Record<Opinion, number> = { positive: 0, negative: 0, neutral: 0 };
    for (const [feature, weight] of commentFeatures(text)) {
      const count = counts.get(feature);
      if (count === undefined) continue;
      for (const opinion of opinions) {
        scores[opinion] += weight * Math.log((count[opinion] + settings.smoothing) / (totals[opinion] + added));
      }
    }
    // A comment of which nothing is known says nothing.
    return opinions.reduce((best, each) => (scores[each] > scores[best] ? each : best), 'neutral');
  };
}
