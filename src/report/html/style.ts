/** The page's style: light, dark and print, from 320 px up, without external fonts or images. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --ink: #1a1f26; --soft: #545d69; --line: #d9dee5; --field: #ffffff; --edge: #7d8794;
  --accent: #2456c7; --bar: #2f6bde; --bar-old: #9db7e8;
  --error: #b42318; --error-back: #fdeeec; --warning: #8a4a00; --warning-back: #fdf3e1; --info: #1d5bb8; --info-back: #eaf2fd;
  --clean: #0a6b43; --clean-back: #e8f7ef; --mark: #ffe2a8; --mark-ink: #402800;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1217; --card: #171d25; --ink: #e8ebf0; --soft: #a3adba; --line: #2b333e; --field: #10151b; --edge: #6f7a88;
    --accent: #8fb4ff; --bar: #6a9bff; --bar-old: #3a5587;
    --error: #ff9d92; --error-back: #3a1b19; --warning: #f6c069; --warning-back: #35270f; --info: #97c0ff; --info-back: #182a45;
    --clean: #74d9a5; --clean-back: #10301f; --mark: #5c4310; --mark-ink: #ffe9bf;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
[hidden] { display: none !important; }
.wide { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 14px; background: var(--card); color: var(--ink); border-radius: 8px; z-index: 2; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
header.wide { padding-top: 28px; }
.brand { margin: 0 0 14px; font-size: 14px; color: var(--soft); display: flex; flex-wrap: wrap; gap: 2px 14px; }
.brand b { color: var(--ink); letter-spacing: .01em; }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; padding: 20px 22px; border-radius: 16px; border: 1px solid; }
.verdict .sign { grid-row: span 2; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-size: 24px; font-weight: 700; line-height: 1; border: 2px solid; }
h1 { margin: 0; font-size: clamp(20px, 3.2vw, 27px); line-height: 1.25; letter-spacing: -.01em; }
.verdict p { margin: 0; color: var(--ink); }
.error { color: var(--error); background: var(--error-back); }
.warning, .incomplete, .nothing { color: var(--warning); background: var(--warning-back); }
.info { color: var(--info); background: var(--info-back); }
.clean { color: var(--clean); background: var(--clean-back); }
h2 { margin: 36px 0 12px; font-size: 19px; letter-spacing: -.005em; }
h3 { margin: 26px 0 10px; font-size: 16px; color: var(--soft); font-weight: 600; }
h4 { margin: 0; font-size: 15px; font-weight: 600; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 16px 18px; }
.card + .card { margin-top: 12px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 0 20px; align-items: start; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 10px; margin: 10px 0 0; }
.numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 12px 16px; }
.numbers dt { font-size: 14px; line-height: 1.35; color: var(--soft); }
.numbers dd { margin: 0; font-size: 26px; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.numbers dt small { display: block; font-size: 13px; }
.numbers .loud dd { color: var(--error); }
.since { margin: 22px 0 0; font-size: 14px; color: var(--soft); }
.plain { margin: 0; padding: 0; list-style: none; }
.plain > li + li { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--line); }
.row { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; }
.row b { flex: none; font-variant-numeric: tabular-nums; }
.soft { color: var(--soft); font-size: 14px; }
p { margin: 6px 0; }
code { display: inline-block; font: 13px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); }
summary { cursor: pointer; color: var(--accent); width: fit-content; font-size: 14px; }
details > :not(summary) { margin-top: 8px; }
details ul { margin: 4px 0 0; padding-left: 20px; }
.trend svg { display: block; width: 100%; height: 150px; }
.trend rect.new { fill: var(--bar); } .trend rect.repeated { fill: var(--bar-old); }
.trend rect.part { fill: none; stroke: var(--warning); stroke-width: 1.5; stroke-dasharray: 3 2; }
.trend line { stroke: var(--line); } .trend text { fill: var(--soft); font-size: 11px; text-anchor: middle; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 8px 0 4px; font-size: 14px; color: var(--soft); }
.legend svg { display: inline-block; width: 12px; height: 12px; margin-right: 6px; vertical-align: -1px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; }
#filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px 12px; align-items: end; position: sticky; top: 0; z-index: 1; padding: 12px 0; background: var(--page); }
#filters label { display: block; font-size: 13px; color: var(--soft); }
#filters select, #filters input, #filters button { width: 100%; min-height: 44px; margin-top: 3px; padding: 8px 10px; font: inherit; font-size: 15px; color: var(--ink); background: var(--field); border: 1px solid var(--edge); border-radius: 10px; }
#filters button { cursor: pointer; }
#filters output { grid-column: 1 / -1; font-size: 14px; color: var(--soft); }
.chat { margin-top: 12px; padding: 0; overflow: clip; }
.many .chat { content-visibility: auto; contain-intrinsic-size: auto 200px; }
.chat > h4 { padding: 12px 18px; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
.chat > h4 .soft { font-weight: 400; }
.finding { padding: 14px 18px; }
.finding + .finding { border-top: 1px solid var(--line); }
.what { margin: 0; display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; }
.badge { display: inline-flex; gap: 6px; align-items: center; padding: 1px 10px; border-radius: 999px; font-size: 13px; font-weight: 600; line-height: 1.6; white-space: nowrap; }
.badge.new { color: var(--card); background: var(--ink); } .badge.repeated, .badge.acknowledged { color: var(--soft); border: 1px solid var(--line); }
.excerpt { margin: 10px 0 6px; padding: 8px 14px; border-left: 3px solid var(--line); white-space: pre-wrap; }
.finding.is-error .excerpt { border-color: var(--error); } .finding.is-warning .excerpt { border-color: var(--warning); } .finding.is-info .excerpt { border-color: var(--info); }
mark { color: var(--mark-ink); background: var(--mark); border-radius: 4px; padding: 0 2px; }
mark.hidden { color: var(--warning); background: none; letter-spacing: -1px; padding: 0; }
.facts { margin: 0; font-size: 13.5px; color: var(--soft); }
footer { margin: 40px 0 48px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 14px; color: var(--soft); }
@media (max-width: 560px) {
  .wide { padding: 0 14px; }
  .verdict { padding: 16px; gap: 4px 12px; } .verdict .sign { width: 32px; height: 32px; font-size: 19px; grid-row: span 1; } .verdict p { grid-column: 1 / -1; }
  .numbers { grid-template-columns: 1fr 1fr; } .numbers dd { font-size: 22px; }
  #filters { position: static; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); }
  .card, .chat > h4, .finding { padding-left: 14px; padding-right: 14px; } .chat { padding: 0; }
}
@media print {
  :root {
    --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --bar: #333; --bar-old: #aaa;
    --error: #000; --error-back: #fff; --warning: #000; --warning-back: #fff; --info: #000; --info-back: #fff; --clean: #000; --clean-back: #fff;
    --mark: #eee; --mark-ink: #000;
  }
  body { font-size: 11pt; }
  #filters, .skip { display: none !important; }
  .many .chat { content-visibility: visible; }
  .chat { overflow: visible; }
  .finding, .numbers div, .trend, .verdict { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`
