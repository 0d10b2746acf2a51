namespace ModelOps.Core.Reporting.Html;

/// <summary>The style sheet of the page. It has no sign that XML would escape: a browser reads it as it stands.</summary>
internal static class HtmlStyle
{
    public static readonly string Sheet = """

        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #ffffff; --line: #d9dee5; --soft: #eef1f5;
          --text: #1b2430; --quiet: #566273;
          --challenger: #1d5fd1; --champion: #a04f00;
          --good: #17663a; --good-soft: #e5f4ea; --bad: #a3211c; --bad-soft: #fcebea;
          --unsure: #7a4b00; --unsure-soft: #fdf3dc; --broken: #6a2a94; --broken-soft: #f4eafa;
          --neutral: #4a5666; --neutral-soft: #eceff3;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #10151c; --card: #18202a; --line: #313c4a; --soft: #212b37;
            --text: #e6ebf2; --quiet: #a3b0c0;
            --challenger: #7db2ff; --champion: #f0a35c;
            --good: #7fd6a0; --good-soft: #16301f; --bad: #ff9c94; --bad-soft: #3b1b1b;
            --unsure: #f2c56b; --unsure-soft: #362a12; --broken: #d5a6f2; --broken-soft: #2d1d39;
            --neutral: #b4c0ce; --neutral-soft: #27313d;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--page); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere;
        }
        header, main, footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
        header { padding-top: 32px; }
        footer { padding-bottom: 32px; color: var(--quiet); font-size: 13px; }
        h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
        h2 { margin: 0 0 14px; font-size: 18px; line-height: 1.3; font-weight: 650; }
        main section { margin: 20px 0; padding: 22px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }

        .verdict { display: flex; gap: 18px; align-items: center; padding: 20px 24px; border-radius: 10px; border: 1px solid currentColor; border-left-width: 8px; }
        .verdict .sign { flex: none; width: 44px; height: 44px; border-radius: 50%; border: 3px solid currentColor; font-size: 24px; line-height: 38px; text-align: center; font-weight: 700; }
        .verdict p { margin: 0; }
        .verdict .headline { font-size: 23px; line-height: 1.3; font-weight: 700; }
        .verdict .reason { margin-top: 4px; color: var(--text); font-size: 16px; }
        .good { color: var(--good); background: var(--good-soft); }
        .bad { color: var(--bad); background: var(--bad-soft); }
        .unsure { color: var(--unsure); background: var(--unsure-soft); }
        .broken { color: var(--broken); background: var(--broken-soft); }
        .neutral { color: var(--neutral); background: var(--neutral-soft); }

        dl, dd { margin: 0; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 12px; }
        .tiles div { padding: 14px 18px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
        dt { color: var(--quiet); font-size: 13px; }
        .tiles .figure { font-size: 24px; line-height: 1.35; font-weight: 650; font-variant-numeric: tabular-nums; }
        .note { color: var(--quiet); font-size: 13px; margin: 4px 0 0; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 10px 24px; margin: 0 0 18px; }
        a { color: var(--challenger); }
        .links { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: -8px 0 14px; font-size: 14px; }
        .plan { margin: 12px 0 0; padding-left: 20px; }
        details { border-top: 1px solid var(--line); }
        summary { padding: 10px 0; cursor: pointer; font-weight: 600; }
        summary:focus-visible { outline: 2px solid var(--challenger); outline-offset: 2px; }

        .badge { display: inline-flex; gap: 6px; align-items: baseline; padding: 1px 10px; border-radius: 99px; font-size: 13px; font-weight: 600; white-space: nowrap; }
        .counts { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 14px; }

        .scroll { position: relative; overflow-x: auto; margin-top: 16px; }
        .scroll:focus-visible { outline: 2px solid var(--challenger); outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        caption { text-align: left; padding: 0 0 6px; color: var(--quiet); font-size: 13px; }
        th, td { padding: 7px 12px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
        thead th { background: var(--soft); color: var(--quiet); font-size: 13px; font-weight: 600; vertical-align: bottom; overflow-wrap: normal; }
        tbody th { font-weight: 600; min-width: 150px; }
        tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        td.number { overflow-wrap: normal; }
        td.number { min-width: 104px; }
        td.words { min-width: 108px; }
        .numbers th, .numbers td { padding-left: 7px; padding-right: 7px; }
        .numbers td.number { white-space: nowrap; min-width: 0; }
        .numbers tbody th { min-width: 116px; }
        .quiet caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        td.code { font: 13px/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        tr:has(+ tr.remark) th, tr:has(+ tr.remark) td { border-bottom: 0; }
        tr.remark td { padding: 0 12px 9px 20px; color: var(--quiet); }
        tbody tr.row-bad { box-shadow: inset 4px 0 0 var(--bad); }
        tbody tr.row-broken { box-shadow: inset 4px 0 0 var(--broken); }
        tbody tr.row-unsure { box-shadow: inset 4px 0 0 var(--unsure); }
        td.shade1 { background: color-mix(in srgb, var(--challenger) 6%, transparent); }
        td.shade2 { background: color-mix(in srgb, var(--challenger) 12%, transparent); }
        td.shade3 { background: color-mix(in srgb, var(--challenger) 18%, transparent); }
        td.shade4 { background: color-mix(in srgb, var(--challenger) 24%, transparent); }
        td.shade5 { background: color-mix(in srgb, var(--challenger) 30%, transparent); }

        .pair, .plots { display: grid; gap: 20px 32px; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
        .plots { grid-template-columns: repeat(auto-fit, minmax(min(100%, 310px), 1fr)); }
        .words { margin: 0; padding-left: 20px; }
        .words li { margin-bottom: 6px; }
        figure { margin: 0; min-width: 0; max-width: 560px; }
        figcaption { font-weight: 600; font-size: 14px; margin-bottom: 6px; }
        svg { display: block; width: 100%; height: auto; }
        svg text { font-size: 13px; fill: var(--text); }
        svg .tick { font-size: 12px; fill: var(--quiet); }
        svg .label { fill: var(--text); }
        svg .value { font-variant-numeric: tabular-nums; }
        svg .grid { stroke: var(--line); stroke-width: 1; }
        svg .axis { stroke: var(--quiet); stroke-width: 1; }
        svg .zero { stroke: var(--text); stroke-width: 1.5; }
        svg .margin { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 3; }
        svg .reference { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 2 4; }
        svg .diagonal { stroke: var(--text); stroke-width: 1; stroke-dasharray: 4 3; }
        svg .link { stroke: var(--quiet); stroke-width: 2; }
        svg .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
        svg .line.challenger { stroke: var(--challenger); }
        svg .line.champion { stroke: var(--champion); stroke-dasharray: 6 3; }
        svg .line.fill { fill: var(--challenger); fill-opacity: 0.16; }
        svg .mark { stroke: var(--card); stroke-width: 1; }
        svg .mark.challenger { fill: var(--challenger); }
        svg .mark.champion { fill: var(--champion); }
        svg .bar { fill: var(--quiet); fill-opacity: 0.28; }
        svg .area.bad { fill: var(--bad); fill-opacity: 0.08; }
        svg .interval { stroke: var(--challenger); stroke-width: 2.4; }
        svg .interval.good { stroke: var(--good); }
        svg .interval.bad { stroke: var(--bad); }
        svg .interval.unsure { stroke: var(--unsure); }
        svg .cell { fill: var(--challenger); }
        svg .density1 { fill-opacity: 0.14; }
        svg .density2 { fill-opacity: 0.28; }
        svg .density3 { fill-opacity: 0.44; }
        svg .density4 { fill-opacity: 0.6; }
        svg .density5 { fill-opacity: 0.78; }
        svg .density6 { fill-opacity: 1; }

        @media (max-width: 700px) {
          header, main, footer { padding-left: 12px; padding-right: 12px; }
          header { padding-top: 16px; }
          h1 { font-size: 21px; }
          main section { padding: 16px; }
          .verdict { padding: 16px; gap: 12px; align-items: flex-start; }
          .verdict .headline { font-size: 19px; }
          .verdict .reason { font-size: 15px; }
          .verdict .sign { width: 34px; height: 34px; font-size: 18px; line-height: 28px; }
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
          .tiles div { padding: 10px 12px; }
          .tiles .figure { font-size: 20px; }
          th, td { padding: 6px 8px; }
          table.stack, .stack tbody, .stack caption { display: block; }
          .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .stack tbody tr { display: flex; flex-direction: column; padding: 10px 0 10px 12px; border-bottom: 1px solid var(--line); }
          .stack tbody tr th, .stack tbody tr td { display: flex; gap: 12px; justify-content: space-between; padding: 2px 0; border: 0; text-align: right; min-width: 0; }
          .stack tbody tr th { order: -1; justify-content: flex-start; text-align: left; }
          .stack tbody tr:has(+ tr.remark) { border-bottom: 0; padding-bottom: 0; }
          .stack tbody tr.remark { padding-top: 2px; }
          .stack td::before { content: attr(data-title); color: var(--quiet); flex: none; text-align: left; }
          .stack td.none { display: none; }
          .stack td.code, .stack td.words:last-child { text-align: left; }
          .stack td.number { white-space: normal; }
          .numbers { font-size: 12.5px; }
          .numbers th, .numbers td { padding-left: 4px; padding-right: 4px; }
          .numbers thead th { font-size: 12px; }
          .numbers tbody th { min-width: 84px; }
          .numbers td.words, .numbers thead th.words { display: none; }
        }
        @media print {
          :root {
            --page: #ffffff; --card: #ffffff; --line: #c8ced6; --soft: #f2f4f7; --text: #000000; --quiet: #444c57;
            --challenger: #1d5fd1; --champion: #a04f00; --good: #17663a; --good-soft: #e5f4ea; --bad: #a3211c; --bad-soft: #fcebea;
            --unsure: #7a4b00; --unsure-soft: #fdf3dc; --broken: #6a2a94; --broken-soft: #f4eafa; --neutral: #4a5666; --neutral-soft: #eceff3;
          }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          body { font-size: 11pt; }
          header, main, footer { max-width: none; padding: 0; }
          main section { border: 0; padding: 0; }
          figure, tr, .verdict, .tiles div { break-inside: avoid; }
          h2 { break-after: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          details::details-content { content-visibility: visible; }
        }

        """.ReplaceLineEndings("\n");
}
