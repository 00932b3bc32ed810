import type { ItemInWords, LetterInWords, LetterLink, LetterSection } from '../domain/text/letter.ts'
import { escaped } from './escape.ts'

/** Nothing is fetched: no image, font or sheet from elsewhere. Read without any style it is headings and tables. */
const style = `
:root { color-scheme: light dark; }
body { margin: 0; background: #f4f6f8; color: #17212b; font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 24px 20px 32px; background: #ffffff; overflow-wrap: anywhere; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
h2 { margin: 32px 0 8px; padding-left: 10px; border-left: 5px solid #2f5d8a; font-size: 18px; line-height: 1.3; }
h2.overdue { border-color: #b3261e; }
h2.soon { border-color: #9a5b00; }
h3 { margin: 20px 0 0; font-size: 14px; font-weight: 600; color: #4a5764; }
h4 { margin: 0 0 6px; font-size: 17px; line-height: 1.3; }
p { margin: 0 0 12px; }
.item { margin: 10px 0 16px; padding: 14px 16px; border: 1px solid #d3dae1; border-radius: 6px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 5px 0; text-align: left; vertical-align: top; font-size: 15px; border-top: 1px solid #e6eaee; }
th { width: 31%; padding-right: 12px; font-weight: 600; color: #4a5764; }
.item p { margin: 8px 0 0; font-size: 15px; }
a { color: #0b5394; }
footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid #d3dae1; font-size: 14px; color: #4a5764; }
@media (max-width: 480px) {
  th, td { display: block; width: auto; padding: 0; border: 0; }
  th { padding-top: 8px; font-size: 13px; }
}
@media (prefers-color-scheme: dark) {
  body { background: #10161c; color: #e6ebf0; }
  main { background: #182129; }
  h2 { border-color: #7fb2e5; }
  h2.overdue { border-color: #ff9c94; }
  h2.soon { border-color: #f0b45a; }
  .item, footer { border-color: #35424e; }
  th, td { border-color: #2a353f; }
  h3, th, footer { color: #b3bfca; }
  a { color: #8ec5ff; }
}
`

/** A letter as an HTML document, without scripts. Everything that comes from data is escaped. */
export function letterHtml(words: LetterInWords): string {
  const { language, subject, title, intro, sections, closing, unsubscribe } = words
  const end = unsubscribe === undefined ? '' : `<p>${link(unsubscribe)}</p>\n`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${paragraphs(intro)}${sections.map(sectionHtml).join('')}<footer>
${paragraphs(closing)}${end}</footer>
</main>
</body>
</html>
`
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escaped(line)}</p>\n`).join('')
}

function sectionHtml({ when, title, accords }: LetterSection): string {
  const groups = accords.map(
    ({ title, items }) => `<h3>${escaped(title)}</h3>\n${items.map(itemHtml).join('')}`,
  )
  return `<h2 class="${when}">${escaped(title)}</h2>\n${groups.join('')}`
}

function itemHtml({ title, rows, why }: ItemInWords): string {
  const cells = rows.map(
    ({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>\n`,
  )
  return `<div class="item">
<h4>${escaped(title)}</h4>
<table>
${cells.join('')}</table>
<p>${link(why)}</p>
</div>
`
}

/** Many links of one mail read alike: the label says which is which, and begins with what is seen. */
function link({ url, text, described }: LetterLink): string {
  const label = described === undefined ? '' : ` aria-label="${escaped(described)}"`
  return `<a href="${escaped(url)}"${label}>${escaped(text)}</a>`
}
