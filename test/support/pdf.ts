/** A PDF of one page, or of none, with what is drawn on it and a form that draws itself. */
export function makePdf(drawn: string, { box = '0 0 420 594', pages = 1 } = {}): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages ? '3 0 R' : ''}]/Count ${pages}>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</XObject<</Self 5 0 R>>>>>>`,
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9/Resources<</XObject<</Self 5 0 R>>>>>>stream\n/Self Do \nendstream',
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`)
}
