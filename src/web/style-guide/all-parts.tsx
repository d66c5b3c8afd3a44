import { Alert } from '../alert.tsx'
import { Bars } from '../bars.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { ConfirmAct } from '../confirm.tsx'
import { Facts } from '../facts.tsx'
import { Menu } from '../menu.tsx'
import { DeskPage } from '../page.tsx'
import { EmptyState, MoreWords, Section } from '../section.tsx'
import { Badge, DueMark, State } from '../state.tsx'
import { Stepper } from '../stepper.tsx'
import { Tabs } from '../tabs.tsx'
import { Timeline } from '../timeline.tsx'
import { Colours, Sizes } from './foundations.tsx'
import { sampleMatrix } from './matrix-sample.tsx'
import { sampleChart, sampleFacts, sampleHappenings, sampleSteps } from './project-sample.tsx'
import { AsSecretary, sampleDay } from './sample-shell.tsx'
import { emptyTable, sampleTable } from './table-sample.tsx'

const samples = [
  { path: '/gaya', label: 'Bagian-bagian' },
  { path: '/gaya/beranda', label: 'Beranda' },
  { path: '/gaya/tabel', label: 'Tabel' },
  { path: '/gaya/proyek', label: 'Proyek' },
  { path: '/gaya/formulir', label: 'Formulir' },
  { path: '/gaya/masuk', label: 'Masuk' },
]

const areas = [
  { label: 'Peningkatan Kualitas Pelayanan Publik', value: 6 },
  { label: 'Penguatan Tatalaksana', value: 5 },
  { label: 'Penguatan Sistem Manajemen SDM ASN', value: 3 },
  { label: 'Penguatan Kelembagaan', value: 0 },
]

const days = ['2026-11-20', '2026-11-24', '2026-11-25', '2026-11-27', '2026-12-11']

/** Every part in every state, for whoever draws a page. */
export const AllParts = () => (
  <AsSecretary toast="Rencana aksi versi 2 diverifikasi.">
    <DeskPage
      title="Gaya"
      heading="Bagian-bagian antarmuka"
      lead="Semua bagian dalam setiap keadaannya, dengan isi seperti di kantor. Halaman ini hanya ada saat pengembangan."
    >
      <Tabs label="Contoh halaman" tabs={samples} current="/gaya" />
      <Section title="Warna" note="Terang dan gelap mengikuti perangkat">
        <Colours />
      </Section>
      <Section title="Huruf">
        <Sizes />
      </Section>
      <Section title="Tombol" note="Satu yang utama tiap halaman">
        <div class="actions">
          <Button kind="primary">Ajukan rencana</Button>
          <Button>Simpan draf</Button>
          <Button icon="printer">Cetak A4</Button>
          <ButtonLink href="/gaya" kind="quiet">
            Ubah
          </ButtonLink>
          <Button disabled>Nyatakan siap</Button>
          <ConfirmAct action="/gaya/hentikan" act="Hentikan proyek" question="Hentikan proyek ini?">
            <p>Proyek yang dihentikan tidak dapat dilanjutkan. Riwayat dan berkasnya tetap tersimpan.</p>
          </ConfirmAct>
          <Menu label="Unduh" align="start">
            <a href="/gaya">Word (DOCX)</a>
            <a href="/gaya">PDF untuk arsip</a>
          </Menu>
        </div>
      </Section>
      <Section title="Keadaan" note="Bentuk, kata, dan warna mengatakan hal yang sama">
        <Facts
          facts={[
            ...days.map((day) => ({ term: day, detail: <DueMark on={day} today={sampleDay} /> })),
            { term: 'Ditutup', detail: <State is="done">Ditutup 6 November</State> },
            { term: 'Terverifikasi', detail: <State is="good">Terverifikasi</State> },
            { term: 'Dihentikan', detail: <State is="stopped">Dihentikan</State> },
          ]}
        />
        <div class="actions">
          <Badge is="open">Draf</Badge>
          <Badge is="soon">Dikembalikan</Badge>
          <Badge is="late">Terlambat</Badge>
          <Badge is="good">Ditetapkan</Badge>
          <Badge is="done">Digantikan</Badge>
          <Badge is="stopped">Dihentikan</Badge>
        </div>
      </Section>
      <Section title="Pemberitahuan di halaman">
        <Alert title="Paparan dijadwalkan Kamis, 3 Desember">Unggah salindia paling lambat sehari sebelumnya.</Alert>
        <Alert kind="soon" title="Tiga saran dari pemeriksaan">
          Saran tidak menghalangi persetujuan.
        </Alert>
        <Alert kind="late" title="Rencana belum dapat diajukan">
          Matriks belum mempunyai kegiatan.
        </Alert>
      </Section>
      <Section title="Langkah">
        <Stepper label="Perjalanan proyek" steps={sampleSteps} />
        <Stepper
          label="Perjalanan proyek yang tepat waktu"
          steps={sampleSteps.map(({ late: _, ...step }) => (step.is === 'late' ? { ...step, is: 'now' } : step))}
        />
      </Section>
      <Section title="Tabel">{sampleTable}</Section>
      <Section title="Tabel tanpa baris">{emptyTable}</Section>
      <Section title="Matriks">{sampleMatrix}</Section>
      <Section title="Grafik">
        {sampleChart}
        <Bars label="Proyek menurut area perubahan" bars={areas} />
      </Section>
      <Section title="Keterangan dan riwayat">
        <Facts facts={sampleFacts} />
        <Timeline happenings={sampleHappenings} zone="Asia/Jakarta" />
        <MoreWords label="Cara menghitung">
          <p>Dihitung sampai akhir hari ini menurut waktu instansi.</p>
        </MoreWords>
      </Section>
      <Section title="Daftar kosong">
        <EmptyState title="Tidak ada yang menunggu Anda">Kami memberi tahu Anda bila ada giliran Anda.</EmptyState>
      </Section>
    </DeskPage>
  </AsSecretary>
)
