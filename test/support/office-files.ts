import { strToU8, zipSync } from 'fflate'

const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const zip = (files: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, xml(text)]))))

const opened = 'http://schemas.openxmlformats.org'
const relations = `${opened}/officeDocument/2006/relationships`
const office = 'application/vnd.openxmlformats-officedocument'
const relationsOf = (rows: string) =>
  `<Relationships xmlns="${opened}/package/2006/relationships">${rows}</Relationships>`
const typesOf = (part: string, type: string) =>
  `<Types xmlns="${opened}/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/${part}" ContentType="${office}.${type}+xml"/></Types>`
const rootOf = (part: string) =>
  relationsOf(`<Relationship Id="r1" Type="${relations}/officeDocument" Target="${part}"/>`)

const picture = (id: string) => `<w:p><w:r><w:drawing>
  <wp:inline xmlns:wp="${opened}/drawingml/2006/wordprocessingDrawing"><wp:extent cx="2000000" cy="2000000"/>
  <wp:docPr id="1" name="${id}"/><a:graphic xmlns:a="${opened}/drawingml/2006/main">
  <a:graphicData uri="${opened}/drawingml/2006/picture"><pic:pic xmlns:pic="${opened}/drawingml/2006/picture">
  <pic:nvPicPr><pic:cNvPr id="1" name="${id}"/><pic:cNvPicPr/></pic:nvPicPr>
  <pic:blipFill><a:blip xmlns:r="${relations}" r:link="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
  <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="2000000"/></a:xfrm>
  <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
  </w:drawing></w:r></w:p>`

const field = (code: string) => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:t>lama</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

/** A text of Word, with pictures that it does not hold but points at, by a picture and by a field. */
export function makeDocx(text: string, pointsAt: readonly string[] = []): Buffer {
  const pictures = pointsAt.map((_, at) => picture(`p${at}`)).join('')
  const fields = pointsAt.map((address) => field(`INCLUDEPICTURE "${address}"`)).join('')
  return zip({
    '[Content_Types].xml': typesOf('word/document.xml', 'wordprocessingml.document.main'),
    '_rels/.rels': rootOf('word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="${opened}/wordprocessingml/2006/main"><w:body>
      <w:p><w:r><w:t>${text}</w:t></w:r></w:p>${pictures}${fields}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsOf(
      pointsAt
        .map((to, at) => `<Relationship Id="p${at}" Type="${relations}/image" Target="${to}" TargetMode="External"/>`)
        .join(''),
    ),
  })
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

/** Slides of OpenDocument: one, with pictures that it points at. */
export function makeOdp(text: string, pointsAt: readonly string[] = []): Buffer {
  const type = 'application/vnd.oasis.opendocument.presentation'
  const pictures = pointsAt.map(
    (address) => `<draw:frame svg:width="5cm" svg:height="5cm">
      <draw:image xlink:href="${address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`,
  )
  const spaces = `xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0" xmlns:draw="${oasis}:drawing:1.0"
    xmlns:svg="${oasis}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`
  const content = `<office:document-content ${spaces} office:version="1.2"><office:body><office:presentation>
    <draw:page draw:name="satu"><draw:frame svg:width="9cm" svg:height="3cm"><draw:text-box><text:p>${text}</text:p>
    </draw:text-box></draw:frame>${pictures.join('')}</draw:page>
    </office:presentation></office:body></office:document-content>`
  const manifest = `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">
    <manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
  const files = { 'META-INF/manifest.xml': xml(manifest), 'content.xml': xml(content) }
  return Buffer.from(zipSync({ mimetype: [strToU8(type), { level: 0 }], ...files }))
}
