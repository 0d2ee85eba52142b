/** The page's look: light, dark and on paper. */
export const STYLES = `
:root{--bg:#fff;--text:#1f2933;--muted:#52606d;--line:#d3dae1;--soft:#f4f6f8;--link:#1a5a96;--accent:#2b6cb0;--warn:#8a4b00;--error:#a61b1b;color-scheme:light}
:root[data-theme=dark]{--bg:#14181d;--text:#e6eaee;--muted:#a9b4bf;--line:#3a444f;--soft:#1d232a;--link:#8cc1f5;--accent:#6aa9e9;--warn:#f2c14e;--error:#ff9b8f;color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.skip{position:absolute;left:-999px;top:0;background:var(--bg);padding:.5rem 1rem}.skip:focus{left:0;z-index:9}
header,main,footer{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:24px}
h1{font-size:1.6rem;line-height:1.3;margin:.2rem 0 .4rem;max-width:46rem}
h2{font-size:1.25rem;margin:2.4rem 0 .8rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{font-size:1.05rem;line-height:1.35;margin:0 0 .3rem}
p{margin:.4rem 0}.muted,small{color:var(--muted)}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button,select,input{font:inherit;font-size:.9rem;color:var(--text);background:var(--bg);border:1px solid var(--muted);border-radius:6px;padding:.3rem .55rem}
button{cursor:pointer}button:hover{background:var(--soft)}button[disabled]{color:var(--muted);cursor:default}
.bar{display:flex;gap:.6rem;flex-wrap:wrap;align-items:center;justify-content:space-between}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:12px;margin:0}
.card{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.card dt{color:var(--muted);font-size:.9rem}.card dd{margin:0}.card b{font-size:1.35rem;font-weight:600;margin-right:.5rem}.card small{display:block;font-size:.85rem}
.spark{fill:var(--accent);vertical-align:baseline;max-width:100%}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.6rem 0}.facts dt{color:var(--muted)}.facts dd{margin:0;overflow-wrap:anywhere}
@media(max-width:600px){.facts{grid-template-columns:1fr}}
.notes{margin:.6rem 0;padding-left:1.2rem}.notes li{margin:.25rem 0;overflow-wrap:anywhere}.notes.steps{list-style:none;padding-left:0}.notes .aside{color:var(--muted);font-size:.92rem;padding-left:1.4rem}.notes .warning strong{color:var(--warn)}.notes .error strong{color:var(--error)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;padding:0;margin:.6rem 0}
figure{margin:0 0 28px;padding:16px;border:1px solid var(--line);border-radius:8px;break-inside:avoid}
figure[hidden]{display:none}
figcaption{margin-bottom:.4rem}
.plot{width:100%;min-height:160px;overflow-x:auto}
.plot-note{font-size:.9rem;color:var(--muted);margin:.2rem 0}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--link)}
.scroll{overflow-x:auto;max-width:100%}.tall{max-height:420px;overflow:auto}
table{border-collapse:collapse;font-size:.92rem;width:100%}caption{text-align:left;color:var(--muted);padding:.3rem 0}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}td{overflow-wrap:break-word;min-width:4.5rem}
th{white-space:nowrap}th button{border:0;padding:.1rem .2rem;font-weight:600;background:none}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
fieldset{border:1px solid var(--line);border-radius:8px;padding:.6rem .9rem;margin:.8rem 0;display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end}
legend{padding:0 .4rem;color:var(--muted)}label{display:flex;flex-direction:column;font-size:.85rem;color:var(--muted);gap:.15rem}select{max-width:14rem}label.row{flex-direction:row;align-items:center;gap:.4rem}label[hidden]{display:none}main>label{margin:0 0 .5rem}
.error-text{color:var(--error)}
pre{white-space:pre-wrap;font-size:.75rem}
footer{margin-top:3rem;padding-bottom:2rem;color:var(--muted);font-size:.9rem}
.only-print{display:none}
td.id{white-space:nowrap}td.title{min-width:14rem}
@page{margin:14mm}
@media print{body{font-size:10pt}table{font-size:8pt}td,th{padding:.15rem .3rem}td.title{min-width:9rem}.no-print,.skip,nav{display:none!important}.only-print{display:block}p:empty{display:none}figure{border:0;padding:0}h2{break-after:avoid}header,main,footer{max-width:none;padding:0}.scroll,.tall{max-height:none;overflow:visible}a{color:inherit;text-decoration:none}}
`.trim();

/** Where no script runs: without what it would fill. The text alternative stands for each chart. */
export const SCRIPTLESS = '.live,.plot{display:none!important}';
