/** A subtitle stream in a video file, as the container describes it. */
export interface SubtitleStream {
  /** As ffmpeg names it, such as `mov_text`, `subrip` or `hdmv_pgs_subtitle`. */
  readonly codec: string;
  /** As the container writes it, such as `chi`; null when it does not say. */
  readonly language: string | null;
  /** Whether players show it unless told otherwise. */
  readonly default: boolean;
}

/** What the container says about how a file is made; null where it does not say. */
export interface TechnicalProbe {
  /** All streams together, and the picture alone, bits per second. */
  readonly bitRate: number | null;
  readonly videoBitRate: number | null;
  /** As ffmpeg names it, such as `yuv420p` or `yuv422p10le`. */
  readonly pixelFormat: string | null;
  /** `tv` or `pc`. */
  readonly colorRange: string | null;
  /** As ffmpeg names it, such as `bt709`, `smpte2084` (PQ) or `arib-std-b67` (HLG). */
  readonly colorTransfer: string | null;
  /** `progressive`, or the order of fields: `tt`, `bb`, `tb`, `bt`. */
  readonly fieldOrder: string | null;
  /** Width of a sample over its height. */
  readonly sampleAspect: number | null;
  /** null when there is no sound. */
  readonly sound: TechnicalSound | null;
}

/** The sound stream as the container describes it. */
export interface TechnicalSound {
  /** Samples of a channel per second. */
  readonly rate: number;
  readonly channels: number;
  /** Length of the sound alone, seconds. */
  readonly seconds: number | null;
}

/** What the container says about a video file, read once at ingest. */
export interface Probe {
  /** Length of the longest stream, seconds. */
  readonly seconds: number;
  /** Length of the picture alone, seconds. */
  readonly videoSeconds: number;
  /** Pictures in the file as its index counts them; null when the container does not say. */
  readonly frames: number | null;
  /** Picture size as displayed (rotation applied), px. */
  readonly width: number;
  readonly height: number;
  /** Average frames per second; 0 when the container does not say. */
  readonly fps: number;
  readonly container: string;
  readonly videoCodec: string;
  /** null when there is no audio stream. */
  readonly audioCodec: string | null;
  /** Streams of all kinds; left out when it was not counted. */
  readonly streams?: number;
  /** In the order of the file; empty when there are none. */
  readonly subtitleStreams: readonly SubtitleStream[];
  /** Container tags, keys lower-cased (writers disagree on case). */
  readonly tags: Readonly<Record<string, string>>;
  /** Left out when nothing is known. */
  readonly technical?: TechnicalProbe;
}

/** An ingested file 素材. */
export interface Input {
  /** Path as the submission names it, with `/` between folders. */
  readonly path: string;
  /** Absolute path on this machine. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** An ingested video. */
export interface VideoInput extends Input {
  readonly probe: Probe;
}
