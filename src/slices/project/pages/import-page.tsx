import { type Form, typedIn } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import type { ImportReview } from '../import/review.ts'
import type { Project } from '../project.ts'
import { ComparedSections, summaryOf } from './compared-rows.tsx'
import { ImportColumns } from './import-columns.tsx'
import { GivenAnswers, HiddenRows, ImportDoubts } from './import-doubts.tsx'
import { OvertakenRows } from './import-overtaken.tsx'
import { ReadRows } from './import-rows.tsx'
import { importCrumbs } from './import-upload-page.tsx'

type Props = { project: Project; form: Form; review: ImportReview }

/** What was read from a file beside the plan as it is, with everything that a person may correct before it is taken. */
export function ImportPage({ project, form, review }: Props) {
  const { reading, difference, onlyInPlan } = review
  const plan = `/proyek/${project.code}/rencana`
  return (
    <DeskPage
      title="Periksa matriks"
      heading={headingOf(review)}
      lead={`${review.sheet.name}. Semua perubahan disimpan sekaligus, atau tidak satu pun.`}
      breadcrumbs={importCrumbs(project)}
      form={form}
    >
      <PostForm form={form} action={`${plan}/impor`} files>
        <EnterButton name="act" value="check" />
        <HiddenFields form={form} names={['workbook', 'stamp']} />
        <input type="hidden" name="chosen_sheet" value="0" />
        <KeptCorrections form={form} review={review} />
        <ImportDoubts form={form} review={review} />
        <HiddenRows form={form} rows={reading.hidden} />
        <GivenAnswers form={form} />
        {onlyInPlan > 0 ? (
          <FormPart title="Hanya ada di rencana" note={`${onlyInPlan} kegiatan`}>
            <RadioFields
              form={form}
              name="absent"
              label="Kegiatan yang tidak ada dalam berkas"
              hint="Tekan Periksa lagi setelah mengubah pilihan ini."
              choices={absentChoices}
            />
          </FormPart>
        ) : (
          <HiddenFields form={form} names={['absent']} />
        )}
        <OvertakenRows form={form} overtaken={review.overtaken} layout={review.drawn} />
        {difference?.isNone && <Alert title="Tidak ada yang akan berubah">{unchanged}</Alert>}
        {difference && !difference.isNone && (
          <Section title="Perbedaan" note={summaryOf(difference.compared)}>
            <p>Yang dicoret ada di rencana sekarang; yang digarisbawahi datang dari berkas.</p>
          </Section>
        )}
        {difference && <ComparedSections compared={difference.compared} sides={sides} layout={review.drawn} />}
        {!difference && <ReadRows rows={reading.rows} />}
        <ImportColumns form={form} review={review} />
        {reading.passedOver.length > 0 && (
          <MoreWords label={`${reading.passedOver.length} baris bukan kegiatan dan tidak dibaca`}>
            <ul>
              {reading.passedOver.map(({ row, text }) => (
                <li key={row}>
                  Baris {row}: {text}
                </li>
              ))}
            </ul>
          </MoreWords>
        )}
        <FormBar>
          <ButtonLink href={`${plan}/impor`}>Unggah berkas lain</ButtonLink>
          <CheckButton isMain={!difference} />
          {difference &&
            (difference.isNone ? (
              <ButtonLink href={plan} kind="primary">
                Kembali ke rencana
              </ButtonLink>
            ) : (
              <Button kind="primary" name="act" value="import">
                Terapkan perubahan
              </Button>
            ))}
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const sides = { before: 'Sekarang', after: 'Dari berkas' }

const absentChoices = [
  { value: 'keep', label: 'Biarkan di rencana' },
  { value: 'remove', label: 'Hapus dari rencana', hint: 'Bila berkas memuat seluruh matriks.' },
]

const CheckButton = ({ isMain }: { isMain: boolean }) => (
  <Button {...(isMain && { kind: 'primary' as const })} name="act" value="check">
    Periksa lagi
  </Button>
)

const unchanged = 'Isi berkas ini sama dengan matriks yang tersimpan. Mengimpornya tidak mengubah apa pun.'

function headingOf({ reading, layoutFaults }: ImportReview): string {
  if (layoutFaults.length > 0) return 'Kolomnya belum dikenali'
  const count = reading.rows.filter(({ fields }) => fields !== null).length
  const waiting = reading.doubts.length + reading.hidden.length
  return `${count} kegiatan terbaca${waiting > 0 ? `, ${waiting} hal perlu dijawab` : ''}`
}

/** What was corrected before and is no longer in doubt travels on. */
const KeptCorrections = ({ form, review }: Pick<Props, 'form' | 'review'>) => {
  const shown = new Set(
    review.layoutFaults.length > 0 ? [] : review.reading.doubts.map(({ cell }) => `correct_${cell}`),
  )
  const kept = Object.keys(form.values).filter((name) => /^correct_[A-Z]+\d+$/.test(name) && !shown.has(name))
  return <HiddenFields form={form} names={kept.filter((name) => typedIn(form, name) !== '')} />
}
