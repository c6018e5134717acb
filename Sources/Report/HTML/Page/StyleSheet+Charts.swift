extension StyleSheet {
  /// Charts and the picture of a site: colour is never all that tells two things apart.
  static let charts = """
    figure{margin:1rem 0 0;min-width:0}
    figcaption{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:baseline;margin-bottom:.3rem}
    figure .name{font-weight:600}
    .small figcaption{min-height:2.9em;align-content:end}
    .small .name{font-size:.9rem;font-weight:500}
    .legend{display:flex;flex-wrap:wrap;gap:0 1.2rem;font-size:.875rem;color:var(--soft)}
    .entry{display:inline-flex;align-items:center}
    .sample{width:28px;height:12px;margin-right:.4rem;flex:none}
    .glyph{width:14px;height:14px;margin-right:.35rem;vertical-align:-2px;flex:none}
    svg{overflow:visible}
    svg text{font-size:12px;fill:var(--soft);font-variant-numeric:tabular-nums}
    .plot{display:block;width:calc(100% - 5.4rem);margin-left:4.2rem}
    .axis line{stroke:var(--rule);stroke-width:1}
    .curves{overflow:hidden}
    .line,.interval{fill:none;stroke:var(--accent);stroke-width:1.75;stroke-linejoin:round;\
    vector-effect:non-scaling-stroke}
    .small .line{stroke-width:1.4}
    .second{stroke:var(--second);stroke-dasharray:7 4}
    .third{stroke:var(--third);stroke-dasharray:2 3}
    .expected{stroke-dasharray:3 4;stroke-width:1.5}
    .band{fill:var(--band);fill-opacity:.16;stroke:none}
    .interval{stroke-dasharray:none;stroke-width:1.5}
    .dot{fill:var(--ground);stroke-width:2;stroke:var(--accent);stroke-dasharray:none}
    .bars{width:100%}
    .bars caption{text-align:left;font-weight:600;padding-bottom:.3rem}
    .bars td:nth-child(2){width:50%;min-width:9rem;vertical-align:middle}
    .bars td:last-child{min-width:5rem}
    .bar{display:block;width:100%;height:20px}
    .bar rect{fill:var(--accent);fill-opacity:.45}
    .bar.failed rect{fill:var(--bad)}
    .bar.hurt rect{fill:var(--warn)}
    .bar line{stroke:var(--ink);stroke-width:1.5}
    .forest{display:block;overflow:hidden}
    .forest .sign{overflow:visible}
    @media (min-width:60rem){.forest{padding-left:23rem;overflow:visible}\
    .forest .heading{transform:translate(-23rem,9px)}.forest .label{transform:translate(-23rem,16px)}}
    .forest .axis .zero{stroke:var(--soft)}
    .forest .label{fill:var(--ink)}
    .forest .heading text{fill:var(--ink);font-weight:650;font-size:13px}
    .forest .estimate{fill:var(--soft)}
    .forest text{paint-order:stroke;stroke:var(--ground);stroke-width:5px;\
    stroke-linejoin:round}
    .reach{stroke:var(--accent);stroke-width:1.75}
    .sign path{fill:var(--accent);stroke:var(--accent);stroke-width:1.75}
    .arrow .reach{stroke:var(--good)}
    .arrow path{fill:var(--good);stroke:var(--good)}
    .diamond .reach{stroke:var(--second);stroke-dasharray:7 3}
    .diamond path{fill:var(--second);stroke:var(--second)}
    .ring .reach{stroke:var(--soft);stroke-dasharray:2 3}
    .ring path{fill:var(--ground);stroke:var(--soft)}
    .cross .reach{stroke:var(--bad);stroke-dasharray:9 3 2 3}
    .cross path{fill:none;stroke:var(--bad);stroke-width:2.5}
    .changes{color:var(--soft);font-size:.9rem}
    @media (max-width:34rem){.forest .estimate{display:none}}
    line.level{stroke:var(--bad);stroke-width:1;stroke-dasharray:10 3 2 3}
    text.level{fill:var(--bad);font-size:11px}
    line.now{stroke:var(--soft);stroke-dasharray:1 3}
    .event line{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3;opacity:.7}
    text.level,text.now,.event text,text.edge{paint-order:stroke;stroke:var(--ground);\
    stroke-width:4px;stroke-linejoin:round}
    .event text{fill:var(--ink);font-weight:600}
    .mark,.mark path{fill:var(--soft);stroke:var(--soft);stroke-width:1.5}
    .failure,.failure path{fill:none;stroke:var(--bad);stroke-width:2.5}
    .symptom,.symptom path{fill:var(--bad);stroke:var(--bad)}
    .trigger,.trigger path{fill:var(--second);stroke:var(--second)}
    .change,.change path{fill:var(--accent);stroke:var(--accent)}
    .fault,.fault path{fill:var(--ground);stroke:var(--second)}
    .restart,.restart path{fill:var(--ground);stroke:var(--soft)}
    .site{display:block}
    .site.wide{height:auto;max-width:100%;min-width:45rem}
    .node rect{fill:var(--panel);stroke:var(--rule);stroke-width:1.25}
    .node.server rect{stroke:var(--soft);stroke-width:1.5}
    .node.host rect{fill:var(--ground);stroke:var(--soft);stroke-dasharray:3 3}
    svg text.edge{font-size:11px}
    .node.domain rect{fill:var(--ground);stroke:var(--soft)}
    .node.hurt rect{stroke:var(--warn);fill:var(--warn-ground);stroke-width:2.5;stroke-dasharray:none}
    .node.failed rect{stroke:var(--bad);fill:var(--bad-ground);stroke-width:3;stroke-dasharray:none}
    svg .node .title{font-size:14px;font-weight:600;fill:var(--ink)}
    .node text{font-size:11.5px}
    svg .node .sign{font-size:15px;font-weight:700;fill:var(--warn)}
    .failed .sign{fill:var(--bad)}
    svg .trouble{fill:var(--warn);font-weight:600}
    .failed .trouble{fill:var(--bad)}
    path.edge{fill:none;stroke:var(--soft);stroke-width:1.5;opacity:.75}
    path.edge.hurt{stroke:var(--warn);stroke-width:3;stroke-dasharray:8 3;opacity:1}
    path.edge.failed{stroke:var(--bad);stroke-width:3;stroke-dasharray:2 4;opacity:1}
    text.edge.hurt{fill:var(--warn);font-weight:600}
    text.edge.failed{fill:var(--bad);font-weight:600}

    """

  /// On paper everything is light, tables are open where they are short, and nothing is cut in two.
  static let print = """
    @media print{:root{--ground:#fff;--panel:#f5f5f5;--ink:#000;--soft:#444;--rule:#bbb;\
    --accent:#1d5c9e;--second:#8a4b00;--third:#5b3d99;--good:#1a6b4a;--good-ground:#fff;\
    --warn:#8a4b00;--warn-ground:#fff;--bad:#a8241c;--bad-ground:#fff;--band:#1d5c9e}
    @page{margin:16mm 14mm}
    html{font-size:10pt}
    body{max-width:none;padding:0}
    .facts{grid-template-columns:repeat(3,1fr)}
    nav,.skip,figure details,details.more{display:none}
    .answer{border:1px solid var(--rule);border-left:5px solid var(--good)}
    figure,article h3,.verdicts li,tr,.answer,.facts{break-inside:avoid}
    h2,h3{break-after:avoid}
    section{margin-top:1.6rem}
    .scroll{overflow:visible}
    .site,.site.wide{min-width:0;max-width:100%;height:auto}
    .grid{grid-template-columns:1fr 1fr}}

    """
}
