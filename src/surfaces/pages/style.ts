import { createHash } from 'node:crypto';

/** One style for all pages: phone first, light and dark, no font or picture from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#0f172a;--soft:#475569;--line:#cbd5e1;--paper:#fff;--ground:#f1f5f9;--act:#0f5132;--act-ink:#fff;--warn:#fff7ed;--warn-line:#c2410c;--bad:#b91c1c;--link:#1d4ed8}
@media(prefers-color-scheme:dark){:root{--ink:#f1f5f9;--soft:#a8b3c4;--line:#3b4a60;--paper:#162032;--ground:#0b1220;--act:#3fb37f;--act-ink:#04140c;--warn:#2b1d12;--warn-line:#fb923c;--bad:#fca5a5;--link:#93c5fd}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:1rem}
main{width:100%;max-width:30rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:1.5rem;margin:auto 0;overflow-wrap:anywhere}
.brand{margin:0 0 1rem;font-weight:700;color:var(--soft);font-size:.9rem}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 .75rem}
h2{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}
ul{margin:.25rem 0;padding-left:1.25rem}
li{margin:.25rem 0}
.soft,dt{color:var(--soft);font-size:.9rem}
dl{margin:1rem 0;border-top:1px solid var(--line)}
dl div{padding:.5rem 0;border-bottom:1px solid var(--line)}
dd{margin:0;font-weight:600}
.warn{background:var(--warn);border-left:4px solid var(--warn-line);border-radius:.25rem;padding:.5rem .75rem;margin:1rem 0}
.bad{color:var(--bad);font-weight:600}
.actions{display:flex;flex-direction:column;gap:.75rem;margin-top:1.5rem}
button,.button{font:inherit;font-weight:600;min-height:3rem;border-radius:.6rem;border:1px solid var(--line);background:transparent;color:var(--ink);padding:.5rem 1rem;cursor:pointer;width:100%;text-align:center;text-decoration:none;display:block}
button.go{background:var(--act);border-color:var(--act);color:var(--act-ink)}
button:disabled{opacity:.6;cursor:default}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
input{font:inherit;width:100%;min-height:3rem;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:.6rem;background:var(--paper);color:var(--ink)}
input.code{font-size:1.5rem;letter-spacing:.3em}
[hidden]{display:none}
`;

/** For the policy: this style and no other. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
