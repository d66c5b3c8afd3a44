import type { Actor } from '#kit/actor.ts'
import { instantInWords } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { numberInWords } from '#kit/text.ts'
import { compareWords } from '#kit/word-diff.ts'
import { countWords } from '#kit/words.ts'
import { ComparedWords } from '#web/compared-words.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, MoreWords, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import type { AnswerVersion } from '../answer-version.ts'
import type { EditionField } from '../edition.ts'
import { entryPolicy } from '../policy.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = {
  view: EntryView
  field: EditionField
  /** The newest first. */
  versions: AnswerVersion[]
  names: ReadonlyMap<string, string>
  actor: Actor
}

/** What a field said before, each time with who wrote it and what changed. */
export function AnswerVersionsPage({ view: { entry }, field, versions, names, actor }: Props) {
  const { zone } = useShell()
  const path = `/usulan/${entry.code}/${field.key}`
  const mayEdit = entry.state === 'draft' && can(entryPolicy, actor, 'edit', entry)
  return (
    <DeskPage
      title={`Versi bidang ${field.number}. ${field.label}`}
      lead="Yang ditulis satu orang dalam setengah jam menjadi satu versi."
      breadcrumbs={entryCrumbs(entry)}
    >
      {versions.length === 0 && <EmptyState title="Belum ada versi">Bidang ini belum pernah disimpan.</EmptyState>}
      {versions.map(({ number, text, evidence, accountId, savedAt }, at) => {
        const before = versions[at + 1]
        const by = accountId === null ? '' : (names.get(accountId) ?? 'Akun yang sudah tidak ada')
        const when = [by, instantInWords(zone, savedAt), `${numberInWords(countWords(text))} kata`]
        return (
          <Section
            key={number}
            title={at === 0 ? `Versi ${number}, yang sekarang` : `Versi ${number}`}
            note={when.filter(Boolean).join(', ')}
            act={
              mayEdit &&
              at > 0 && (
                <a href={`${path}?versi=${number}`}>
                  Pakai lagi<span class="hidden"> versi {number}</span>
                </a>
              )
            }
          >
            {before ? <ComparedWords runs={compareWords(before.text, text)} /> : <p class="kept-lines">{text}</p>}
            {evidence && (
              <MoreWords label={`Bukti dukung versi ${number}`}>
                <p class="kept-lines">{evidence}</p>
              </MoreWords>
            )}
          </Section>
        )
      })}
    </DeskPage>
  )
}
