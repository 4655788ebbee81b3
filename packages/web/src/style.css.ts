// Text against its ground is 4.5 : 1 or better in both schemes; the browser test measures it.
const colours = `
:root {
  color-scheme: light dark;
  --ground: #f2f4f7; --sheet: #ffffff; --raised: #f8f9fb; --line: #d5dae1;
  --ink: #1a2230; --quiet: #566072; --accent: #174a84; --accent-ground: #eaf1f9; --mark: #ffe58a; --mark-ink: #2b2100;
  --pass: #0d6b3c; --pass-ground: #e4f4eb; --fail: #b3201f; --fail-ground: #fdebea;
  --open: #8a4b00; --open-ground: #fdf1de; --review: #5b3aa6; --review-ground: #f0ebfb;
  --idle: #566072; --idle-ground: #eef0f3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10141b; --sheet: #181e27; --raised: #1f2631; --line: #36404e;
    --ink: #e8ecf2; --quiet: #a5b0c0; --accent: #8fbdf2; --accent-ground: #1a2d45; --mark: #6b5200; --mark-ink: #fff3c9;
    --pass: #74d3a0; --pass-ground: #163025; --fail: #ff9d97; --fail-ground: #3a1c1f;
    --open: #f3bd6b; --open-ground: #352818; --review: #c3aef8; --review-ground: #2a2542;
    --idle: #a5b0c0; --idle-ground: #252c37;
  }
}
`;

const ground = `
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
}
/* Latin quotation marks are as wide as a Han character in the fonts above. */
html:lang(en) body { font-family: system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.sheet { max-width: 1040px; margin: 0 auto; padding: 0 24px 48px; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure, blockquote { margin: 0; }
h2 { font-size: 1.375rem; line-height: 1.4; margin-bottom: 16px; padding-left: 12px; border-left: 4px solid var(--accent); }
h3 { font-size: 1.125rem; line-height: 1.5; }
h4 { font-size: .9375rem; }
h5 { font-size: 1rem; line-height: 1.6; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 8px; top: -60px; padding: 8px 16px; background: var(--sheet); z-index: 2; }
.skip:focus { top: 8px; }
.quiet { color: var(--quiet); }
.small { display: block; font-size: .8125rem; font-weight: 400; color: var(--quiet); }
.file { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .9375rem; }
.label { font-size: .875rem; font-weight: 600; color: var(--quiet); }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
.cards { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.part { margin-top: 48px; scroll-margin-top: 56px; }
.group { font-weight: 600; margin: 20px 0 10px; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: currentColor; }
.icon .mark { fill: none; stroke: var(--sheet); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.icon .dashed { fill: none; stroke: currentColor; stroke-width: 2.4; stroke-dasharray: 3.4 2.6; }
.badge { display: inline-flex; align-items: center; gap: 6px; padding: 2px 12px 2px 8px; border-radius: 999px; font-weight: 700; font-size: .9375rem; }
.badge > span { min-width: 0; }
.tag { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 4px; font-size: .8125rem; color: var(--accent); }
.tone-pass { color: var(--pass); background: var(--pass-ground); }
.tone-fail, .tone-violation { color: var(--fail); background: var(--fail-ground); }
.tone-open, .tone-warning { color: var(--open); background: var(--open-ground); }
.tone-review { color: var(--review); background: var(--review-ground); }
.tone-info { color: var(--accent); background: var(--accent-ground); }
.tone-notApplicable { color: var(--idle); background: var(--idle-ground); }
.edge-pass { border-left: 5px solid var(--pass); }
.edge-fail, .edge-violation { border-left: 5px solid var(--fail); }
.edge-open, .edge-warning { border-left: 5px solid var(--open); }
.edge-review { border-left: 5px solid var(--review); }
.edge-info { border-left: 5px solid var(--accent); }
.edge-notApplicable { border-left: 5px dashed var(--idle); }
:target.card { box-shadow: 0 0 0 3px var(--accent); }
`;

const head = `
.page-head { background: var(--sheet); border: 1px solid var(--line); border-top: 6px solid var(--accent); border-radius: 0 0 8px 8px; padding: 32px 40px 36px; }
.report-kind { color: var(--accent); font-weight: 600; letter-spacing: .12em; }
h1 { font: 700 2.25rem/1.35 "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; margin: 4px 0 20px; }
.identity { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 10px 24px; padding: 16px 0; border: solid var(--line); border-width: 1px 0; }
.identity dt { font-size: .8125rem; color: var(--quiet); line-height: 1.4; }
.outcome { margin-top: 24px; }
.next { padding: 14px 20px; border-radius: 8px; background: var(--accent-ground); font-size: 1.125rem; font-weight: 600; }
.next .label { display: inline-block; margin-right: 8px; padding: 1px 10px; border-radius: 4px; background: var(--accent); color: var(--sheet); }
.sentence { margin: 18px 0 14px; font-size: 1.25rem; font-weight: 700; line-height: 1.6; }
.steps { padding-left: 1.6em; }
.steps li { margin: 3px 0; }
.steps a { color: inherit; text-decoration-color: var(--line); }
.contents { position: sticky; top: 0; z-index: 1; margin: 0 -24px; padding: 8px 24px; background: var(--ground); border-bottom: 1px solid var(--line); }
.contents ul { display: flex; gap: 4px 8px; list-style: none; padding: 0; overflow-x: auto; }
.contents a { display: block; padding: 6px 12px; white-space: nowrap; text-decoration: none; border-radius: 6px; }
.contents a:hover { background: var(--accent-ground); }
.count { color: var(--quiet); font-size: .875rem; }
.page-footer { margin-top: 56px; padding-top: 20px; border-top: 1px solid var(--line); color: var(--quiet); }
`;

const parts = `
.alarm { padding: 24px; border: 2px solid var(--fail); border-radius: 8px; background: var(--sheet); }
.alarm h2 { border-color: var(--fail); color: var(--fail); margin-bottom: 8px; }
.problems { list-style: none; padding: 0; }
.problems li { display: flex; gap: 12px; padding: 12px 0; border-top: 1px solid var(--line); }
.problems li:first-child { margin-top: 12px; }
.problems .icon { color: var(--fail); margin-top: .25em; }
.problems .file { font-weight: 700; }
.loud { display: flex; gap: 10px; align-items: flex-start; margin-bottom: 16px; padding: 12px 16px; border: 2px solid var(--fail); border-radius: 8px; color: var(--fail); background: var(--fail-ground); font-weight: 700; }
.loud .icon { margin-top: .25em; }

.verdict { padding: 20px 24px; scroll-margin-top: 64px; }
.verdict header { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 14px; align-items: center; }
.verdict header .article { grid-column: 1 / -1; color: var(--quiet); }
.verdict h4 { margin: 14px 0 2px; }
.verdict ul, .verdict ol { padding-left: 1.5em; }
.cap { margin-top: 8px; }
.cap strong { font-size: 1.125rem; }
.missing { margin-top: 14px; padding: 10px 16px 12px; border-radius: 6px; background: var(--open-ground); }
.missing h4 { margin-top: 0; color: var(--open); }
.edge-review .missing { background: var(--review-ground); }
.edge-review .missing h4 { color: var(--review); }
.deciding { margin-top: 14px; padding: 2px 16px 10px; border-left: 3px solid var(--line); }
.steps .line { display: block; }
.verbatim { margin: 14px 0 8px; }
summary { cursor: pointer; color: var(--accent); }
blockquote { margin-top: 6px; padding: 8px 14px; border-left: 3px solid var(--line); background: var(--raised); white-space: pre-line; }
.idle { margin-top: 20px; }
.idle > summary { margin-bottom: 12px; }

.ratio { padding: 20px 24px; margin-bottom: 16px; }
.ratio figcaption { font-size: 1.125rem; font-weight: 700; margin-bottom: 12px; }
.scale { display: block; overflow: visible; }
.track { fill: var(--idle-ground); stroke: var(--line); }
.certain { fill: var(--accent); }
.hatch-ground { fill: var(--accent-ground); }
.hatch { fill: var(--accent); }
.grid { stroke: var(--quiet); stroke-opacity: .55; stroke-dasharray: 2 3; }
.bound { stroke: var(--ink); stroke-width: 2.5; }
.ticks { display: flex; justify-content: space-between; font-size: .8125rem; color: var(--quiet); }
.ticks span { width: 0; display: flex; justify-content: center; white-space: nowrap; overflow-wrap: normal; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-top: 8px; font-size: .875rem; }
.key { display: inline-flex; align-items: center; gap: 8px; }
.swatch { width: 28px; height: 14px; border: 1px solid var(--accent); }
.threshold { stroke: var(--fail); stroke-width: 2.5; stroke-dasharray: 5 3; }
.swatch-threshold { height: 0; border: 0; border-top: 3px dashed var(--fail); }
.swatch-certain { background: var(--accent); }
.swatch-possible { background: repeating-linear-gradient(135deg, var(--accent) 0 3px, var(--accent-ground) 3px 7px); }
.settle { margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--line); }
.settle dt { font-weight: 700; }
.settle dd + dt, .settle div + div { margin-top: 8px; }

table { width: 100%; border-collapse: separate; border-spacing: 0; }
th, td { padding: 10px 16px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: .875rem; color: var(--quiet); background: var(--raised); white-space: nowrap; }
thead th:first-child { border-top-left-radius: 8px; }
thead th:last-child { border-top-right-radius: 8px; }
.value { font-variant-numeric: tabular-nums; font-weight: 600; }
.settle-line { color: var(--open); }
.status-failed { background: var(--fail-ground); }
.status-ok .badge, .status-skipped .badge, .cell-runTime { white-space: nowrap; }
.cell-picture { width: 92px; }
.cell-length, .cell-size, .cell-fps { white-space: nowrap; font-variant-numeric: tabular-nums; }

.verdicts { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
.batch-head { padding: 32px 0 20px; }
.batch-head h1 { margin: 0 0 8px; }
.batch pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: .875rem; }
.batch td { font-variant-numeric: tabular-nums; }

.toolbar { display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; margin-bottom: 16px; padding: 10px 16px; border-radius: 8px; background: var(--raised); border: 1px solid var(--line); }
.toolbar select, .toolbar input[type=search] { font: inherit; max-width: 100%; padding: 3px 8px; color: inherit; background: var(--sheet); border: 1px solid var(--quiet); border-radius: 4px; }
.toolbar input[type=checkbox] { width: 1.1em; height: 1.1em; vertical-align: -.15em; accent-color: var(--accent); }
.toolbar label { display: flex; flex-wrap: wrap; gap: 0 6px; align-items: center; max-width: 100%; min-width: 0; }
.toolbar output { color: var(--quiet); }
.level-group + .level-group { margin-top: 32px; }
.level-group > h3 { margin-top: 8px; }
.place-group { margin-top: 12px; }
.place-group h4::first-letter, .episodes tbody th::first-letter { text-transform: uppercase; }
.place-group h4 { margin-bottom: 8px; color: var(--quiet); }
.finding { display: flex; gap: 20px; padding: 16px 20px; scroll-margin-top: 64px; }
.finding .body { flex: 1; min-width: 0; }
.frames { flex: none; width: 116px; display: grid; gap: 8px; align-content: start; }
.frames:has(details[open]) { width: min(360px, 50%); }
.spot { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin-bottom: 6px; }
.time { font-weight: 700; font-variant-numeric: tabular-nums; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0 2px; border-radius: 2px; font-weight: 600; }
.matched, .standards, .finding .small { margin-top: 8px; }
.picture summary { display: block; list-style: none; font-size: .75rem; text-align: center; cursor: zoom-in; }
.picture summary::-webkit-details-marker { display: none; }
.picture[open] summary { cursor: zoom-out; }
.picture svg { display: block; width: 100%; height: auto; max-height: 210px; border-radius: 4px; background: #000; }
.picture[open] svg { max-height: 80vh; }
.when-open, .picture[open] .when-closed { display: none; }
.picture[open] .when-open { display: inline; }
.picture-note { padding: 16px 6px; font-size: .8125rem; text-align: center; color: var(--quiet); background: var(--raised); border: 1px dashed var(--line); border-radius: 4px; }
.cell-picture .picture svg { max-height: 108px; }
.cell-picture .picture[open] { width: 240px; }
.cell-picture .picture[open] svg { max-height: 70vh; }
.cell-picture .picture-note { padding: 8px 4px; }
.picture-store { position: absolute; }
`;

const phone = `
@media (max-width: 640px) {
  .sheet { padding: 0 12px 32px; }
  .page-head { padding: 20px 16px 24px; }
  h1 { font-size: 1.75rem; margin-bottom: 14px; }
  .identity { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 12px; }
  .next { padding: 12px 14px; font-size: 1.0625rem; }
  .next .label { display: table; margin-bottom: 4px; }
  .sentence { font-size: 1.125rem; }
  .contents { margin: 0 -12px; padding: 4px 12px; }
  .contents a { padding: 6px 8px; }
  .part { margin-top: 36px; }
  .alarm { padding: 16px; }
  .verdict, .ratio { padding: 16px; }
  .verdict header { grid-template-columns: minmax(0, 1fr); justify-items: start; }
  .finding { padding: 14px; gap: 14px; }
  .frames { width: 84px; }
  .finding:has(.picture[open]) { flex-direction: column; }
  .frames:has(details[open]) { width: 100%; }
  .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; width: auto; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { padding: 10px 14px; border-top: 1px solid var(--line); }
  .stacked tbody tr:first-child { border-top: 0; }
  .stacked th, .stacked td { padding: 3px 0; border: 0; }
  .stacked td::before { content: attr(data-label) " "; color: var(--quiet); font-weight: 400; margin-right: 6px; }
  .stacked .cell-picture { width: 84px; float: right; margin-left: 12px; }
  .stacked .cell-picture::before { content: none; }
  .stacked .cell-picture:has(details[open]) { float: none; width: 100%; margin: 0; }
  .stacked tr::after { content: ""; display: block; clear: both; }
}
`;

const print = `
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  :root {
    color-scheme: light;
    --ground: #fff; --sheet: #fff; --raised: #f8f9fb; --line: #c4cad3;
    --ink: #000; --quiet: #444c59; --accent: #174a84; --accent-ground: #eaf1f9; --mark: #ffe58a; --mark-ink: #000;
    --pass: #0d6b3c; --pass-ground: #e4f4eb; --fail: #b3201f; --fail-ground: #fdebea;
    --open: #8a4b00; --open-ground: #fdf1de; --review: #5b3aa6; --review-ground: #f0ebfb;
    --idle: #566072; --idle-ground: #eef0f3;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5pt; line-height: 1.55; }
  .sheet { max-width: none; padding: 0; }
  .page-head { padding: 12px 0 0; border-width: 4px 0 0; border-radius: 0; }
  h1 { font-size: 22pt; }
  .identity { grid-template-columns: repeat(3, 1fr); }
  .contents, .skip, .toolbar, .when-open, .picture[open] .when-open, .when-closed { display: none !important; }
  .part { margin-top: 24px; }
  .finding[hidden], .place-group[hidden], .level-group[hidden] { display: revert !important; }
  .finding, .finding[hidden] { display: flex !important; }
  .finding, .verdict, .problems li, tr, .ratio, blockquote { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .idle > summary { list-style: none; color: inherit; font-weight: 600; }
  h2, h3, h4, h5, .group, .verdict header { break-after: avoid; }
  .finding, .verdict, .ratio { padding: 10px 14px; }
  .frames, .frames:has(details[open]) { width: 84px; }
  .picture svg, .picture[open] svg { max-height: 150px; }
  .cell-picture .picture[open] { width: auto; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .verbatim > summary { color: var(--quiet); list-style: none; }
  thead { display: table-header-group; }
}
`;

/** The style sheet of the report page: light, dark, phone and print. */
export const style = [colours, ground, head, parts, phone, print].join('');
