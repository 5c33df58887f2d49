/** The style sheet of the HTML report: light and dark, narrow and wide, screen and paper. Contrast is at least 4.5:1 for text. */
export const style = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f5f6f8; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --link: #0a57c2; --focus: #0a57c2;
  --good: #1a7f37; --mild: #0e6f84; --warn: #9a5b00; --bad: #b3261e; --worse: #8c1d6f; --none: #5c6570; --mark: #ffe2dd; --added: #dafbe1; --removed: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1318; --raised: #191f27; --ink: #e6eaf0; --soft: #a3adb8; --line: #38414c; --link: #82b6ff; --focus: #82b6ff;
  --good: #56d364; --mild: #5cc8de; --warn: #e3b341; --bad: #ff8f85; --worse: #f49ad9; --none: #9aa4af; --mark: #5a1f1b; --added: #12351d; --removed: #4a1d1a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 1.5rem 0 .25rem; } h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; } h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1; }
code, pre { font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; } code { overflow-wrap: anywhere; }
.lead { margin: 0; color: var(--soft); }
.verdict { display: inline-block; padding: 0 .6rem; border-radius: 1rem; border: 2px solid currentColor; font-weight: 600; }
.verdict-pass { color: var(--good); } .verdict-warn, .verdict-undecided, .verdict-none { color: var(--warn); } .verdict-fail { color: var(--bad); }
.severity-error { color: var(--bad); } .severity-warning { color: var(--warn); } .severity-note { color: var(--mild); }
.severity { font-weight: 600; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
thead th { white-space: nowrap; } th button { all: unset; cursor: pointer; font-weight: 600; } th button:focus-visible { outline: 3px solid var(--focus); }
th[aria-sort="ascending"] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
.scroll { overflow-x: auto; } table { font-size: .9375rem; } td, tbody th { overflow-wrap: anywhere; } tbody th { font-weight: inherit; min-width: 7rem; } td.plain, td span, td .verdict { white-space: nowrap; }
#inventory-table { font-size: .875rem; } #inventory-table th, #inventory-table td { padding: .35rem .4rem; } #inventory-table td { min-width: 3.5rem; } #inventory-table td:first-child { min-width: 10rem; } #inventory-table td[data-label="Where"] { min-width: 9rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; } figure { margin: 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; max-width: 40rem; }
.chart-label { text-anchor: end; font-size: 13px; fill: var(--ink); } .chart-count { font-size: 13px; fill: var(--ink); }
.state-on, .state-covered { fill: var(--good); color: var(--good); } .state-covered { fill-opacity: .7; } .state-env-escape-hatch { fill: var(--mild); color: var(--mild); }
.state-env-conditional, .state-request-conditional { fill: var(--warn); color: var(--warn); } .state-request-conditional { fill-opacity: .65; }
.state-missing, .state-disabled { fill: var(--bad); color: var(--bad); } .state-disabled { fill-opacity: .75; } .state-inverted { fill: var(--worse); color: var(--worse); } .state-unresolved { fill: var(--none); color: var(--none); }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin-bottom: .75rem; } .filters label { display: grid; gap: .15rem; font-size: .875rem; color: var(--soft); }
input, select { min-height: 2.25rem; font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .5rem; }
article { content-visibility: auto; contain-intrinsic-size: auto 4rem; border: 1px solid var(--line); border-radius: .4rem; margin-bottom: 1rem; background: var(--raised); }
summary { cursor: pointer; padding: .6rem .8rem; } .body { padding: 0 .8rem .8rem; } .meta { color: var(--soft); font-size: .875rem; margin: .15rem 0 0; overflow-wrap: anywhere; }
article:target, li:target { outline: 3px solid var(--focus); outline-offset: 2px; }
summary > * { display: inline; } article > details > summary .meta { display: block; } .more { color: var(--soft); white-space: nowrap; }
ul.also { list-style: none; margin: .4rem 0; padding: 0; } ul.also summary { padding: .2rem 0; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; overflow-x: auto; margin: .6rem 0; tab-size: 4; }
pre .number { color: var(--soft); user-select: none; } mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--bad); } ins { background: var(--added); text-decoration: none; } del { background: var(--removed); text-decoration: none; }
details.prompt { border: 1px solid var(--line); border-radius: .4rem; background: var(--raised); } .prompt label { color: var(--soft); font-size: .875rem; } textarea { display: block; width: 100%; margin: .4rem 0; font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: .3rem; padding: .5rem; }
.copy { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; font-size: .875rem; } .copy output { color: var(--soft); }
.prompt button, .copy button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .8rem; cursor: pointer; margin-right: .75rem; }
ol.trail { margin: .4rem 0; padding-left: 1.6rem; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .8rem; margin: .5rem 0; } dt { color: var(--soft); } dd { margin: 0; }
[hidden] { display: none !important; } footer { color: var(--soft); font-size: .875rem; margin-top: 3rem; padding-bottom: 2rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } .charts { grid-template-columns: 1fr; } }
@media screen and (max-width: 52rem) { table, caption, tbody, tr, td, tbody th { display: block; } thead { position: absolute; left: -999rem; } .scroll { overflow: visible; }
  tr { border: 1px solid var(--line); border-radius: .4rem; background: var(--raised); padding: .4rem .2rem; margin-bottom: .6rem; } td, tbody th { border: 0; padding: .1rem .6rem !important; min-width: 0 !important; }
  td[data-label] { display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; } td[data-label]::before { content: attr(data-label); color: var(--soft); } td:empty { display: none; } td > * { justify-self: start; } td span, td.plain { white-space: normal; } }
@media print { :root { --ground: #fff; --raised: #fff; --ink: #000; --soft: #333; --line: #999; --link: #000; --good: #0b5d1e; --mild: #075263; --warn: #6b3f00; --bad: #8c1711; --worse: #6b1454; --none: #444; --mark: #eee; --added: #eee; --removed: #eee; }
  .filters, .skip, section:has(> .prompt) { display: none; } article, tr, figure { break-inside: avoid; } article { content-visibility: visible; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } .scroll { overflow: visible; } table, #inventory-table { font-size: .7rem; } th, td, #inventory-table th, #inventory-table td { padding: .2rem .25rem; min-width: 0 !important; }
  thead th { white-space: normal; } .self, .copy { display: none; } a { text-decoration: none; } }
`;
