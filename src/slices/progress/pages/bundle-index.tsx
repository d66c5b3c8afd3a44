import { render } from 'preact-render-to-string'
import { dayInWords, instantInWords, type Zone } from '#kit/date.ts'
import { safeHref } from '#kit/text.ts'
import { sizeInWords } from '#web/file-size.ts'
import type { PackedPiece } from '../bundle.ts'
import { placeOf } from '../bundle-sheet.ts'
import { stateWords } from './words.ts'

type Index = { title: string; pieces: PackedPiece[]; now: Date; zone: Zone }

/** The bundle's index as a page that needs nothing beside it, on a screen and on paper. */
export const writeBundleIndex = (index: Index): string => `<!doctype html>${render(<BundleIndex {...index} />)}`

const style = `
  body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; color: #1d1b16; background: #fff }
  table { width: 100%; border-collapse: collapse; font-size: .875rem }
  th, td { padding: .4rem .5rem; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { border-bottom-width: 2px }
  code { font-size: .75rem }
  @media print { @page { size: A4 landscape; margin: 12mm } body { margin: 0 } tr { break-inside: avoid } thead { display: table-header-group } }
`

const BundleIndex = ({ title, pieces, now, zone }: Index) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`Eviden ${title}`}</title>
      <style>{style}</style>
    </head>
    <body>
      <h1>Eviden {title}</h1>
      <p>
        {pieces.length} eviden, diunduh dari Rintis pada {instantInWords(zone, now)}. SHA-256 menunjukkan bahwa berkas
        tidak berubah sejak diunggah.
      </p>
      <table>
        <thead>
          <tr>
            {['Proyek dan kegiatan', 'Eviden', 'Membuktikan', 'Keadaan', 'SHA-256'].map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pieces.map((packed) => (
            <Row key={packed.piece.id} packed={packed} />
          ))}
        </tbody>
      </table>
    </body>
  </html>
)

const Row = ({ packed }: { packed: PackedPiece }) => {
  const { piece, project, activities } = packed
  return (
    <tr>
      <td>
        {project.title}
        {(activities.length > 0 ? activities : ['Di luar rencana']).map((activity) => (
          <div key={activity}>{activity}</div>
        ))}
      </td>
      <td>
        <Place packed={packed} />
        <div>
          {piece.authorName}
          {piece.file && `, ${sizeInWords(piece.file.size)}`}
        </div>
      </td>
      <td>{dayInWords(piece.provesOn)}</td>
      <td>{stateWords[piece.state].word}</td>
      <td>
        <code>{piece.file?.sha256}</code>
      </td>
    </tr>
  )
}

function Place({ packed }: { packed: PackedPiece }) {
  const { path, piece } = packed
  if (path !== null) return <a href={path.split('/').map(encodeURIComponent).join('/')}>{piece.name}</a>
  if (piece.link !== null) return <a href={safeHref(piece.link)}>{piece.link}</a>
  return (
    <>
      {piece.name} <strong>{placeOf(packed)}</strong>
    </>
  )
}
