import { type Form, typedIn } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import type { AnnexReview } from '../annex-review.ts'
import type { Decree } from '../decree.ts'
import { AnnexColumns } from './annex-columns.tsx'
import { AnnexFaults, HiddenRows, LeftOutRows } from './annex-faults.tsx'
import { AnnexTable } from './annex-table.tsx'
import { AnnexUnits } from './annex-units.tsx'
import { crumbsOf } from './words.ts'

type Props = { decree: Decree; form: Form; review: AnnexReview }

/** What was read from an annex, with everything that a person may correct before it is imported as a whole. */
export function AnnexPage({ decree, form, review }: Props) {
  const { reading, plan, isReady } = review
  const path = `/keputusan/${decree.code}`
  return (
    <DeskPage
      title="Periksa lampiran"
      heading={headingOf(review)}
      lead={`Lembar ${review.sheet.name}. Semua baris disimpan sekaligus, atau tidak satu pun.`}
      breadcrumbs={crumbsOf(decree)}
      form={form}
    >
      <PostForm form={form} action={`${path}/impor`} files>
        <HiddenFields form={form} names={['workbook', 'level']} />
        <input type="hidden" name="chosen_sheet" value="0" />
        <KeptCorrections form={form} review={review} />
        {isReady && plan.add.length === 0 && <Alert title="Tidak ada yang akan berubah">{unchanged}</Alert>}
        <AnnexFaults form={form} review={review} />
        <HiddenRows form={form} rows={reading.hidden} />
        <AnnexUnits form={form} review={review} />
        {reading.warnings.length > 0 && (
          <Section title="Perlu dilihat" note="Tidak menghalangi impor">
            <ul>
              {reading.warnings.map(({ cell, reason }) => (
                <li key={cell + reason}>
                  Sel {cell}: {reason}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <AnnexTable review={review} />
        <LeftOutRows form={form} />
        <AnnexColumns form={form} review={review} />
        {reading.passedOver.length > 0 && (
          <MoreWords label={`${reading.passedOver.length} baris bukan agen dan tidak dibaca`}>
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
          <ButtonLink href={`${path}/impor`}>Unggah berkas lain</ButtonLink>
          {isReady ? <ReadyButtons count={plan.add.length} /> : <CheckButton kind="primary" />}
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const CheckButton = (look: { kind?: 'primary' }) => (
  <Button {...look} name="act" value="check">
    Periksa lagi
  </Button>
)

const ReadyButtons = ({ count }: { count: number }) => (
  <>
    <CheckButton />
    <Button kind="primary" name="act" value="import">
      {count > 0 ? `Tetapkan ${count} agen` : 'Selesai'}
    </Button>
  </>
)

const unchanged = 'Semua agen dalam lampiran ini sudah ditetapkan. Impor ulang tidak mengubah apa pun.'

function headingOf({ reading, layoutFaults }: AnnexReview): string {
  if (layoutFaults.length > 0) return 'Kolomnya belum dikenali'
  const read = `${reading.rows.length} agen terbaca`
  const open = new Set([...reading.faults, ...reading.hidden].map(({ row }) => row)).size
  return open > 0 ? `${read}, ${open} baris perlu diperbaiki` : read
}

/** What was corrected before and is no longer at fault travels on. */
const KeptCorrections = ({ form, review }: Pick<Props, 'form' | 'review'>) => {
  const shown = new Set(review.reading.faults.map(({ cell }) => `correct_${cell}`))
  const kept = Object.keys(form.values).filter((name) => /^correct_[A-Z]+\d+$/.test(name) && !shown.has(name))
  return <HiddenFields form={form} names={kept.filter((name) => typedIn(form, name) !== '')} />
}
