import { isAsNamed } from '../container.ts';
import { wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';
import { posixExtension } from '../extension.ts';

/** Transfer curves of high dynamic range, and what people call them. */
const hdr: Readonly<Record<string, string>> = { smpte2084: 'HDR (PQ)', 'arib-std-b67': 'HDR (HLG)' };

/** What the container of an episode says that players stumble over. */
export function fileFindings({ episode }: EpisodeSignal, { report }: Pick<QualityContext, 'report'>): void {
  const { path, probe } = episode.input;
  const at = wholeOf(episode);
  if (!isAsNamed(path, probe.container)) {
    const data = { extension: posixExtension(path), container: probe.container };
    report({ messageId: 'wrongExtension', level: 'warning', at, data });
  }
  const { technical } = probe;
  if (technical === undefined) return;
  const { fieldOrder, sampleAspect, colorRange, colorTransfer, pixelFormat } = technical;
  if (fieldOrder !== null && fieldOrder !== 'progressive') {
    report({ messageId: 'interlaced', level: 'warning', at, data: { order: fieldOrder } });
  }
  if (sampleAspect !== null && Math.abs(sampleAspect - 1) > 0.005) {
    report({ messageId: 'notSquare', level: 'info', at, data: { aspect: sampleAspect.toFixed(3) } });
  }
  const odd = [
    ...(colorRange === 'pc' ? ['full range'] : []),
    ...(colorTransfer !== null && colorTransfer in hdr ? [hdr[colorTransfer]!] : []),
    ...(pixelFormat !== null && !/^yuvj?420p$/.test(pixelFormat) ? [pixelFormat] : []),
  ];
  if (odd.length > 0) report({ messageId: 'unusualColour', level: 'info', at, data: { what: odd.join(' + ') } });
}
