import type { Form } from '#kit/form.ts'
import { numberInWords, shortened } from '#kit/text.ts'
import type { PublicPlan, vacantSeats } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import type { ShownProject } from '../shown-store.ts'

type Props = {
  project: ShownProject
  plan: PublicPlan
  seats: Awaited<ReturnType<typeof vacantSeats>>
  form: Form
}

/** Says what is taken over of a public project, and asks for which seat. */
export const ReplicatePage = ({ project, plan, seats, form }: Props) => {
  const home = `/galeri/${project.code}`
  return (
    <ReadingPage
      title="Tiru proyek ini"
      lead={`“${project.title}” dari ${project.unitName}, ${project.agencyName}, menjadi awal rancangan proyek Anda.`}
      breadcrumbs={[
        { path: '/galeri', label: 'Galeri' },
        { path: home, label: shortened(project.title, 48) },
      ]}
      form={form}
    >
      <Facts
        long
        facts={[
          {
            term: 'Yang diambil',
            detail: `Judul dengan tanda “(replikasi)”, keadaan semula, masalah, keadaan yang diharapkan, area perubahan${planInWords(plan)}.`,
          },
          {
            term: 'Yang Anda isi sendiri',
            detail: 'Penanggung jawab, tanggal, nilai awal dan target, sumber daya, risiko, serta bukti.',
          },
          {
            term: 'Yang tercatat',
            detail:
              'Proyek Anda menyebut proyek asalnya. Halaman proyek asal menyebut proyek Anda setelah proyek Anda terbit, di instansi yang sama sejak sekarang.',
          },
        ]}
      />
      {seats.length === 0 ? (
        <EmptyState title="Belum ada kedudukan untuk proyek ini" act={<a href={home}>Kembali ke halaman proyek</a>}>
          Proyek baru memerlukan kedudukan agen perubahan yang proyeknya belum dimulai. Mintalah sekretariat instansi
          Anda, atau mulailah pada program berikutnya.
        </EmptyState>
      ) : (
        <PostForm form={form} action={`${home}/tiru`}>
          <HiddenFields form={form} names={['id']} />
          <RadioFields
            form={form}
            name="seat_id"
            label="Untuk kedudukan"
            choices={seats.map(({ id, number, agentName, unitName, programmeName }) => ({
              value: id,
              label: `${number} · ${agentName}`,
              hint: `${unitName}, ${programmeName}`,
            }))}
          />
          <FormBar>
            <ButtonLink href={home}>Batal</ButtonLink>
            <Button>Mulai rancangan</Button>
          </FormBar>
        </PostForm>
      )}
    </ReadingPage>
  )
}

function planInWords(plan: PublicPlan): string {
  if (plan.length === 0) return ''
  const activities = plan.reduce((sum, { activities }) => sum + activities.length, 0)
  return `, dan ${numberInWords(activities)} kegiatan dalam ${numberInWords(plan.length)} program dengan keluaran dan indikatornya`
}
