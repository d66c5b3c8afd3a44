import { type Bar, Bars } from '../bars.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Facts } from '../facts.tsx'
import { DeskPage } from '../page.tsx'
import { Columns, Section } from '../section.tsx'
import { type Task, TaskList } from '../task-list.tsx'
import { AsSecretary, sampleDay } from './sample-shell.tsx'

const verify = (
  <ButtonLink href="/gaya/proyek" kind="primary">
    Verifikasi
  </ButtonLink>
)

const late: Task[] = [
  {
    title: 'Verifikasi rencana: Layanan Rujukan Satu Hari Jawab',
    path: '/gaya/proyek',
    note: 'Nadia Kusumastuti · disetujui atasan Senin, 9 November',
    due: '2026-11-23',
    act: verify,
  },
]
const thisWeek: Task[] = [
  {
    title: 'Undang tiga penilai untuk sidang paparan',
    path: '/gaya/beranda',
    note: 'Dua dari lima penilai sudah menjawab',
    due: '2026-11-24',
    act: <ButtonLink href="/gaya/beranda">Undang</ButtonLink>,
  },
  {
    title: 'Verifikasi rencana: Peta Regulasi Perpustakaan',
    path: '/gaya/proyek',
    note: 'Dewi Anggraeni Putri · disetujui atasan Kamis, 12 November',
    due: '2026-11-26',
    act: <ButtonLink href="/gaya/proyek">Verifikasi</ButtonLink>,
  },
  {
    title: 'Tetapkan penanggung jawab dokumentasi',
    path: '/gaya/beranda',
    note: 'Empat proyek berjalan belum mempunyai penanggung jawab',
    due: '2026-11-30',
    act: <ButtonLink href="/gaya/beranda">Tetapkan</ButtonLink>,
  },
  {
    title: 'Kirim undangan masuk kepada dua agen',
    path: '/gaya/beranda',
    note: 'Yohanes Lewa Tukan dan Nur Aini Rahmadani belum mempunyai surel',
    act: <ButtonLink href="/gaya/beranda">Kirim</ButtonLink>,
  },
]

const stages: Bar[] = [
  { label: 'Penyusunan rencana', value: 2 },
  { label: 'Persetujuan atasan', value: 2 },
  { label: 'Verifikasi sekretariat', value: 3 },
  { label: 'Paparan', value: 2 },
  { label: 'Pelaksanaan', value: 4 },
  { label: 'Selesai', value: 1 },
  { label: 'Ditutup', value: 0 },
]

/** A first page: what I do on the left, where everything stands on the right. */
export const DeskSample = () => (
  <AsSecretary toast="Undangan dikirim kepada Raka Pradipta.">
    <DeskPage
      title="Beranda"
      heading="Lima hal menunggu Anda"
      lead="Satu lewat batas waktu. Sidang paparan pertama Kamis, 3 Desember; tiga rencana harus diverifikasi sebelum itu."
      actions={<Button icon="printer">Cetak</Button>}
    >
      <Columns>
        <div>
          <Section title="Lewat batas" note="1 hal">
            <TaskList tasks={late} today={sampleDay} label="Lewat batas" />
          </Section>
          <Section title="Pekan ini" note="4 hal">
            <TaskList tasks={thisWeek} today={sampleDay} label="Pekan ini" />
          </Section>
        </div>
        <div>
          <Section title="14 proyek menurut tahap" act={<a href="/gaya/tabel">Lihat sebagai tabel</a>}>
            <Bars label="Proyek menurut tahap" bars={stages} />
          </Section>
          <Section title="Tanggal berikutnya">
            <Facts
              facts={[
                { term: 'Kamis, 3 Des', detail: 'Sidang paparan 1, pukul 09.00 WIB, Ruang Serbaguna' },
                { term: 'Jumat, 11 Des', detail: 'Penetapan rencana aksi, batas tahap untuk 14 proyek' },
                { term: 'Selasa, 15 Des', detail: 'Rapat Forum Agen Perubahan' },
              ]}
            />
          </Section>
        </div>
      </Columns>
    </DeskPage>
  </AsSecretary>
)
