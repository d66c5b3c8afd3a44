import type { Form } from '#kit/form.ts'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { DateField, FieldRow, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { contributorRoles, contributorWords, languages, licenceCodes, licences } from '../description.ts'
import { linesAtOnce } from '../description-forms.ts'
import type { RecordingRow } from '../store.ts'

type Props = {
  row: RecordingRow
  form: Form
  areas: Option[]
  targets: Option[]
  /** Names of those around the project, to choose from. */
  names: string[]
  lines: number
}

const roles = contributorRoles.map((role) => ({ value: role, label: contributorWords[role] }))
const spoken = Object.entries(languages).map(([value, label]) => ({ value, label }))
const rights = licenceCodes.map((code) => ({ value: code, label: licences[code].name, hint: licences[code].means }))

/** What is said of a recording, in the parts in which a catalogue asks for it. */
export function DescriptionPage({ row, form, areas, targets, names, lines }: Props) {
  const home = `/dokumentasi/${row.code}`
  return (
    <ReadingPage
      title="Lengkapi keterangan"
      lead="Dengan kata-kata ini dokumentasi ditemukan dan dipahami kelak, juga oleh perpustakaan lain."
      breadcrumbs={[{ path: home, label: row.title }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/ubah`} guarded>
        <EnterButton />
        <HiddenFields form={form} names={['revision', 'lines']} />
        <FormPart title="Isi">
          <TextField form={form} name="title" label="Judul" width="full" />
          <TextField form={form} name="alternative_title" label="Judul lain" width="full" optional />
          <TextArea
            form={form}
            name="description"
            label="Uraian"
            hint="Apa yang terlihat, siapa yang berbicara, dan apa yang berubah."
            rows={5}
            optional
          />
        </FormPart>
        <FormPart title="Waktu dan tempat">
          <DateField form={form} name="recorded_on" label="Tanggal direkam" optional />
          <TextField
            form={form}
            name="place"
            label="Tempat"
            hint="Kabupaten atau kota dan provinsinya, misalnya Ende, Nusa Tenggara Timur."
            width="full"
            optional
          />
          <SelectField form={form} name="language" label="Bahasa" options={spoken} />
        </FormPart>
        <FormPart title="Pokok" note="Bila tidak ada yang dipilih, area dan sasaran mengikuti proyeknya.">
          <CheckboxFields form={form} name="area_codes" label="Area perubahan" choices={areas} optional />
          <CheckboxFields form={form} name="target_codes" label="Sasaran" choices={targets} optional />
          <TextField
            form={form}
            name="keywords"
            label="Kata kunci"
            hint="Pisahkan dengan koma."
            width="full"
            optional
          />
        </FormPart>
        <FormPart
          title="Kontributor"
          note="Nama dan perannya ikut tampil bila dokumentasi ini tampil untuk umum. Baris yang kosong dilewati."
        >
          <datalist id="names">
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          {Array.from({ length: lines }, (_, at) => at + 1).map((number) => (
            <FieldRow key={number}>
              <SelectField
                form={form}
                name={`role_${number}`}
                label={`Peran ${number}`}
                width={20}
                options={roles}
                optional
              />
              <TextField
                form={form}
                name={`name_${number}`}
                label={`Nama ${number}`}
                list="names"
                autocomplete="off"
                optional
              />
            </FieldRow>
          ))}
          <Button name="act" value="more" formAction={`${home}/ubah#role_${lines + 1}`}>
            Tambah {linesAtOnce} baris
          </Button>
        </FormPart>
        <FormPart title="Hak">
          <RadioFields form={form} name="licence" label="Lisensi" choices={rights} />
          <TextArea form={form} name="rights_note" label="Catatan hak" rows={2} optional />
          <TextField
            form={form}
            name="source"
            label="Alamat sumber"
            hint="Halaman asal atau yang berkaitan, diawali https://."
            width="full"
            optional
          />
        </FormPart>
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan keterangan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
