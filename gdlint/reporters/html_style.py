"""How the pages look: light and dark, on paper, with nothing from elsewhere."""

STYLE = """
:root{color-scheme:light dark;--ink:#1c1e21;--paper:#fff;--soft:#f3f4f6;--line:#b9bec6;--faint:#565c66;--link:#0b57a4;
--error:#a61b1b;--error-back:#fde4e4;--warning:#7a4b00;--warning-back:#fff0cc;--info:#0b5563;--info-back:#dcf3f7}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--paper:#16181b;--soft:#22262b;--line:#4b525c;--faint:#a7afba;--link:#8ec2ff;
--error:#ffb4ab;--error-back:#5a1a1a;--warning:#ffd58a;--warning-back:#4a3508;--info:#9be1ee;--info-back:#0f3f49}}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",
"PingFang SC",sans-serif}
a{color:var(--link)}
a:focus-visible,input:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header{padding:.8rem 1.2rem;border-bottom:1px solid var(--line);background:var(--soft)}
h1{margin:0;font-size:1.25rem}h2{font-size:1.1rem;margin:1.4em 0 .5em}
.skip{position:absolute;left:-999px}.skip:focus{position:static}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.facts{margin:.2rem 0;color:var(--faint)}
fieldset{border:0;margin:.3rem 0 0;padding:0}legend{float:left;margin-right:.8em;color:var(--faint)}
label{margin-right:1em;white-space:nowrap}
.badge{display:inline-block;padding:0 .5em;border-radius:.3em;font-size:.85rem;border:1px solid currentColor}
.badge.error,.mark.error,td.error{color:var(--error);background:var(--error-back)}
.badge.warning,.mark.warning,td.warning{color:var(--warning);background:var(--warning-back)}
.badge.info,.mark.info,td.info{color:var(--info);background:var(--info-back)}
.mark{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px;border-radius:2px}
.mark:target,li:target,span:target+.mark{outline:3px solid var(--link)}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(19rem,26rem);gap:0 1.5rem;padding:0 1.2rem}
.report{max-width:60rem;padding-bottom:3rem}
.report h2{text-indent:2em}.report p{text-indent:2em;margin:.5em 0;overflow-wrap:anywhere}
.report p.title{text-align:center;text-indent:0;font-size:1.3rem;font-weight:bold}
.report p.sign{text-align:right}
.wide{overflow-x:auto;margin:1em 0}
table{border-collapse:collapse;font-size:.82rem;line-height:1.4;width:100%}
caption{text-align:left;color:var(--faint);padding:.2em 0}
th,td{border:1px solid var(--line);padding:.25em .45em;text-align:center;min-width:2.4em}
th{font-weight:normal;background:var(--soft)}th[scope=row],td.why{text-align:left}.clause{font-weight:bold}
.gone{color:var(--faint)}.mark .gone{color:inherit}
.loose{font-size:.9rem;color:var(--ink)}
aside{position:sticky;top:0;max-height:100vh;overflow:auto;padding-bottom:2rem}
aside ol{list-style:none;margin:0;padding:0}
aside li{border:1px solid var(--line);border-left:5px solid var(--faint);border-radius:.3em;padding:.5em .7em;margin:.6em 0}
aside li.error{border-left-color:var(--error)}aside li.warning{border-left-color:var(--warning)}aside li.info{border-left-color:var(--info)}
aside li p{margin:.2em 0;overflow-wrap:anywhere}.basis{color:var(--faint);font-size:.85rem}
body:has(#show-error:not(:checked)) li.error,body:has(#show-warning:not(:checked)) li.warning,
body:has(#show-info:not(:checked)) li.info{display:none}
.index{padding:0 1.2rem 2rem;max-width:80rem}
.bars{width:auto}.bars td,.bars th{border:0;background:none;text-align:left;padding:.1em .5em}
.bars svg{display:block}.bars rect{fill:var(--link)}
.bars rect.error{fill:var(--error)}.bars rect.warning{fill:var(--warning)}
.bars rect.info{fill:var(--info)}
footer{padding:1rem 1.2rem;color:var(--faint);border-top:1px solid var(--line);font-size:.85rem}
@media(max-width:60rem){.pair{display:block}aside{position:static;max-height:none}}
@media print{body{font-size:11pt;background:#fff;color:#000}.pair{display:block}aside{position:static;max-height:none;overflow:visible}
.wide{overflow:visible}fieldset,.skip{display:none}li{break-inside:avoid}header{background:none}}
"""
