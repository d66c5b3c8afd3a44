import { ActButton, ButtonLink } from '../button.tsx'
import { ConfirmAct } from '../confirm.tsx'
import { Facts } from '../facts.tsx'
import { LineChart } from '../line-chart.tsx'
import { MoreMenu } from '../menu.tsx'
import { DeskPage } from '../page.tsx'
import { Columns, Prose, Section } from '../section.tsx'
import { DueMark, State } from '../state.tsx'
import { type Step, Stepper, Turn } from '../stepper.tsx'
import { Tabs } from '../tabs.tsx'
import { Timeline } from '../timeline.tsx'
import { sampleMatrix } from './matrix-sample.tsx'
import { AsSecretary, sampleDay } from './sample-shell.tsx'

export const sampleSteps: Step[] = [
  { name: 'Penyusunan', is: 'done', who: 'Nadia Kusumastuti', when: 'selesai Jumat, 30 Okt' },
  { name: 'Persetujuan atasan', is: 'done', who: 'Kepala Pusat Jasa Informasi', when: 'selesai Senin, 9 Nov' },
  { name: 'Verifikasi', is: 'late', who: 'Sekretariat', when: 'batas Senin, 23 Nov', late: 'Lewat 1 hari' },
  { name: 'Paparan', is: 'ahead', who: 'Tim penilai', when: 'Kamis, 3 Des' },
  { name: 'Pelaksanaan', is: 'ahead', who: 'Nadia Kusumastuti', when: 'Januari–Mei 2027' },
  { name: 'Selesai', is: 'ahead', who: 'Dikonfirmasi atasan', when: 'batas Rabu, 30 Jun 2027' },
]

const tabs = [
  { path: '/gaya/proyek', label: 'Ringkasan' },
  { path: '/gaya/proyek?rencana', label: 'Rencana aksi' },
  { path: '/gaya/proyek?kemajuan', label: 'Kemajuan' },
  { path: '/gaya/proyek?tindak-lanjut', label: 'Tindak lanjut', count: 3 },
  { path: '/gaya/proyek?dokumentasi', label: 'Dokumentasi' },
  { path: '/gaya/proyek?riwayat', label: 'Riwayat' },
]

export const sampleChart = (
  <LineChart
    title="Pertanyaan yang dijawab dalam satu hari kerja, per bulan"
    unit="%"
    target={90}
    points={['Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt'].map((label, index) => ({
      label,
      value: 28 + index * 3 - (index % 2) * 5,
    }))}
  />
)

export const sampleHappenings = [
  { id: '3', at: new Date('2026-11-09T08:40:00Z'), sentence: 'Kepala Pusat menyetujui rencana aksi versi 2.' },
  {
    id: '2',
    at: new Date('2026-11-02T06:20:00Z'),
    sentence: 'Kepala Pusat mengembalikan versi 1.',
    note: 'Indikator kepuasan belum menyebut cara mengukurnya. Tambahkan data enam bulan terakhir sebagai pembanding.',
  },
  { id: '1', at: new Date('2026-10-30T09:02:00Z'), sentence: 'Nadia Kusumastuti mengajukan versi 1.' },
]

export const sampleFacts = [
  { term: 'Area', detail: 'Peningkatan Kualitas Pelayanan Publik; Penguatan Tatalaksana' },
  { term: 'Atasan', detail: 'Kepala Pusat Jasa Informasi (definitif)' },
  { term: 'Tim', detail: 'Rangga Aditya, Putri Lestari Ningsih, dan Daniel Manurung' },
  { term: 'Dokumentasi', detail: <State is="soon">Belum ada penanggung jawab</State> },
]

/** A project's page: whose turn, the way, and below it the tabs. */
export const ProjectSample = () => (
  <AsSecretary>
    <DeskPage
      title="Layanan Rujukan Satu Hari Jawab"
      lead="Nadia Kusumastuti, Pusat Jasa Informasi · b7k3m9qt"
      breadcrumbs={[{ path: '/gaya/tabel', label: 'Proyek' }]}
    >
      <Turn
        title="Giliran sekretariat: verifikasi rencana aksi versi 2"
        since="Sejak Senin, 9 November 2026. Batas Senin, 23 November 2026."
        due={<DueMark on="2026-11-23" today={sampleDay} />}
      >
        <ActButton action="/gaya/proyek" kind="primary">
          Verifikasi rencana
        </ActButton>
        <ButtonLink href="/gaya/proyek" icon="undo-2">
          Kembalikan
        </ButtonLink>
        <ConfirmAct action="/gaya/hentikan" act="Hentikan proyek" question="Hentikan proyek ini?">
          <p>Proyek yang dihentikan tidak dapat dilanjutkan. Riwayat dan berkasnya tetap tersimpan.</p>
        </ConfirmAct>
        <MoreMenu label="Tindakan lain atas proyek ini">
          <a href="/gaya/proyek">Unduh rencana aksi (DOCX)</a>
          <a href="/gaya/proyek">Ganti penanggung jawab</a>
        </MoreMenu>
      </Turn>
      <Stepper label="Perjalanan proyek" steps={sampleSteps} />
      <Tabs label="Bagian proyek" tabs={tabs} current="/gaya/proyek" />
      <Columns>
        <div>
          <Section title="Ringkasan">
            <Prose>
              <p>
                Pemustaka yang bertanya lewat surel atau loket menunggu jawaban rata-rata 4,6 hari kerja. Pertanyaan
                yang sama dijawab berulang oleh orang berbeda, dan tidak ada yang tahu pertanyaan mana yang belum
                dijawab.
              </p>
              <p>
                Proyek ini menyatukan semua pertanyaan dalam satu antrean dan menyimpan jawaban yang sudah diperiksa.
              </p>
            </Prose>
          </Section>
          <Section title="Riwayat terakhir" act={<a href="/gaya/proyek?riwayat">Semua riwayat</a>}>
            <Timeline happenings={sampleHappenings} zone="Asia/Jakarta" />
          </Section>
        </div>
        <div>
          <Section title="Indikator utama">{sampleChart}</Section>
          <Section title="Tentang proyek">
            <Facts facts={sampleFacts} />
          </Section>
        </div>
      </Columns>
      <Section title="Matriks rencana aksi" note="Versi 2: dua program, empat kegiatan">
        {sampleMatrix}
      </Section>
    </DeskPage>
  </AsSecretary>
)
