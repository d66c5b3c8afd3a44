import type { Quarantined } from '#files'
import { instantInWords } from '#kit/date.ts'
import { Alert } from '#web/alert.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { DeskPage } from '#web/page.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'

type Props = {
  uploads: Quarantined[]
  hasScanner: boolean
  /** Why the scanner cannot be asked. */
  away: string | null | undefined
}

/** Karantina: what came in and may not be kept, or not yet. */
export function QuarantinePage({ uploads, hasScanner, away }: Props) {
  const { zone } = useShell()
  return (
    <DeskPage
      title="Karantina"
      lead="Berkas yang baru diunggah diperiksa dari virus lebih dahulu. Yang tertahan tidak dapat dibuka, dilampirkan, atau diolah siapa pun."
      breadcrumbs={[{ path: '/pengaturan', label: 'Pengaturan' }]}
    >
      {!hasScanner && (
        <Alert kind="note" title="Pemeriksa virus belum dipasang.">
          <p>Berkas diterima tanpa pemeriksaan. Pengelola server memasangnya lewat CLAMD_URL.</p>
        </Alert>
      )}
      {away && (
        <Alert kind="late" title="Pemeriksa virus sedang tidak bekerja.">
          <p>Sebabnya: {away}. Sampaikan ini kepada pengelola server.</p>
          <p>
            Selama itu formulir dengan berkas baru belum dapat dikirim. Berkas yang diunggah menunggu, tidak ada yang
            hilang, dan diperiksa sendiri begitu pemeriksa kembali.
          </p>
        </Alert>
      )}
      <DataTable
        caption="Berkas dalam karantina"
        rows={uploads}
        keyOf={({ id }) => id}
        empty={<p>Tidak ada berkas yang tertahan.</p>}
        columns={[
          {
            header: 'Berkas',
            cell: ({ name, size }) => `${name} (${sizeInWords(size)})`,
          },
          { header: 'Keadaan', cell: (upload) => <HeldState {...upload} isAway={Boolean(away)} /> },
          { header: 'Diunggah oleh', cell: ({ by }) => by },
          { header: 'Sejak', cell: ({ quarantineAt }) => instantInWords(zone, quarantineAt) },
          {
            header: 'Tindakan',
            cell: (upload) => (
              <div class="actions">
                {upload.quarantine === 'too_large' && <ConfirmAct {...letInQuestion(upload)} />}
                <ConfirmAct {...removeQuestion(upload)} />
              </div>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}

function HeldState({ quarantine, threat, isAway }: Quarantined & { isAway: boolean }) {
  if (quarantine === 'infected') return <State is="late">Terjangkit virus: {threat}</State>
  if (quarantine === 'too_large') return <State is="soon">Tidak diperiksa: terlalu besar</State>
  return <State is="open">{isAway ? 'Menunggu pemeriksa' : 'Menunggu hasil pemeriksaan'}</State>
}

export const letInQuestion = ({ id, name }: Quarantined) => ({
  action: `/pengaturan/karantina/${id}/terima`,
  act: 'Terima tanpa diperiksa',
  question: `Terima ${name} tanpa pemeriksaan virus?`,
  children: (
    <p>
      Pemeriksa virus tidak menerima berkas sebesar ini. Terima hanya bila Anda mengenal asalnya. Keputusan ini dicatat
      di jejak audit, dan pengunggahnya diberi tahu agar mengirim formulirnya lagi.
    </p>
  ),
})

export const removeQuestion = ({ id, name }: Quarantined) => ({
  action: `/pengaturan/karantina/${id}/hapus`,
  act: 'Hapus',
  question: `Hapus ${name} dari karantina?`,
  children: <p>Berkas ini hilang untuk selamanya. Penghapusannya dicatat di jejak audit.</p>,
})
