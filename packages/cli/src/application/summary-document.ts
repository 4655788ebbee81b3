import { formatTime, seriesKindWords, toolVersion, type Finding } from '@shenpian/core';
import { yuanText, type Ledger } from '@shenpian/plugin-expense-ledger';
import type { Paragraph, Table } from 'docx';
import { documentsFor, shownFacts, type Application } from './application.ts';
import { documentParts, fonts, type DocumentParts } from './document-parts.ts';
import type { ShotList } from './shot-list.ts';
import {
  eligibilityWords,
  factText,
  lengthText,
  localityWord,
  numberText,
  percentText,
  verdictWords,
} from './wording.ts';

type Part = Paragraph | Table;

/** Findings and lines that fit into a summary; all are in the report and the ledger. */
const shownRows = 40;

const footerNote = ' 页　由审片工具生成，不代表评审结论';

/** The application summary 申报摘要 as .docx. */
export async function summaryDocument(application: Application): Promise<Uint8Array> {
  const docx = await import('docx');
  const parts = documentParts(docx);
  const { series, clause } = application;
  const name = series.event?.name ?? series.title;
  const document = new docx.Document({
    title: `${name} ${clause.article} 申报摘要`,
    creator: `shenpian ${toolVersion}`,
    description: '由审片工具根据所交文件生成，不代表评审结论。',
    styles: {
      default: { document: { run: { font: fonts, size: 21 } } },
      paragraphStyles: [{ id: 'Note', name: 'Note', run: { font: fonts, size: 16, color: '666666' } }],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1200, left: 1418, right: 1418 } },
        },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                alignment: docx.AlignmentType.CENTER,
                // The style of the paragraph, not of the run: page numbers lose the latter in LibreOffice.
                style: 'Note',
                children: [
                  new docx.TextRun({
                    children: ['第 ', docx.PageNumber.CURRENT, ' 页，共 ', docx.PageNumber.TOTAL_PAGES, footerNote],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...firstPage(application, parts),
          ...clauseText(application, parts),
          ...factTable(application, parts),
          ...(application.shots === null ? [] : shotParts(application, application.shots, parts)),
          ...(application.ledger === null ? [] : ledgerParts(application.ledger, parts)),
          ...stillParts(application, parts),
          ...noticeParts(application, parts),
          ...documentList(application, parts),
          ...originParts(application, parts),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

const given = (value: string | null): string => (value === null || value === '' ? '未填写' : value);

function firstPage({ series, report, loaded, clause, verdict, date }: Application, parts: DocumentParts): Part[] {
  const { pack } = loaded;
  const { event } = series;
  const seconds = report.inputs.reduce((sum, input) => sum + input.seconds, 0);
  const status = clause.status ?? pack.status;
  const needs = clause.needs.map(({ type, label, from }) => {
    const documents = documentsFor(series, type);
    return [
      label['zh-CN'],
      from['zh-CN'],
      documents.length === 0
        ? '缺'
        : documents.map(({ path, issued }) => `已交：${path}${issued === null ? '' : `（${issued}）`}`).join('\n'),
    ];
  });
  const missing = verdict.missing.map((text) => text['zh-CN']);
  return [
    parts.title(`${event === null ? `《${series.title}》` : event.name}申报摘要`),
    parts.paragraph(`${clause.article}　${clause.title['zh-CN']}`, { size: 26, centred: true }),
    parts.pairs([
      ['申报单位', given(series.producer.name)],
      ['制作许可证', given(series.producer.licence)],
      ...(event === null
        ? ([
            ['剧名', series.title],
            ['类型', seriesKindWords[series.kind]['zh-CN']],
            [
              '集数与时长',
              report.inputs.length === 0 ? '未提交视频' : `${report.inputs.length} 集，共 ${lengthText(seconds)}`,
            ],
            ['备案号', given(series.filing.number)],
            ['备案日期', given(series.filing.date)],
            ['投资额', series.investment === null ? '未填写' : `${numberText(series.investment)} 元`],
            ['上线平台', given(series.release.platforms.join('、'))],
          ] as const)
        : ([
            ['活动名称', event.name],
            ['举办地点', given(event.place)],
            [
              '举办日期',
              event.start === null && event.end === null ? '未填写' : `${event.start ?? '?'} 至 ${event.end ?? '?'}`,
            ],
          ] as const)),
      ['依据文件', `${pack.source.document}${status === 'draft' ? '（征求意见稿，尚未施行）' : ''}`],
      [
        '条款上限',
        clause.cap === null
          ? '条款未写金额'
          : `最高不超过 ${numberText(clause.cap)} 元；是否资助、资助多少由主管部门评审决定`,
      ],
      ['工具判定', `${verdictWords[verdict.verdict]}（按 ${date} 的规则）`],
    ]),
    parts.heading('尚缺与待认定事项'),
    ...(missing.length === 0
      ? [
          parts.paragraph(
            verdict.verdict === 'fail' ? '按现有材料，条款的条件不成立，见“判定依据”。' : '没有发现缺项。',
          ),
        ]
      : parts.bullets(missing)),
    ...(report.problems.length === 0
      ? []
      : [
          parts.heading('没有读到的材料'),
          ...parts.bullets(report.problems.slice(0, shownRows).map(({ message }) => message['zh-CN'])),
        ]),
    ...(needs.length === 0
      ? []
      : [parts.heading('条款要求的证明材料'), parts.grid(['材料', '由谁提供', '状态'], needs, [46, 22, 32])]),
  ];
}

function clauseText({ clause, verdict, loaded }: Application, parts: DocumentParts): Part[] {
  return [
    parts.heading('条款原文', true),
    parts.paragraph(clause.text),
    parts.paragraph(`出处：${loaded.pack.source.document}${clause.article}`, { size: 18, color: '555555' }),
    parts.heading('判定依据'),
    ...parts.bullets(verdict.because.map((text) => text['zh-CN'])),
  ];
}

function factTable(application: Application, parts: DocumentParts): Part[] {
  const { report } = application;
  const ids = shownFacts(application);
  if (ids.length === 0) return [];
  const rows = ids.map((id) => {
    const { label, unit } = report.factLabels[id] ?? { label: { 'zh-CN': id }, unit: '' };
    return [label['zh-CN'], factText(report.facts[id], unit)];
  });
  return [parts.heading('测得的事实'), parts.grid(['事实', '值'], rows, [34, 66])];
}

function shotParts({ report }: Application, shots: ShotList, parts: DocumentParts): Part[] {
  const placed = shots.places.map(({ name, district, locality, shots: own, seconds, photos }) => [
    name,
    given(district),
    localityWord(locality),
    [...new Set(own.map(({ episode }) => episode))].join('、') || '—',
    String(own.length),
    lengthText(seconds),
    shots.seconds === 0 ? '—' : percentText(seconds / shots.seconds),
    String(photos),
  ]);
  const unplaced = shots.shots.filter(({ place }) => place === null);
  const rest = unplaced.reduce((sum, { start, end }) => sum + end - start, 0);
  const ratio = report.facts['local-scene-ratio'];
  return [
    parts.heading('取景地'),
    parts.grid(
      ['取景地', '所在区域', '判断', '集', '镜头', '时长', '占比', '照片'],
      [
        ...placed,
        [
          '（未对应到取景地）',
          '—',
          '未知',
          '—',
          String(unplaced.length),
          lengthText(rest),
          percentText(shots.seconds === 0 ? 0 : rest / shots.seconds),
          '—',
        ],
      ],
      [20, 16, 8, 12, 8, 15, 13, 8],
    ),
    parts.paragraph(
      `示范区取景比例：${factText(ratio, 'ratio')}。“判断”依据 drama.yaml 的取景地表和人工认定；逐个镜头见“取景镜头表.xlsx”。`,
      { size: 19 },
    ),
  ];
}

function ledgerParts(ledger: Ledger, parts: DocumentParts): Part[] {
  const rows = ledger.categories.categories.map(({ id, name }) => {
    const own = ledger.lines.filter(({ cost }) => cost?.id === id);
    const sum = (kind: 'eligible' | 'undecided' | 'ineligible'): string =>
      yuanText(own.filter(({ eligibility }) => eligibility === kind).reduce((total, { fen }) => total + (fen ?? 0), 0));
    return [name['zh-CN'], String(own.length), sum('eligible'), sum('undecided'), sum('ineligible')];
  });
  const none = ledger.lines.filter(({ cost }) => cost === null);
  const noneOf = (kind: string): string =>
    yuanText(none.filter(({ eligibility }) => eligibility === kind).reduce((total, { fen }) => total + (fen ?? 0), 0));
  const problems = ledger.lines.filter(({ problem }) => problem).slice(0, shownRows);
  return [
    parts.heading('费用台账'),
    parts.grid(
      ['类别', '笔数', '可计入（元）', '待核实（元）', '不可计入（元）'],
      [
        ...rows,
        ['未归入类别', String(none.length), noneOf('eligible'), noneOf('undecided'), noneOf('ineligible')],
        [
          '合计',
          String(ledger.lines.length),
          yuanText(ledger.sums.eligible),
          yuanText(ledger.sums.undecided),
          yuanText(ledger.sums.ineligible),
        ],
      ],
      [28, 12, 20, 20, 20],
    ),
    parts.paragraph(
      `申报合计 ${ledger.claimed === null ? '未知（有金额无法识别）' : `${yuanText(ledger.claimed)} 元`}；有问题的 ${ledger.problems} 行。逐行见“费用台账.xlsx”。`,
      { size: 19 },
    ),
    ...(problems.length === 0
      ? []
      : [
          parts.grid(
            ['行', '项目', '金额（元）', '处理', '原因'],
            problems.map(({ at, item, fen, amount, eligibility, reasons }) => [
              String(at.row ?? ''),
              item,
              fen === null ? amount : yuanText(fen),
              eligibilityWords[eligibility],
              reasons.map((reason) => reason['zh-CN']).join('\n'),
            ]),
            [7, 20, 16, 12, 45],
          ),
        ]),
  ];
}

function stillParts({ stills }: Application, parts: DocumentParts): Part[] {
  return stills.length === 0 ? [] : [parts.heading('画面'), parts.pictures(stills)];
}

function noticeParts({ report, ledger }: Application, parts: DocumentParts): Part[] {
  // Those of the ledger stand beside its lines.
  const serious = report.findings.filter(
    ({ level, checker }) => level !== 'info' && !(ledger !== null && checker === 'expense-ledger'),
  );
  if (serious.length === 0) return [];
  const rows = serious
    .slice(0, shownRows)
    .map((finding) => [finding.level === 'violation' ? '违规' : '提醒', placeText(finding), finding.message['zh-CN']]);
  const more = serious.length - rows.length;
  return [
    parts.heading('检查中的违规与提醒'),
    parts.grid(['级别', '位置', '内容'], rows, [10, 25, 65]),
    ...(more > 0 ? [parts.paragraph(`另有 ${more} 条，见 report.json。`, { size: 19 })] : []),
  ];
}

function placeText({ at }: Finding): string {
  if ('episode' in at) return `第 ${at.episode} 集 ${formatTime(at.start)}`;
  if ('script' in at) return `${at.script} 第 ${at.line} 行`;
  return at.row === undefined ? at.document : `${at.document} 第 ${at.row} 行`;
}

function documentList({ documents }: Application, parts: DocumentParts): Part[] {
  if (documents.length === 0) return [parts.heading('随附材料'), parts.paragraph('没有随附材料。')];
  return [
    parts.heading('随附材料'),
    parts.grid(
      ['材料', '文件', '签发日期', 'SHA-256'],
      documents.map(({ kind, copy, issued, sha256 }) => [kind, copy, issued ?? '—', sha256]),
      [20, 30, 14, 36],
    ),
  ];
}

function originParts({ report, loaded, series }: Application, parts: DocumentParts): Part[] {
  const inputs = [...report.inputs, ...series.scripts].map(({ path, sha256 }) => [path, sha256]);
  return [
    parts.heading('来源与核对'),
    ...(inputs.length === 0 ? [] : [parts.grid(['检查的视频与剧本', 'SHA-256'], inputs, [45, 55])]),
    parts.paragraph(
      `审片 ${report.tool.version}，政策包 ${loaded.pack.id}（政策文本 SHA-256 ${loaded.pack.source.sha256}），生成于 ${report.generatedAt}。`,
      { size: 19 },
    ),
    parts.paragraph(
      '本材料夹的全部文件列在 SHA256SUMS 中，在该文件夹运行 sha256sum -c SHA256SUMS 可核对有无改动；manifest.json 另记录输入文件、工具与政策包的版本和校验值。',
      { size: 19 },
    ),
    parts.heading('声明'),
    parts.paragraph(
      '本摘要由工具根据所交文件生成，记录了查到的事实和尚缺的材料，不代表主管部门的评审结论。申报单位对所交材料的真实性负责。',
    ),
    parts.pairs([
      ['申报单位（盖章）', '\n'],
      ['负责人（签字）', '\n'],
      ['日期', '　　　　年　　月　　日'],
    ]),
  ];
}
