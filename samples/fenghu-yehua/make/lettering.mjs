import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";
import { titleLines } from "./timeline.mjs";

const require = createRequire(import.meta.url);
const families = {
  Noto: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  NotoMedium: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  XiaoWei: "@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf",
  KuaiLe: "@expo-google-fonts/zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf",
  MaShan: "@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf",
};

export function registerFonts() {
  for (const [family, file] of Object.entries(families))
    GlobalFonts.registerFromPath(require.resolve(file), family);
}

const centre = (context) => {
  context.textAlign = "center";
  context.textBaseline = "middle";
};

/** A burned-in subtitle in the style of its episode; two lines are split at \n. */
export function drawSubtitle(context, { style, size, y }, text, width, height) {
  const lines = text.split("\n");
  const leading = size * 1.36;
  context.save();
  centre(context);
  context.lineJoin = "round";
  context.font = `${size}px ${style === "bar" ? "NotoMedium" : "Noto"}`;
  for (const [index, line] of lines.entries()) {
    const top = height * y + (index - (lines.length - 1) / 2) * leading;
    if (style === "bar") {
      const wide = context.measureText(line).width + size * 1.1;
      context.fillStyle = "rgba(12,14,20,0.58)";
      context.fillRect((width - wide) / 2, top - leading / 2, wide, leading);
      context.fillStyle = "#ffffff";
      context.fillText(line, width / 2, top);
    } else if (style === "shadow") {
      context.shadowColor = "rgba(0,0,0,0.85)";
      context.shadowBlur = 6;
      context.shadowOffsetX = 3;
      context.shadowOffsetY = 4;
      context.fillStyle = "#ffe14a";
      context.fillText(line, width / 2, top);
      context.fillText(line, width / 2, top);
    } else {
      context.strokeStyle = "#000000";
      context.lineWidth = size * 0.16;
      context.strokeText(line, width / 2, top);
      context.fillStyle = "#ffffff";
      context.fillText(line, width / 2, top);
    }
  }
  context.restore();
}

/** The title card: title, episode, filing number, credits and producer over a darkened picture. */
export function drawTitleCard(context, episode, width, height, progress) {
  const [title, name, number, ...rest] = titleLines(episode);
  context.fillStyle = "rgba(8,12,26,0.5)";
  context.fillRect(0, 0, width, height);
  context.save();
  centre(context);
  context.fillStyle = "#fff6e0";
  context.shadowColor = "rgba(0,0,0,0.7)";
  context.shadowBlur = 14;
  context.font = "148px MaShan";
  context.globalAlpha = Math.min(1, progress * 4);
  context.fillText(title, width / 2, height * 0.36);
  context.shadowBlur = 0;
  context.fillStyle = "#d9472f";
  context.fillRect(width / 2 - 150, height * 0.44, 300, 3);
  context.fillStyle = "#fff6e0";
  context.font = "46px XiaoWei";
  context.fillText(name, width / 2, height * 0.49);
  context.globalAlpha = 1;
  context.font = "32px NotoMedium";
  context.fillText(number, width / 2, height * 0.61);
  context.font = "26px NotoMedium";
  for (const [index, line] of rest.entries())
    context.fillText(line, width / 2, height * (0.86 + index * 0.035));
  context.restore();
}

/** The corner logo: a translucent seal with the title beside it. */
export function drawWatermark(context, text, width) {
  context.save();
  context.globalAlpha = 0.62;
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.font = "30px XiaoWei";
  context.shadowColor = "rgba(0,0,0,0.5)";
  context.shadowBlur = 4;
  context.fillStyle = "#ffffff";
  context.fillText(text, width - 34, 62);
  context.strokeStyle = "#ffffff";
  context.lineWidth = 3;
  context.beginPath();
  context.arc(width - 186, 62, 19, 0, 7);
  context.stroke();
  context.beginPath();
  context.moveTo(width - 201, 68);
  context.quadraticCurveTo(width - 188, 44, width - 171, 58);
  context.stroke();
  context.restore();
}

/** The ticket kiosk with its red sign: text that belongs to the scenery. Origin at its lower left corner. */
export function drawKiosk(context, unit) {
  context.save();
  context.scale(unit, unit);
  context.fillStyle = "rgba(20,30,50,0.35)";
  context.fillRect(-8, -6, 300, 16);
  for (let plank = 0; plank < 9; plank += 1) {
    context.fillStyle = plank % 2 ? "#8b6237" : "#9a6e40";
    context.fillRect(plank * 31, -250, 30, 250);
  }
  context.fillStyle = "#22303c";
  context.fillRect(34, -176, 210, 92);
  context.fillStyle = "rgba(255,226,160,0.55)";
  context.fillRect(40, -170, 96, 80);
  context.fillRect(142, -170, 96, 80);
  context.fillStyle = "#5d4025";
  context.fillRect(20, -84, 240, 12);
  context.fillStyle = "#47301c";
  context.beginPath();
  context.moveTo(-34, -318);
  context.lineTo(140, -372);
  context.lineTo(314, -318);
  context.lineTo(314, -300);
  context.lineTo(-34, -300);
  context.fill();
  context.fillStyle = "#b3261e";
  context.fillRect(-10, -298, 300, 62);
  context.strokeStyle = "#f2d487";
  context.lineWidth = 4;
  context.strokeRect(-6, -294, 292, 54);
  centre(context);
  context.font = "37px KuaiLe";
  context.fillStyle = "#fff3d2";
  context.fillText("凤湖游船售票处", 140, -266);
  context.restore();
}

function skin(context, from, to) {
  const gradient = context.createLinearGradient(0, from, 0, to);
  gradient.addColorStop(0, "#f2c6a6");
  gradient.addColorStop(1, "#c98f6e");
  return gradient;
}

/** The hand behind the telephone, with the sleeve. */
function drawPalm(context) {
  context.fillStyle = skin(context, -60, 620);
  context.beginPath();
  context.moveTo(-250, 120);
  context.bezierCurveTo(-290, 330, -190, 470, -150, 560);
  context.lineTo(170, 560);
  context.bezierCurveTo(230, 440, 290, 300, 246, -40);
  context.closePath();
  context.fill();
  context.fillStyle = "#a8752a";
  context.beginPath();
  context.moveTo(-186, 520);
  context.lineTo(204, 520);
  context.lineTo(300, 1100);
  context.lineTo(-280, 1100);
  context.closePath();
  context.fill();
  context.fillStyle = "#8a5d1d";
  context.fillRect(-186, 520, 390, 26);
}

/** A finger that points along `angle` from its root, with a nail. */
function drawFinger(context, x, y, long, thick, angle) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.shadowColor = "rgba(0,0,0,0.35)";
  context.shadowBlur = 10;
  context.fillStyle = skin(
    context,
    Math.cos(angle) < 0 ? thick / 2 : -thick / 2,
    Math.cos(angle) < 0 ? -thick / 2 : thick / 2,
  );
  context.beginPath();
  context.roundRect(-thick * 0.3, -thick / 2, long, thick, thick / 2);
  context.fill();
  context.shadowBlur = 0;
  context.fillStyle = "rgba(255,226,214,0.9)";
  context.beginPath();
  context.roundRect(long - thick * 0.82, -thick * 0.27, thick * 0.44, thick * 0.54, thick * 0.2);
  context.fill();
  context.restore();
}

/** A hand-held telephone with an incoming call; fills most of the frame. */
export function drawPhone(context, caller, width, height, frame) {
  const buzz = frame % 26 < 13 ? Math.sin(frame * 2.6) * 3 : 0;
  context.save();
  context.translate(width / 2 + buzz, height * 0.4);
  context.rotate(-0.06);
  drawPalm(context);
  context.shadowColor = "rgba(0,0,0,0.6)";
  context.shadowBlur = 40;
  context.fillStyle = "#0e1015";
  context.beginPath();
  context.roundRect(-205, -400, 410, 800, 54);
  context.fill();
  context.shadowBlur = 0;
  const screen = context.createLinearGradient(0, -380, 0, 380);
  screen.addColorStop(0, "#2e3b63");
  screen.addColorStop(1, "#101526");
  context.fillStyle = screen;
  context.beginPath();
  context.roundRect(-188, -384, 376, 768, 42);
  context.fill();
  centre(context);
  context.fillStyle = "#7d89ad";
  context.beginPath();
  context.arc(0, -190, 62, 0, 7);
  context.fill();
  context.fillStyle = "#c9d1ea";
  context.beginPath();
  context.arc(0, -206, 22, 0, 7);
  context.arc(0, -140, 40, Math.PI, 0);
  context.fill();
  context.fillStyle = "#ffffff";
  context.font = "44px NotoMedium";
  context.fillText(caller, 0, -80);
  context.fillStyle = "#aab4d4";
  context.font = "26px NotoMedium";
  context.fillText("来电中…", 0, -30);
  for (const [x, colour, angle] of [
    [-95, "#e0453a", 2.36],
    [95, "#3fb45b", 0],
  ]) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, 250, 50 + (angle ? 0 : Math.sin(frame * 0.3) * 4), 0, 7);
    context.fill();
    context.save();
    context.translate(x, 250);
    context.rotate(angle);
    context.strokeStyle = "#ffffff";
    context.lineWidth = 11;
    context.lineCap = "round";
    context.beginPath();
    context.arc(14, -14, 30, Math.PI * 0.56, Math.PI * 0.94);
    context.stroke();
    context.restore();
  }
  for (let finger = 0; finger < 4; finger += 1)
    drawFinger(
      context,
      214,
      -14 + finger * 84,
      130 - Math.abs(finger - 1) * 12,
      66,
      Math.PI - 0.12 + finger * 0.05,
    );
  drawFinger(context, -232, 190, 210, 82, -1.05);
  context.restore();
}
