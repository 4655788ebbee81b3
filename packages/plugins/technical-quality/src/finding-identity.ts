import { wholeOf, type EpisodeSignal, type QualityContext } from './episode-signal.ts';

type Finding = Parameters<QualityContext['report']>[0];

/**
 * The context with findings that know themselves again after a re-cut: by how the picture looks just before and after, or, for those of a whole file,
 * by its path.
 */
export function recognisable(measured: EpisodeSignal, context: QualityContext): QualityContext {
  const { episode, content } = measured;
  const lookAt = (time: number): string => content?.looks[Math.max(0, Math.round(time / content.step))] ?? '';
  const identity = ({ at, data }: Finding): readonly string[] => {
    if (!('episode' in at)) return [];
    const whole = wholeOf(episode);
    if (at.start === whole.start && at.end === whole.end) {
      const measure = data?.['measure'];
      return [episode.input.path, typeof measure === 'object' ? measure.en : ''];
    }
    const step = content?.step ?? 0;
    return [lookAt(at.start - step), lookAt(at.end + step)];
  };
  return { ...context, report: (finding) => context.report({ ...finding, identity: identity(finding) }) };
}
