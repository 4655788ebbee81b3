import { z } from 'zod';

/** What a decision is about: a cluster of shots that survives a re-cut, because no time and no file enters it. */
const decisionSubjectSchema = z.object({
  /** Names this subject in later lines, such as an undo: 16 hex digits of the rest. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** The script scene and its place, or the scenes around a stretch that no scene explains. */
  scene: z.string().max(500),
  /** How its pictures look, as the track that compares them writes it; null when the whole scene is meant. */
  look: z.string().max(2000).nullable(),
});
/** What a decision is about: see {@link decisionSchema}. */
export type DecisionSubject = z.infer<typeof decisionSubjectSchema>;

const signed = {
  /** When, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** Who answered. */
  by: z.string().min(1).max(200),
};

/**
 * A reviewer's signed answer 复核决定: a label says where the shots of a cluster were taken (`unclear` is an answer too: it is
 * not asked again; `mixed` says that they were taken in several places, so that each is asked about by itself), an undo takes the last label of a subject back.
 */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('label'),
    ...signed,
    answer: z.enum(['local', 'elsewhere', 'unclear', 'mixed']),
    subject: decisionSubjectSchema,
  }),
  z.object({ kind: z.literal('undo'), ...signed, subject: decisionSubjectSchema.pick({ fingerprint: true }) }),
]);
/** See {@link decisionSchema}. */
export type Decision = z.infer<typeof decisionSchema>;
/** A decision that says where shots were taken. */
export type LabelDecision = Extract<Decision, { kind: 'label' }>;

/** The labels that stand: the last one of each subject, without those that were taken back. */
export function standingLabels(decisions: readonly Decision[]): readonly LabelDecision[] {
  const labels = new Map<string, LabelDecision>();
  for (const decision of decisions) {
    const { fingerprint } = decision.subject;
    labels.delete(fingerprint);
    if (decision.kind === 'label') labels.set(fingerprint, decision);
  }
  return [...labels.values()];
}
