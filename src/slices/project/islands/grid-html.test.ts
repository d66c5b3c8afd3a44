import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { noBrowser, openPage } from '#test/browser.ts'
import type { Copied } from './grid-clipboard.ts'

const none = { rows: 0, columns: 0 }

/** Excel's head; its English one has a point before decimals. */
const excel = (rows: string, separator = ',', columns = '<col width=64><col width=64>') =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\${separator}"; mso-displayed-thousand-separator:"\\.";}
br {mso-data-placement:same-cell;} .xl65 {mso-number-format:"\\@";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'>
<!--StartFragment-->${columns}${rows}<!--EndFragment--></table></body></html>`

const samples: { name: string; html: string; copied: Copied | null }[] = [
  {
    name: 'Excel: lines within a cell, a text that is cut, an empty cell, a number',
    html: excel(`<tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=64>Menata<br>
    ulang</td><td width=64>Peserta 5&quot; la<span style='display:none'>yar</span></td></tr>
    <tr height=20><td height=20>&nbsp;</td><td align=right>1.250,5</td></tr>`),
    copied: {
      block: [
        ['Menata\nulang', 'Peserta 5" layar'],
        ['', '1.250,5'],
      ],
      left: none,
    },
  },
  {
    name: 'Excel: merged cells, and the row that only carries widths',
    html: excel(`<tr><td rowspan=2 height=40>Antrean</td><td>Loket</td></tr><tr><td>Daring</td></tr>
    <tr><td colspan=2 style='mso-ignore:colspan'>Teks yang melimpah</td></tr>
    <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td><td width=64></td></tr><![endif]>`),
    copied: {
      block: [
        ['Antrean', 'Loket'],
        ['', 'Daring'],
        ['Teks yang melimpah', ''],
      ],
      left: none,
    },
  },
  {
    name: 'Excel: hidden rows and columns',
    html: excel(
      `<tr><td>Satu</td><td>rahasia</td><td>10</td></tr>
      <tr height=0 style='display:none'><td>Dua</td><td></td><td>20</td></tr><tr><td>Tiga</td><td></td><td>30</td></tr>`,
      ',',
      "<col width=64><col width=0 style='display:none;mso-width-source:userset'><col width=64>",
    ),
    copied: {
      block: [
        ['Satu', '10'],
        ['Tiga', '30'],
      ],
      left: { rows: 1, columns: 1 },
    },
  },
  {
    name: 'an English Excel: numbers are written as here, texts stay',
    html: excel('<tr><td align=right>1,250.75</td><td class=xl65>1.2</td></tr>', '.'),
    copied: { block: [['1.250,75', '1.2']], left: none },
  },
  {
    name: 'Word: paragraphs, automatic numbers, what was struck out, and the row that only carries widths',
    html: `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=IN><!--StartFragment-->
    <p class=MsoNormal>Matriks</p><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
    <td width=100 valign=top><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
    style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Menata
    ulang<o:p></o:p></p><p class=MsoNormal><del cite="mailto:a">Lama</del>Denah baru<o:p></o:p></p></td>
    <td width=100><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
    <![if !supportMisalignedColumns]><tr height=0><td width=100 style='border:none'></td></tr><![endif]>
    </table><!--EndFragment--></body></html>`,
    copied: { block: [['1. Menata ulang\nDenah baru', '']], left: none },
  },
  {
    name: 'Google Sheets: numbers and days as they are, whatever the sheet shows',
    html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}--></style>
    <table dir="ltr" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/><col width="100"/></colgroup><tbody>
    <tr><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;007&quot;}">007</td>
    <td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1250.5}">1,250.5</td>
    <td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:46115}" data-sheets-numberformat="{&quot;1&quot;:5,&quot;2&quot;:&quot;M/d/yyyy&quot;}">4/3/2026</td></tr>
    <tr><td rowspan="1" colspan="2">dua <br/>baris</td><td></td></tr></tbody></table>`,
    copied: {
      block: [
        ['007', '1.250,5', '03/04/2026'],
        ['dua\nbaris', '', ''],
      ],
      left: none,
    },
  },
  {
    name: 'LibreOffice: numbers and days as they are, whatever the sheet shows',
    html: `<body><table cellspacing="0" border="0"><colgroup width="45"></colgroup><colgroup span="2" width="65"></colgroup>
    <tr><td height="17" align="left">satu<br>dua</td><td align="right" sdval="1250.25" sdnum="1033;">1250.25</td>
    <td align="right" sdval="46387" sdnum="1033;0;MM/DD/YY">12/31/26</td></tr></table></body>`,
    copied: { block: [['satu\ndua', '1250,25', '31/12/2026']], left: none },
  },
  { name: 'what has no table', html: '<p class=MsoNormal>Satu kalimat</p>', copied: null },
]

describe.skipIf(noBrowser !== '')(`a copied table${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is read as its program meant it', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export { readHtml } from './grid-html.ts'`, resolveDir: import.meta.dirname, loader: 'ts' },
      ...{ bundle: true, write: false, format: 'iife', globalName: 'grid' },
    })
    const page = await openPage()
    // As on our pages, where no style of a clipboard takes effect.
    await page.setContent(`<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`)
    await page.addScriptTag({ content: outputFiles?.[0]?.text ?? '' })
    const read = await page.evaluate(
      (all) => {
        const { grid } = globalThis as unknown as { grid: { readHtml(html: string): Copied | undefined } }
        return all.map((html) => grid.readHtml(html) ?? null)
      },
      samples.map(({ html }) => html),
    )
    expect(samples.map(({ name }, at) => ({ name, copied: read[at] }))).toEqual(
      samples.map(({ name, copied }) => ({ name, copied })),
    )
  })
})
