import { join } from 'node:path';
import { makeEpisode, type EpisodePlan } from '@shenpian/testing';
import drawer from 'qrcode-generator';
import { font } from './made-submission.ts';

type Pen = Parameters<NonNullable<EpisodePlan['overlay']>>[0];

/** A clip with one defect at a known time, or with none. */
export interface BaitClip {
  /** What it shows; also its file name. */
  readonly name: string;
  /** null for a look-alike that must stay clean. */
  readonly defect: {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly matched?: string;
  } | null;
  readonly plan: EpisodePlan;
}

const hues = [20, 200, 100, 300, 60, 250];
const shotSeconds = 1.8;
const seconds = hues.length * shotSeconds;

/** Six shots; what `draw` shows stands from `start` to `end`, in a picture of 540 × 960 (`scale` 1). */
function plan(
  { start, end, scale = 1 }: { readonly start: number; readonly end: number; readonly scale?: number },
  draw: (pen: Pen) => void,
  more: Partial<EpisodePlan> = {},
): EpisodePlan {
  return {
    width: 540 * scale,
    height: 960 * scale,
    fps: 15,
    shots: hues.map((hue) => ({ seconds: shotSeconds, hue })),
    // Registers the font, and gives every clip ordinary dialogue.
    subtitles: [{ start: 0.4, end: 1.6, text: '今天天气真好' }],
    font,
    overlay(pen, time) {
      if (time < start - 1e-6 || time >= end - 1e-6) return;
      pen.scale(scale, scale);
      draw(pen);
    },
    ...more,
  };
}

/** A card with rows of text, its middle at `y`. */
function card(pen: Pen, rows: readonly string[], y = 260): void {
  pen.fillStyle = '#f4efe2';
  pen.fillRect(50, y - 34 * rows.length, 440, 68 * rows.length);
  pen.fillStyle = '#1a1a1a';
  pen.font = '40px subtitle';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const [row, text] of rows.entries()) pen.fillText(text, 270, y + (row - (rows.length - 1) / 2) * 64);
}

function drawCode(pen: Pen, text: string, side: number): void {
  const code = drawer(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dot = side / count;
  pen.translate(330, 200);
  pen.fillStyle = '#fff';
  pen.fillRect(-4 * dot, -4 * dot, side + 8 * dot, side + 8 * dot);
  pen.fillStyle = '#000';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) pen.fillRect(column * dot, row * dot, dot + 0.2, dot + 0.2);
    }
  }
}

function drawLogo(pen: Pen): void {
  pen.globalAlpha = 0.7;
  pen.strokeStyle = '#fff';
  pen.fillStyle = '#fff';
  pen.lineWidth = 5;
  pen.beginPath();
  pen.arc(470, 70, 34, 0, 2 * Math.PI);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(458, 50);
  pen.lineTo(458, 90);
  pen.lineTo(492, 70);
  pen.fill();
}

function drawWords(pen: Pen): void {
  pen.globalAlpha = 0.8;
  pen.fillStyle = '#fff';
  pen.font = '28px subtitle';
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText('短剧天天看', 24, 60);
}

/** A chessboard above, and a crossword of black, white and numbered squares below. */
function drawBoards(pen: Pen): void {
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      pen.fillStyle = (row + column) % 2 === 0 ? '#fff' : '#000';
      pen.fillRect(150 + column * 30, 80 + row * 30, 30, 30);
      pen.fillStyle = (row * 5 + column * 3) % 4 === 0 ? '#000' : '#fff';
      pen.fillRect(150 + column * 30, 360 + row * 30, 29, 29);
    }
  }
  // The three corners of a code, and nothing else of one.
  for (const [x, y] of [
    [420, 80],
    [490, 80],
    [420, 150],
  ] as const) {
    pen.fillStyle = '#fff';
    pen.fillRect(x - 4, y - 4, 50, 50);
    pen.fillStyle = '#000';
    pen.fillRect(x, y, 42, 42);
    pen.fillStyle = '#fff';
    pen.fillRect(x + 6, y + 6, 30, 30);
    pen.fillStyle = '#000';
    pen.fillRect(x + 12, y + 12, 18, 18);
  }
}

const shown = { start: 3, end: 7 };
const all = { start: 0, end: seconds };
const dialogue = (text: string, start = 2, end = 5): Partial<EpisodePlan> => ({ subtitles: [{ start, end, text }] });

const code = 'https://u.wechat.com/EAbc123';

/** Six defects and seven look-alikes. */
export const baitClips: readonly BaitClip[] = [
  {
    name: 'qr-code',
    defect: { rule: 'qrCode', start: 4, end: 6, matched: code },
    // 8.5 % of the width at full size.
    plan: plan({ start: 4, end: 6, scale: 2 }, (pen) => drawCode(pen, code, 46)),
  },
  {
    name: 'phone-on-card',
    defect: { rule: 'contactAsked', ...shown },
    plan: plan(shown, (pen) => card(pen, ['招商热线', '13800138000'])),
  },
  {
    name: 'wechat-full-width',
    defect: { rule: 'contactAsked', ...shown },
    plan: plan(shown, (pen) => card(pen, ['微信ｚｈｕｉｊｕ８８８'])),
  },
  {
    name: 'web-address',
    defect: { rule: 'contactAsked', ...shown },
    plan: plan(shown, (pen) => card(pen, ['www.zhuiju888.com'])),
  },
  { name: 'corner-logo', defect: { rule: 'standingMark', ...all }, plan: plan(all, drawLogo) },
  {
    name: 'text-watermark',
    // Twenty seconds: what stands for less is no watermark.
    defect: { rule: 'standingText', start: 0, end: 2 * seconds, matched: '短剧天天看' },
    plan: plan({ start: 0, end: 2 * seconds }, drawWords, {
      shots: [...hues, ...hues.map((hue) => hue + 30)].map((hue) => ({ seconds: shotSeconds, hue })),
    }),
  },
  { name: 'chessboard', defect: null, plan: plan(shown, drawBoards) },
  { name: 'price', defect: null, plan: plan(shown, (pen) => card(pen, ['今日特价', '138.00元'])) },
  { name: 'number-plate', defect: null, plan: plan(shown, (pen) => card(pen, ['豫A·13800'])) },
  { name: 'date', defect: null, plan: plan(shown, (pen) => card(pen, ['2026年12月1日'])) },
  { name: 'order-number-said', defect: null, plan: plan(all, () => undefined, dialogue('订单号13912345678别弄错')) },
  { name: 'id-number-said', defect: null, plan: plan(all, () => undefined, dialogue('410723199001011234')) },
  { name: 'long-subtitle', defect: null, plan: plan(all, () => undefined, dialogue('这一等就是整整十年', 0.5, 10.3)) },
];

/** Makes the clips, each an episode in its order. */
export async function makeBaitClips(folder: string): Promise<void> {
  for (const [index, { name, plan }] of baitClips.entries()) {
    await makeEpisode(join(folder, `${String(index + 1).padStart(2, '0')}-${name}.mp4`), plan);
  }
}
