import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { opinions, trainClassifier, type CommentClassifier, type LabelledComment } from './comment-classifier.ts';

const group = z.record(z.enum(opinions), z.array(z.string().min(1)));

/** Lines that the classifier learns, and lines that it never sees, which measure its errors. */
export interface LabelledComments {
  readonly train: readonly LabelledComment[];
  readonly unseen: readonly LabelledComment[];
}

/** How often the classifier recognises what it should, on lines that it did not learn. */
export interface MeasuredErrors {
  /** Positive lines, and how many of them were called positive. */
  readonly positive: { readonly lines: number; readonly right: number };
  /** Other lines, and how many of them were not called positive. */
  readonly other: { readonly lines: number; readonly right: number };
}

/** A classifier with its errors. */
export interface MeasuredClassifier {
  readonly classify: CommentClassifier;
  readonly errors: MeasuredErrors;
}

let shipped: MeasuredClassifier | undefined;

/** The lines that come with the plugin. */
export function shippedComments(): LabelledComments {
  const file = new URL('../data/comments.yaml', import.meta.url);
  const { train, unseen } = z.strictObject({ train: group, unseen: group }).parse(parse(readFileSync(file, 'utf8')));
  const labelled = (texts: typeof train): LabelledComment[] =>
    opinions.flatMap((opinion) => texts[opinion].map((text) => ({ text, opinion })));
  return { train: labelled(train), unseen: labelled(unseen) };
}

/** The classifier that comes with the plugin. Trained once, in some milliseconds. */
export function shippedClassifier(): MeasuredClassifier {
  if (shipped === undefined) {
    const { train, unseen } = shippedComments();
    const classify = trainClassifier(train);
    shipped = { classify, errors: measure(unseen.map(({ text, opinion }) => [opinion, classify(text)])) };
  }
  return shipped;
}

/** How many parts the user's lines are split into, each judged by a classifier of the others. */
const folds = 10;

/** A classifier of the user's own lines; each line measures the errors of a classifier that did not learn it. */
export function classifierOf(lines: readonly LabelledComment[]): MeasuredClassifier {
  // By opinion, so that every part has some of each.
  const sorted = opinions.flatMap((opinion) => lines.filter((line) => line.opinion === opinion));
  const judged = Array.from({ length: folds }, (_, fold) => {
    const classify = trainClassifier(sorted.filter((_line, index) => index % folds !== fold));
    return sorted
      .filter((_line, index) => index % folds === fold)
      .map(({ text, opinion }) => [opinion, classify(text)] as const);
  });
  return { classify: trainClassifier(lines), errors: measure(judged.flat()) };
}

/** @param judged what each line is, and what it was called */
export function measure(judged: readonly (readonly [string, string])[]): MeasuredErrors {
  const positive = judged.filter(([is]) => is === 'positive');
  const other = judged.filter(([is]) => is !== 'positive');
  return {
    positive: { lines: positive.length, right: positive.filter(([, called]) => called === 'positive').length },
    other: { lines: other.length, right: other.filter(([, called]) => called !== 'positive').length },
  };
}
