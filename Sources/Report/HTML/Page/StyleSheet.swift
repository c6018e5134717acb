import Text

/// A style sheet: a constant of this program, of which a page names the digest in its policy.
struct StyleSheet {
  /// The sheet.
  let text: String
  /// What a browser compares it with.
  let digest: String

  private init(_ text: String) {
    precondition(!text.contains("</"), "A style sheet does not end its element.")
    self.text = text
    digest = SHA256(Array(text.utf8)).base64
  }

  /// The one of all pages.
  static let page = StyleSheet(colours + layout + charts + print)

  /// Inks and grounds; each ink has a contrast of 4.5 at least on the grounds that it stands on.
  private static let colours = """
    :root{color-scheme:light dark;--ground:#fcfcfb;--panel:#f3f4f2;--ink:#1c2430;--soft:#566070;\
    --rule:#d9dcd8;--accent:#1d5c9e;--second:#8a4b00;--third:#5b3d99;\
    --good:#1a6b4a;--good-ground:#e6f2ec;--warn:#8a4b00;--warn-ground:#fbf0df;\
    --bad:#a8241c;--bad-ground:#fbe9e7;--band:#1d5c9e}
    @media (prefers-color-scheme:dark){:root{--ground:#14181e;--panel:#1c222b;--ink:#e7eaee;\
    --soft:#a4aebb;--rule:#363f4b;--accent:#82b8f5;--second:#f0b366;--third:#c4b0f5;\
    --good:#74d1a6;--good-ground:#15291f;--warn:#f0b366;--warn-ground:#2c2313;\
    --bad:#ff9a8f;--bad-ground:#331b1a;--band:#82b8f5}}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;max-width:76rem;padding:1.5rem clamp(1rem,4vw,3rem) 3rem;\
    background:var(--ground);color:var(--ink);\
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
    overflow-wrap:anywhere}
    h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0}
    h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.1rem);font-weight:650;letter-spacing:-.015em}
    h2{font-size:1.3rem;font-weight:650;margin-bottom:.8rem;letter-spacing:-.01em}
    h3{font-size:1.05rem;font-weight:650;margin:1.2rem 0 .3rem}
    h3 small{font-weight:400;color:var(--soft);margin-left:.6em}
    p{margin:.35rem 0;max-width:46rem}
    a{color:var(--accent)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-100rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.4rem .8rem;z-index:1}
    .kind{color:var(--soft);font-size:.85rem;letter-spacing:.02em;margin:0 0 .25rem}
    .extent{color:var(--soft);margin:.4rem 0 1.2rem}
    .extent strong{color:var(--bad)}
    section{margin-top:2.8rem}
    article+article{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--rule)}
    article h3:first-child{margin-top:0}
    footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--rule);color:var(--soft);\
    font-size:.85rem}
    .answer{border-left:5px solid var(--good);background:var(--good-ground);\
    padding:1rem 1.25rem;border-radius:0 6px 6px 0}
    .answer.hurt{border-color:var(--warn);background:var(--warn-ground)}
    .answer.failed{border-color:var(--bad);background:var(--bad-ground)}
    .headline{font-size:clamp(1.15rem,1rem + .9vw,1.5rem);font-weight:650;line-height:1.3;\
    margin:0 0 .3rem;letter-spacing:-.01em;text-wrap:balance;max-width:none}
    .badge{display:inline-flex;flex:none;align-items:center;justify-content:center;width:1.35em;\
    height:1.35em;border-radius:50%;border:2px solid var(--good);color:var(--good);\
    font-size:.8em;font-weight:700;line-height:1;margin-right:.5em;vertical-align:.1em}
    .badge.hurt{border-color:var(--warn);color:var(--warn);border-radius:4px}
    .badge.failed{border-color:var(--bad);background:var(--bad);color:var(--ground);border-radius:4px}
    .badge.plain{border-color:var(--soft);color:var(--soft);border-radius:4px}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.5rem 2rem;\
    margin:1.1rem 0 1.2rem}
    .facts dt{color:var(--soft);font-size:.85rem}
    .facts dd{margin:0}
    .facts strong{display:block;font-size:1.45rem;font-weight:650;line-height:1.25;\
    font-variant-numeric:tabular-nums}
    .facts span{font-size:.9rem;color:var(--soft)}
    nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;margin:0;padding:.6rem 0;\
    border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);font-size:.9rem}
    nav a{text-decoration:none}
    nav a:hover{text-decoration:underline}
    .verdicts{list-style:none;margin:0;padding:0}
    .verdicts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));\
    gap:.9rem 2.5rem}
    .verdicts li{display:flex;gap:.3rem}
    .verdicts .badge{margin-top:.15rem}
    .verdicts p{margin:0}
    .verdicts strong{font-weight:600}
    .evidence{color:var(--soft)}
    .outcome{display:inline-block;margin-left:.7em;font-size:.85rem;color:var(--good)}
    .outcome.hurt{color:var(--warn)}
    .outcome.plain{color:var(--soft)}
    .outcome.failed,.failed>strong,strong.failed{color:var(--bad)}
    .rows{margin:.7rem 0}
    .rows div{display:grid;grid-template-columns:minmax(8rem,17rem) 1fr;gap:0 1.5rem;padding:.2rem 0}
    .rows dt{color:var(--soft)}
    .rows dd{margin:0}
    ul{padding-left:1.2rem;margin:.35rem 0}
    code{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    .command{display:inline-block;background:var(--panel);border:1px solid var(--rule);\
    border-radius:5px;padding:.5rem .8rem}
    .course,.key{list-style:none;padding:0;margin:.5rem 0}
    .course li{display:grid;grid-template-columns:1.4rem minmax(9rem,17rem) 1fr;gap:0 .4rem;\
    padding:.2rem 0;align-items:baseline}
    .when{color:var(--soft);font-variant-numeric:tabular-nums}
    .key{display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;font-size:.875rem;color:var(--soft)}
    .key strong{color:var(--ink);font-weight:600}
    .scroll{overflow-x:auto}
    table{overflow-wrap:normal;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.4rem 0}
    th,td{padding:.3rem 1.4rem .3rem 0;text-align:left;vertical-align:baseline;font-weight:400;\
    border-bottom:1px solid var(--rule)}
    tbody th{min-width:6rem}
    .number{text-align:right;white-space:nowrap}
    thead th{color:var(--soft);font-size:.85rem}
    details{margin-top:.35rem;font-size:.9rem}
    summary{cursor:pointer;color:var(--soft);width:fit-content}
    summary:hover{color:var(--ink)}
    details.more{margin-top:1.2rem;font-size:1rem}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));\
    gap:1.2rem 2rem}
    @media (max-width:34rem){.course li{grid-template-columns:1.4rem 1fr}\
    .course li>:last-child{grid-column:2}.rows div{grid-template-columns:1fr}\
    .answer{padding:.8rem 1rem}}

    """
}
