import { instantInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { ReadingPage } from '#web/page.tsx'
import { MoreWords, Prose, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { type OpenColumn, openDataLicence, openDatasets, openDataVersion } from '../open-data.ts'
import type { OpenDataState } from '../open-data-commands.ts'
import { ShareHead } from './share-head.tsx'

type Props = { url: string; states: OpenDataState[] }

const means =
  'Isi galeri proyek perubahan sebagai berkas yang dapat dibaca program: proyek, dokumentasi, dan jumlahnya.'

/** What is public, as files: how much there is, since when, what each column means, and how it may be used. */
export const OpenDataPage = ({ url, states }: Props) => (
  <ReadingPage
    title="Data terbuka"
    lead={means}
    breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
    head={
      <ShareHead
        url={url}
        address={`${url}/data`}
        title="Data terbuka galeri proyek perubahan"
        siteName="Rintis"
        description={means}
        type="article"
        picture={undefined}
        isFramed={false}
        objects={states.map((state) => datasetObject(url, state))}
      />
    }
  >
    <Files states={states} />
    <Section title="Cara memakai">
      <Prose>
        <p>
          Lisensi keterangan di berkas-berkas ini <a href={openDataLicence.address}>{openDataLicence.name}</a>: boleh
          dipakai dan diubah siapa pun dengan menyebut instansi dan alamat halamannya. Film, gambar, dan dokumennya
          sendiri mengikuti lisensi masing-masing, yang tertulis dalam kolom lisensi.
        </p>
        <p>
          Nama orang tidak ada dalam berkas: mereka setuju disebut di halaman proyeknya. Yang ditarik dari galeri hilang
          dari berkas dalam satu menit.
        </p>
        <p>
          CSV memakai koma, UTF-8, dan nama kolom di baris pertama. Isi yang dapat dijalankan program lembar kerja
          sebagai rumus didahului tanda petik tunggal. Kirim ETag yang Anda terima sebagai If-None-Match agar yang tidak
          berubah tidak diunduh lagi. Perubahan keterangan tercatat di ETag dan di jumlah baris di atas paling lama
          seperempat jam kemudian.
        </p>
        <p>
          Skema versi {openDataVersion}. Kolom baru menaikkan angka kedua; kolom yang hilang atau berganti arti
          menaikkan angka pertama. Untuk program: <a href="/data/datapackage.json">datapackage.json</a>, umpan berita{' '}
          <a href="/feed.xml">RSS</a>, dan <a href="/oai?verb=Identify">OAI-PMH</a> untuk katalog perpustakaan.
        </p>
      </Prose>
    </Section>
    <Section title="Kamus data">
      {Object.values(openDatasets).map(({ name, title, means, columns }) => (
        <div key={name} id={name} class="dictionary">
          <h3>{title}</h3>
          <p>{means}</p>
          <MoreWords label={`${numberInWords(columns.length)} kolom`}>
            <Dictionary name={name} columns={columns} />
          </MoreWords>
        </div>
      ))}
    </Section>
  </ReadingPage>
)

function Files({ states }: Pick<Props, 'states'>) {
  const { zone } = useShell()
  const columns: Column<OpenDataState>[] = [
    {
      header: 'Data',
      cell: ({ name, title, means }) => (
        <>
          <a href={`#${name}`}>{title}</a>
          <small>{means}</small>
        </>
      ),
    },
    { header: 'Baris', align: 'end', cell: ({ count }) => numberInWords(count) },
    { header: 'Diperbarui', cell: ({ changedAt }) => changedAt && instantInWords(zone, changedAt) },
    {
      header: 'Unduh',
      cell: ({ name, title }) => (
        <span class="formats">
          {['csv', 'json', 'xlsx'].map((format) => (
            <a key={format} href={`/data/${name}.${format}`} aria-label={`${title}, ${format.toUpperCase()}`}>
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      ),
    },
  ]
  return (
    <DataTable caption="Berkas data terbuka" columns={columns} rows={states} keyOf={({ name }) => name} empty={null} />
  )
}

const typeWords: Record<OpenColumn<unknown>['type'], string> = {
  string: 'teks',
  integer: 'bilangan bulat',
  boolean: 'true atau false',
  date: 'tanggal (TTTT-BB-HH)',
  list: 'beberapa teks, dipisahkan titik koma; dalam JSON sebuah larik',
}

/** The columns of a file; what they are drawn from is no matter here. */
const Dictionary = ({
  name,
  columns,
}: {
  name: string
  columns: Pick<OpenColumn<never>, 'name' | 'type' | 'means'>[]
}) => (
  <DataTable
    caption={`Kolom data ${name}`}
    columns={[
      { header: 'Kolom', cell: (column) => <code>{column.name}</code> },
      { header: 'Arti', cell: (column) => column.means },
      { header: 'Isi', cell: (column) => typeWords[column.type] },
    ]}
    rows={columns}
    keyOf={(column) => column.name}
    empty={null}
  />
)

/** A file as searchers of data sets know it (schema.org). */
const datasetObject = (url: string, { name, title, means, changedAt }: OpenDataState) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: `${title}: galeri proyek perubahan`,
  description: means,
  url: `${url}/data#${name}`,
  license: openDataLicence.address,
  version: openDataVersion,
  inLanguage: 'id',
  isAccessibleForFree: true,
  ...(changedAt && { dateModified: changedAt.toISOString() }),
  distribution: Object.entries({ csv: 'text/csv', json: 'application/json' }).map(([format, encodingFormat]) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: `${url}/data/${name}.${format}`,
  })),
})
