import { wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';

/** Frame rates closer than this are one: 29.97 is not 30, but 24.998 is 25. */
const sameRate = 0.02;
/** With fewer episodes there is no middle to be away from. */
const leastEpisodes = 3;

/** Width and height, px, as people write them. */
const sizeOf = ({ episode }: EpisodeSignal): string => `${episode.input.probe.width}×${episode.input.probe.height}`;
const rateOf = ({ episode }: EpisodeSignal): string =>
  String(Number((Math.round(episode.input.probe.fps / sameRate) * sameRate).toFixed(2)));

/** What most episodes have; null when no value has a majority. */
function usual(values: readonly string[]): string | null {
  return values.find((value) => values.filter((other) => other === value).length > values.length / 2) ?? null;
}

/** Episodes that are unlike the others: size, frame rate, loudness. */
export function siblingFindings(all: readonly EpisodeSignal[], { options, report }: QualityContext): void {
  const size = usual(all.map(sizeOf));
  const rate = usual(all.map(rateOf));
  for (const measured of all) {
    const at = wholeOf(measured.episode);
    const identity = [measured.episode.input.path];
    if (size !== null && sizeOf(measured) !== size) {
      report({
        messageId: 'sizeDiffers',
        level: 'warning',
        at,
        identity,
        data: { size: sizeOf(measured), usual: size },
      });
    }
    if (rate !== null && rateOf(measured) !== rate) {
      report({
        messageId: 'rateDiffers',
        level: 'warning',
        at,
        identity,
        data: { fps: rateOf(measured), usual: rate },
      });
    }
  }
  const loudness = all.flatMap(({ sound }) => sound?.integrated ?? []).toSorted((a, b) => a - b);
  if (options.loudnessSpread === null || loudness.length < leastEpisodes) return;
  const middle = loudness[Math.floor(loudness.length / 2)]!;
  for (const { episode, sound } of all) {
    const own = sound?.integrated ?? null;
    if (own === null || Math.abs(own - middle) <= options.loudnessSpread) continue;
    const data = {
      loudness: own.toFixed(1),
      usual: middle.toFixed(1),
      difference: Math.abs(own - middle).toFixed(1),
    };
    const identity = [episode.input.path];
    report({ messageId: 'loudnessDiffers', level: 'warning', at: wholeOf(episode), identity, data });
  }
}
