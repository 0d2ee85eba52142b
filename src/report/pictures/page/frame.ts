import { html } from './document-html.ts';
import type { PageData } from './page-data.ts';
import { PAGE_LICENCES, PAGE_SCRIPT, PAGE_SCRIPT_HASH } from './page-script.ts';
import { SCRIPTLESS, STYLES } from './styles.ts';
import { WORDS } from './words.ts';

/** Nothing is loaded, and no script runs but the page's own. Styles are free, because charts write them on their elements. */
const POLICY = `default-src 'none'; script-src '${PAGE_SCRIPT_HASH}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;

/**
 * A whole page around its content.
 * @param content markup in which every text of the data is escaped
 */
export function framed(title: string, content: string, data: PageData, version: string): string {
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="pitwall ${html(version)}">
<link rel="icon" href="data:,">
<title>${html(title)}</title>
<style>${STYLES}</style>
<noscript><style>${SCRIPTLESS}</style></noscript>
</head>
<body>
<a class="skip no-print" href="#content">${WORDS.skip}</a>
${header(title)}
<main id="content">
${content}
</main>
<footer><p>${html(WORDS.madeBy(version))}</p>
<details class="no-print"><summary>${WORDS.software}</summary><pre>${html(PAGE_LICENCES)}</pre></details></footer>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function header(title: string): string {
  const themes = Object.entries(WORDS.themes).map(([id, text]) => `<option value="${id}">${html(text)}</option>`);
  return `<header>
<div class="bar no-print live"><span></span><div class="bar"><label class="row">${WORDS.theme}<select id="theme">${themes.join('')}</select></label><button type="button" id="print">${WORDS.print}</button></div></div>
<h1>${unbroken(html(title))}</h1>
<noscript><p class="error-text">${html(WORDS.noScript)}</p></noscript>
</header>`;
}

/** A number and its unit stay on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (?=[%dh]\b|%)/g, '$1\u00a0');
}

/** JSON that ends no script and begins no comment, whatever texts it holds. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
