import type { Form } from '#kit/form.ts'
import { Button } from '../button.tsx'
import { CheckboxField, CheckboxFields, RadioFields } from '../choices.tsx'
import { DateField, EmailField, FieldRow, NumberField, SelectField, TextField, TimeField } from '../fields.tsx'
import { FileField, FileList, RemoveFile } from '../file-field.tsx'
import { FormBar, FormPart, PostForm } from '../form.tsx'
import { ReadingPage } from '../page.tsx'
import { State } from '../state.tsx'
import { TextArea } from '../text-area.tsx'
import { AsSecretary } from './sample-shell.tsx'

const form: Form = {
  values: {
    progress: '170',
    measured_on: '2026-11-20',
    source: 'queue',
    state: 'help',
    measured_by: ['counter', 'audit'],
    obstacle:
      'Layar layanan mandiri baru tiba dua dari empat karena pengadaan diulang. Petugas memasukkan data pada sore hari.',
    solution: 'Dua tablet dipinjam dari ruang anak sampai layar tiba.',
    contact: 'ratih@pustaka.example',
  },
  errors: {
    progress: 'Kemajuan tidak boleh lebih dari 100. Maksud Anda 70?',
    indicator: 'Isi nilai indikator pada akhir triwulan.',
    true_to_fact: 'Nyatakan bahwa laporan ini sesuai keadaan.',
  },
  theirs: { solution: 'Tiga tablet dipinjam dari ruang anak.' },
  remark:
    'Isian ini sudah disimpan orang lain atau di tab lain sejak Anda membukanya. Bandingkan kedua nilai, lalu simpan lagi yang benar.',
}

const states = [
  { value: 'plan', label: 'Sesuai rencana' },
  { value: 'slow', label: 'Tertinggal, dapat dikejar', hint: 'Masih dapat selesai pada batas tahap.' },
  { value: 'help', label: 'Perlu bantuan pimpinan', hint: 'Sekretariat akan menghubungi Anda.' },
]
const measurers = [
  { value: 'counter', label: 'Petugas loket' },
  { value: 'reader', label: 'Pemustaka' },
  { value: 'audit', label: 'Inspektorat' },
]
const sources = [
  { value: 'queue', label: 'Catatan mesin antrean' },
  { value: 'survey', label: 'Survei pemustaka' },
]

const files = [
  { id: '1', name: 'Berita acara penyatuan loket.pdf', size: 1_400_000, path: '/gaya/formulir', state: { is: 'kept' } },
  {
    id: '2',
    name: 'Suasana loket baru.mp4',
    size: 144_000_000,
    icon: 'film',
    state: { is: 'coming', percent: 62, words: 'kira-kira 2 menit lagi' },
  },
  {
    id: '3',
    name: 'Data antrean November.xlsm',
    size: 88_000,
    state: { is: 'refused', reason: 'Berkas bermakro tidak diterima. Simpan sebagai .xlsx, lalu unggah lagi.' },
  },
] as const

/** A long form that came back: errors, what somebody else saved, files on their way. */
export const FormSample = () => (
  <AsSecretary>
    <ReadingPage
      title="Laporan kemajuan triwulan IV 2026"
      lead="Satu Meja untuk Anggota Baru. Kirim paling lambat Senin, 30 November 2026."
      breadcrumbs={[
        { path: '/gaya/tabel', label: 'Proyek' },
        { path: '/gaya/proyek', label: 'Satu Meja' },
      ]}
      form={form}
    >
      <PostForm form={form} action="/gaya/formulir" guarded>
        <FormPart title="Kemajuan kegiatan" note="Hanya kegiatan yang berjalan pada triwulan ini.">
          <NumberField
            form={form}
            name="progress"
            label="Memindahkan formulir ke layar layanan mandiri"
            hint="Triwulan lalu 45%."
            unit="%"
            width={4}
          />
          <RadioFields form={form} name="state" label="Keadaan proyek menurut Anda" choices={states} />
        </FormPart>
        <FormPart title="Indikator" note="Nilai dibandingkan dengan rencana awal yang ditetapkan 12 Maret 2026.">
          <FieldRow>
            <NumberField
              form={form}
              name="indicator"
              label="Waktu layanan rata-rata"
              hint="Awal 47 menit."
              unit="menit"
            />
            <DateField form={form} name="measured_on" label="Tanggal pengukuran" hint="Hari terakhir mengukur." />
            <TimeField form={form} name="begins_at" label="Jam mulai" optional />
          </FieldRow>
          <SelectField form={form} name="source" label="Sumber angka" options={sources} width={20} />
          <CheckboxFields form={form} name="measured_by" label="Yang ikut mengukur" choices={measurers} optional />
        </FormPart>
        <FormPart title="Hambatan dan jalan keluar">
          <TextArea
            form={form}
            name="obstacle"
            label="Hambatan"
            hint="Ceritakan satu hambatan terbesar."
            limit={{ most: 12, unit: 'kata' }}
          />
          <TextArea form={form} name="solution" label="Jalan keluar" optional limit={{ most: 60, unit: 'kata' }} />
          <TextField form={form} name="owner" label="Penanggung jawab jalan keluar" optional />
          <EmailField form={form} name="contact" label="Surel penanggung jawab" autocomplete="off" />
        </FormPart>
        <FormPart title="Eviden" note="Gambar, PDF, atau berkas kantor.">
          <FileField
            form={form}
            name="evidence"
            label="Tambah berkas"
            hint="Paling besar 200 MB tiap berkas."
            most={200_000_000}
            multiple
            optional
          />
          <FileList
            label="Berkas laporan ini"
            files={files.map((file) => ({
              ...file,
              act: <RemoveFile name="remove" value={file.id} file={file.name} />,
            }))}
          />
          <CheckboxField form={form} name="true_to_fact" label="Laporan ini sesuai dengan keadaan di lapangan" />
        </FormPart>
        <FormBar state={<State is="good">Tersimpan pukul 10.42 WIB</State>}>
          <Button formAction="/gaya/formulir?pratinjau">Pratinjau</Button>
          <Button kind="primary">Kirim laporan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  </AsSecretary>
)
