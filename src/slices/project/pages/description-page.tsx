import type { Family, StoredFile } from '#files'
import type { Form } from '#kit/form.ts'
import type { ReformArea, ReformTarget } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { type Project, titleOf } from '../project.ts'
import { PartField } from './project-files.tsx'
import { innovationKinds } from './words.ts'

type Props = {
  project: Project
  form: Form
  areas: ReformArea[]
  targets: ReformTarget[]
  proofs: StoredFile[]
  autosave: string | null
}

/** The families of files that can prove a start. */
export const proofFamilies: readonly Family[] = ['pdf', 'picture', 'document', 'sheet']

const yesOrNo = [
  { value: 'yes', label: 'Ya', hint: 'Dapat dipilih sebagai inovasi pelayanan publik dan diusulkan ke KIPP.' },
  { value: 'no', label: 'Tidak' },
]

/** The form in which an agent says what the project is about. */
export function DescriptionPage({ project, form, areas, targets, proofs, autosave }: Props) {
  const home = `/proyek/${project.code}`
  return (
    <ReadingPage
      title="Uraian proyek"
      lead="Isian boleh disimpan sebelum lengkap. Yang masih kurang disebut saat rencana hendak diajukan."
      breadcrumbs={[
        { path: '/proyek', label: 'Proyek' },
        { path: home, label: titleOf(project) },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${home}/ubah`} files guarded autosave={autosave}>
        <HiddenFields form={form} names={['revision']} />
        <FormPart title="Apa yang berubah">
          <TextField
            form={form}
            name="title"
            label="Judul proyek"
            width="full"
            hint="Sebut hasilnya, bukan kegiatannya."
            optional
          />
          <TextArea
            form={form}
            name="present_condition"
            label="Kondisi saat ini"
            hint="Dengan angka bila ada: berapa lama, berapa banyak, berapa orang."
            optional
          />
          <TextArea form={form} name="problem" label="Masalah" hint="Apa akibatnya, dan bagi siapa." optional />
          <TextArea
            form={form}
            name="wanted_condition"
            label="Kondisi yang diharapkan"
            hint="Apa yang dapat dilihat berbeda pada akhir program."
            optional
          />
        </FormPart>
        <FormPart title="Area dan sasaran" note="Menurut peta jalan reformasi birokrasi program ini.">
          <CheckboxFields
            form={form}
            name="area_codes"
            label="Area perubahan yang diperkuat"
            choices={choicesOf(areas)}
            optional
          />
          <CheckboxFields
            form={form}
            name="target_codes"
            label="Sasaran yang didukung"
            choices={choicesOf(targets)}
            optional
          />
        </FormPart>
        <FormPart title="Pembaruan">
          <RadioFields form={form} name="innovation_kind" label="Jenis pembaruan" choices={innovationKinds} optional />
          <RadioFields form={form} name="is_public_service" label="Menyangkut pelayanan publik" choices={yesOrNo} />
          <DateField
            form={form}
            name="started_on"
            label="Mulai diterapkan"
            hint="Tanggal perubahan mulai dijalankan, bila sudah. KIPP menghitung umur inovasi dari tanggal ini."
            optional
          />
          <PartField
            form={form}
            name="proof"
            label="Bukti mulai diterapkan"
            hint="Surat tugas, keputusan, atau foto bertanggal yang menunjukkan kapan perubahan mulai dijalankan."
            wanted={proofFamilies}
            there={proofs}
            optional
          />
        </FormPart>
        <FormBar>
          <ButtonLink href={home}>Kembali</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

const choicesOf = (rows: { code: string; name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, label: name }))
