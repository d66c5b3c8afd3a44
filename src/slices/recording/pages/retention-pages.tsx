import { AttachedFiles, type StoredFile, UploadField } from '#files'
import { dayInWords, instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { Facts } from '#web/facts.tsx'
import { DateField, HiddenFields, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { TextArea } from '#web/text-area.tsx'
import { type RetentionRule, verdicts } from '../retention.ts'
import { type DecisionRow, isOpenProposal, type listDue, type RetainedRow } from '../retention-store.ts'
import { formFamilies } from './recording-form-page.tsx'
import { fateWords, verdictWords } from './retention-words.ts'

type DueProps = { page: Awaited<ReturnType<typeof listDue>> }

/** Recordings whose years are over, or will be soon. */
export function RetentionDuePage({ page }: DueProps) {
  const { today } = useShell()
  return (
    <DeskPage
      title="Retensi"
      lead="Dokumentasi yang masa simpannya berakhir dalam 90 hari atau sudah lewat. Putuskan satu per satu."
      breadcrumbs={[{ path: '/dokumentasi', label: 'Dokumentasi' }]}
      actions={<ButtonLink href="/dokumentasi/jadwal-retensi">Jadwal retensi</ButtonLink>}
    >
      <DataTable
        caption="Dokumentasi yang menunggu keputusan retensi"
        rows={page.rows}
        page={page}
        pathOf={(number) => `/dokumentasi/retensi?halaman=${number}`}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Tidak ada yang menunggu keputusan retensi" />}
        columns={[
          { header: 'Dokumentasi', cell: ({ code, title }) => <a href={`/dokumentasi/${code}/retensi`}>{title}</a> },
          { header: 'Proyek', cell: ({ projectTitle }) => projectTitle },
          { header: 'Aturan', cell: ({ ruleCode, ruleName }) => `${ruleCode} ${ruleName}` },
          { header: 'Nasib akhir', cell: ({ fate }) => fate && fateWords[fate] },
          {
            header: 'Berakhir',
            cell: ({ dueOn, isProposed }) => (
              <>
                {dueOn && dayInWords(dueOn)} {dueOn && <DueMark on={dueOn} today={today} />}
                {isProposed && ' Diusulkan musnah'}
              </>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}

type Props = {
  row: RetainedRow
  rules: RetentionRule[]
  decisions: DecisionRow[]
  papers: StoredFile[]
  ruleForm: Form
  form: Form
  most: number
  may: { decide: boolean; confirm: boolean; refuse: boolean }
  /** Somebody changed it since the act was asked that was not done. */
  isChanged: boolean
}

/** How long a recording is kept, what was decided on it, and what may be decided now. */
export function RetentionPage(props: Props) {
  const { row, decisions, may } = props
  const open = decisions.find(isOpenProposal)
  const isOver = row.settledAt !== null || row.destroyedAt !== null
  return (
    <DeskPage
      title="Retensi dokumentasi"
      lead={row.title}
      breadcrumbs={[
        { path: '/dokumentasi/retensi', label: 'Retensi' },
        { path: `/dokumentasi/${row.code}`, label: row.title },
      ]}
      form={props.form}
    >
      {props.isChanged && (
        <Alert kind="soon" title="Dokumentasi ini diubah orang lain sejak Anda membukanya">
          <p>
            Jawaban Anda belum disimpan; tidak ada yang dimusnahkan atau ditolak. Baca keadaannya sekarang, lalu jawab
            lagi bila tetap.
          </p>
        </Alert>
      )}
      {open && <Proposal row={row} may={may} reason={open.reason} />}
      <Section title="Masa simpan">
        <Facts
          facts={[
            { term: 'Aturan', detail: row.ruleCode ? `${row.ruleCode} ${row.ruleName}` : 'Belum ada aturan' },
            ...(row.fate ? [{ term: 'Nasib akhir', detail: fateWords[row.fate] }] : []),
            { term: 'Berakhir', detail: row.dueOn ? dayInWords(row.dueOn) : 'Belum diketahui' },
          ]}
        />
        {may.decide && !isOver && <RuleChoice {...props} />}
      </Section>
      <Decisions {...props} />
      {may.decide && !isOver && !open && <VerdictForm {...props} />}
    </DeskPage>
  )
}

const Proposal = ({ row, may, reason }: Pick<Props, 'row' | 'may'> & { reason: string }) => (
  <Alert kind="soon" title="Diusulkan musnah">
    <p>{reason}</p>
    <p>Pemusnahan memerlukan persetujuan orang kedua: admin atau pimpinan yang bukan pengusulnya.</p>
    <div class="actions">
      {may.confirm && (
        <ConfirmAct
          action={`/dokumentasi/${row.code}/musnahkan`}
          act="Setujui pemusnahan"
          question="Musnahkan dokumentasi ini?"
          hidden={{ revision: String(row.revision) }}
        >
          <p>Berkasnya dihapus dan tidak dapat dipulihkan. Keterangan dan berita acaranya tetap disimpan.</p>
        </ConfirmAct>
      )}
      {may.refuse && (
        <ActButton action={`/dokumentasi/${row.code}/tolak-musnah`} hidden={{ revision: String(row.revision) }}>
          Tolak usul
        </ActButton>
      )}
    </div>
  </Alert>
)

const RuleChoice = ({ row, rules, ruleForm }: Props) => (
  <PostForm form={ruleForm} action={`/dokumentasi/${row.code}/aturan-retensi`} prefix="rule-">
    <HiddenFields form={ruleForm} names={['revision']} />
    <SelectField
      form={ruleForm}
      name="rule_id"
      label="Aturan retensi"
      empty="Menurut jenisnya"
      options={rules
        .filter(({ id, retiredAt }) => !retiredAt || id === row.retentionRuleId)
        .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      optional
    />
    <div class="actions">
      <Button>Simpan aturan</Button>
    </div>
  </PostForm>
)

function Decisions({ decisions, papers }: Props) {
  const { zone } = useShell()
  if (decisions.length === 0) return null
  return (
    <Section title="Keputusan">
      <ul>
        {decisions.map(({ id, verdict, untilOn, reason, decidedAt, by, fileId, ...answer }) => (
          <li key={id}>
            {verdictWords[verdict]}
            {untilOn && ` sampai ${dayInWords(untilOn)}`}, {instantInWords(zone, decidedAt)}
            {by && ` oleh ${by}`}: {reason}
            <Answered {...answer} />
            <AttachedFiles files={papers.filter((paper) => paper.id === fileId)} label="Berita acara" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the second person said to a proposal to destroy. */
function Answered({
  confirmedAt,
  confirmedBy,
  refusedAt,
}: Pick<DecisionRow, 'confirmedAt' | 'confirmedBy' | 'refusedAt'>) {
  const { zone } = useShell()
  if (refusedAt) return <p>Ditolak {instantInWords(zone, refusedAt)}.</p>
  if (!confirmedAt) return null
  return (
    <p>
      Dimusnahkan {instantInWords(zone, confirmedAt)}
      {confirmedBy && `, disetujui ${confirmedBy}`}
    </p>
  )
}

const VerdictForm = ({ row, form, most }: Props) => (
  <Section title="Putuskan">
    <PostForm form={form} action={`/dokumentasi/${row.code}/retensi`} files>
      <HiddenFields form={form} names={['id', 'revision']} />
      <RadioFields
        form={form}
        name="verdict"
        label="Keputusan"
        choices={verdicts.map((value) => ({ value, label: verdictWords[value] }))}
      />
      <DateField form={form} name="until_on" label="Diperpanjang sampai" hint="Hanya untuk perpanjangan." optional />
      <TextArea form={form} name="reason" label="Alasan" rows={3} />
      <UploadField
        form={form}
        name="paper"
        label="Berita acara"
        hint="Wajib untuk usul musnah."
        wanted={formFamilies}
        most={most}
        optional
      />
      <FormBar>
        <Button kind="primary">Simpan keputusan</Button>
      </FormBar>
    </PostForm>
  </Section>
)
