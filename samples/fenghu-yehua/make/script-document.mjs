import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { cast, scenes, series } from "./story.mjs";
import { episodes } from "./episodes.mjs";

const written = "2026-09-15T08:00:00Z";
const font = { ascii: "Times New Roman", eastAsia: "SimSun", hAnsi: "Times New Roman" };
const run = (text, more = {}) => new TextRun({ text, font, size: 24, ...more });
const line = (text, more = {}) =>
  new Paragraph({ children: [run(text, more.run)], spacing: { line: 360, after: 80 }, ...more });

function sceneParagraphs(scene) {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      spacing: { before: 280, after: 100 },
      children: [
        run(`${scene.id} ${scene.time} ${scene.side} ${scene.place}`, { bold: true, size: 26 }),
      ],
    }),
    line(`人物：${scene.people.join("、")}`),
    ...scene.beats.map((beat) =>
      beat.act
        ? line(`△${beat.act}`)
        : line(`${beat.who}${beat.note ? `（${beat.note}）` : ""}：${beat.text}`),
    ),
  ];
}

/** The script as a Word file. The date inside is fixed, so that the file is the same in every run. */
export async function scriptDocument() {
  const centred = { alignment: AlignmentType.CENTER };
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      ...centred,
      spacing: { after: 200 },
      children: [run(`《${series.title}》`, { bold: true, size: 44 })],
    }),
    line(`出品：${series.producer}`, centred),
    line(`编剧：${series.writer}　导演：${series.director}`, centred),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 240, after: 100 },
      children: [run("人物小传", { bold: true, size: 30 })],
    }),
    ...cast.map(([name, text]) => line(`${name}——${text}`)),
    ...episodes.flatMap((episode) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 360, after: 100 },
        children: [
          run(`第${"一二三"[episode.number - 1]}集 ${episode.name}`, { bold: true, size: 30 }),
        ],
      }),
      ...scenes
        .filter((scene) => scene.id.startsWith(`${episode.number}-`))
        .flatMap(sceneParagraphs),
    ]),
  ];
  const RealDate = globalThis.Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length ? given : [written]));
    }
    static now() {
      return RealDate.parse(written);
    }
  };
  try {
    return await Packer.toBuffer(
      new Document({ title: series.title, creator: series.producer, sections: [{ children }] }),
    );
  } finally {
    globalThis.Date = RealDate;
  }
}
