import type { StoredFile } from '#files'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, NumberField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { valueField } from '../forms.ts'
import { type Activity, type Matrix, numberOf } from '../matrix.ts'
import { type Project, titleOf } from '../project.ts'
import { PartField } from './project-files.tsx'
import { amount } from './words.ts'

type Props = { project: Project; form: Form; matrix: Matrix; files: StoredFile[]; waits: string | null }

/** The form in which an agent declares a project finished. */
export function FinishPage({ project, form, matrix, files, waits }: Props) {
  const home = `/proyek/${project.code}`
  const ofPart = (part: string) => files.filter((file) => file.part === part)
  return (
    <ReadingPage
      title="Nyatakan selesai"
      lead="Atasan memeriksa nilai akhir dan gambarnya, lalu memastikan proyek selesai atau mengembalikannya dengan catatan."
      breadcrumbs={[{ path: home, label: titleOf(project) }]}
      form={form}
    >
      {waits && (
        <Alert kind="soon">
          {waits} <a href={`${home}/tindak-lanjut`}>Lihat tindak lanjut proyek ini</a>
        </Alert>
      )}
      <PostForm form={form} action={`${home}/selesai`} files guarded>
        <HiddenFields form={form} names={['id']} />
        {matrix.map((initiative) => (
          <FormPart key={initiative.id} title={initiative.title} note="Nilai indikator pada akhir proyek.">
            {initiative.activities.map((activity) => (
              <NumberField
                key={activity.id}
                form={form}
                name={valueField(activity.lineId)}
                label={`${numberOf(initiative, activity)} ${activity.title}`}
                hint={aimOf(activity)}
                unit={activity.indicatorUnit}
              />
            ))}
          </FormPart>
        ))}
        <FormPart title="Sebelum" note="Keadaan sebelum perubahan.">
          <TextArea form={form} name="before_words" label="Keadaan sebelum" rows={3} />
          <PartField
            form={form}
            name="before"
            label="Gambar sebelum"
            hint="Foto, tangkapan layar, atau grafik; paling sedikit satu."
            wanted={['picture']}
            there={ofPart('before')}
          />
        </FormPart>
        <FormPart title="Sesudah" note="Keadaan setelah perubahan dijalankan.">
          <TextArea form={form} name="after_words" label="Keadaan sesudah" rows={3} />
          <PartField
            form={form}
            name="after"
            label="Gambar sesudah"
            hint="Dari tempat atau hal yang sama dengan gambar sebelum; paling sedikit satu."
            wanted={['picture']}
            there={ofPart('after')}
          />
        </FormPart>
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Nyatakan selesai</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

const aimOf = ({ indicator, indicatorUnit, baseline, target }: Activity): string =>
  `${indicator}. Awal ${amount(baseline, indicatorUnit)}, target ${amount(target, indicatorUnit)}.`
