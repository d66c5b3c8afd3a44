import { dayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { LeftBehind } from '../hand-over-store.ts'

/** What passes on with a seat, and what does not by itself. */
export type Passing = {
  seat: { id: string; number: number }
  project: { code: string; title: string; files: number } | null
  successor: { personId: string; name: string } | null
  left: LeftBehind[]
}

/** Serah terima: leads through what passes from a seat's former agent to the one who holds it now. */
export const HandOverPage = ({ seat, project, successor, left, form }: Passing & { form: Form }) => (
  <ReadingPage
    title={`Serah terima kedudukan ${seat.number}`}
    lead={successor ? `Kepada ${successor.name}` : 'Kedudukan ini kosong'}
    breadcrumbs={[{ path: '/keputusan', label: 'Keputusan' }]}
    form={form}
  >
    <Section title="Berpindah dengan sendirinya">
      <Facts
        facts={[
          {
            term: 'Proyek',
            detail: project ? (
              <a href={`/proyek/${project.code}`}>{project.title || 'Proyek tanpa judul'}</a>
            ) : (
              'Belum dimulai'
            ),
          },
          { term: 'Rencana, laporan, eviden, dan riwayat', detail: 'Tetap pada proyek, dengan nama pembuatnya' },
          { term: 'Berkas proyek', detail: project ? `${project.files} berkas` : 'Belum ada' },
        ]}
      />
    </Section>
    <Section title="Tindak lanjut agen lama" note={left.length === 0 ? '' : `${left.length} belum ditutup`}>
      {left.length === 0 ? (
        <EmptyState title="Tidak ada yang tertinggal">
          Semua tindak lanjut kedudukan ini sudah ditutup atau sudah pada agen yang sekarang.
        </EmptyState>
      ) : successor ? (
        <PostForm form={form} action={`/kedudukan/${seat.id}/serah-terima`} guarded>
          <CheckboxFields
            form={form}
            name="follow_up_ids"
            label={`Diserahkan kepada ${successor.name}`}
            hint="Yang tidak dicentang tetap pada pemiliknya yang sekarang."
            choices={left.map(({ id, what, dueOn, ownerName }) => ({
              value: id,
              label: what,
              hint: `${ownerName}, batas ${dayInWords(dueOn)}`,
            }))}
          />
          <TextArea form={form} name="reason" label="Dasar serah terima" rows={2} />
          <FormBar>
            <Button kind="primary">Serahkan</Button>
          </FormBar>
        </PostForm>
      ) : (
        <Alert kind="soon" title="Menunggu agen pengganti">
          Tetapkan penggantinya pada keputusan, lalu kembali ke halaman ini.
        </Alert>
      )}
    </Section>
  </ReadingPage>
)
