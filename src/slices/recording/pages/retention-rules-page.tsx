import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { bases, fates, type RetentionRule } from '../retention.ts'
import { basisWords, fateWords } from './retention-words.ts'
import { kindWords } from './words.ts'

const home = '/dokumentasi/jadwal-retensi'

/** The agency's retention schedule. */
export const RetentionRulesPage = ({ rules, mayChange }: { rules: RetentionRule[]; mayChange: boolean }) => (
  <DeskPage
    title="Jadwal retensi"
    lead="Berapa lama setiap jenis dokumentasi disimpan, dan nasib akhirnya. Tidak ada yang musnah dengan sendirinya."
    breadcrumbs={[{ path: '/dokumentasi/retensi', label: 'Retensi' }]}
    actions={
      mayChange && (
        <ButtonLink icon="plus" href={`${home}/baru`}>
          Tambah aturan
        </ButtonLink>
      )
    }
  >
    <DataTable
      caption="Aturan retensi"
      rows={rules}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Belum ada aturan retensi">
          Salin dari Jadwal Retensi Arsip instansi: kode, jenis arsip, masa aktif dan inaktif, dan nasib akhirnya.
        </EmptyState>
      }
      columns={[
        { header: 'Kode', cell: ({ id, code }) => (mayChange ? <a href={`${home}/${id}`}>{code}</a> : code) },
        { header: 'Jenis arsip', cell: ({ name, retiredAt }) => (retiredAt ? `${name} (tidak berlaku lagi)` : name) },
        { header: 'Aktif', cell: ({ activeYears }) => `${activeYears} tahun` },
        { header: 'Inaktif', cell: ({ inactiveYears }) => `${inactiveYears} tahun` },
        { header: 'Sejak', cell: ({ basis }) => basisWords[basis] },
        { header: 'Nasib akhir', cell: ({ fate }) => fateWords[fate] },
        {
          header: 'Berlaku untuk',
          cell: ({ kinds }) => kinds.map((kind) => kindWords[kind]).join(', ') || 'Yang dipilih',
        },
      ]}
    />
  </DeskPage>
)

type RuleProps = { form: Form; rule?: RetentionRule }

/** A line of the schedule. */
export const RetentionRulePage = ({ form, rule }: RuleProps) => (
  <ReadingPage
    title={rule ? 'Ubah aturan retensi' : 'Tambah aturan retensi'}
    breadcrumbs={[{ path: home, label: 'Jadwal retensi' }]}
    form={form}
    actions={
      rule &&
      !rule.retiredAt && (
        <ConfirmAct
          action={`${home}/${rule.id}/cabut`}
          act="Cabut aturan"
          question="Cabut aturan ini?"
          hidden={{ revision: String(rule.revision) }}
        >
          <p>Dokumentasi baru tidak lagi mengikutinya; yang sudah dipilihkan aturan ini tetap.</p>
        </ConfirmAct>
      )
    }
  >
    <PostForm form={form} action={rule ? `${home}/${rule.id}` : home} guarded>
      <HiddenFields form={form} names={[rule ? 'revision' : 'id']} />
      <TextField form={form} name="code" label="Kode" hint="Kode klasifikasi menurut jadwal instansi." width={20} />
      <TextField form={form} name="name" label="Jenis arsip" width="full" />
      <FieldRow>
        <NumberField form={form} name="active_years" label="Masa aktif" unit="tahun" whole />
        <NumberField form={form} name="inactive_years" label="Masa inaktif" unit="tahun" whole />
      </FieldRow>
      <RadioFields
        form={form}
        name="basis"
        label="Dihitung sejak"
        choices={bases.map((value) => ({ value, label: basisWords[value] }))}
      />
      <RadioFields
        form={form}
        name="fate"
        label="Nasib akhir"
        choices={fates.map((value) => ({ value, label: fateWords[value] }))}
      />
      <CheckboxFields
        form={form}
        name="kinds"
        label="Berlaku dengan sendirinya untuk"
        hint="Dokumentasi lain mengikutinya bila dipilihkan."
        choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        optional
      />
      <FormBar>
        <ButtonLink href={home}>Batal</ButtonLink>
        <Button kind="primary">Simpan aturan</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
