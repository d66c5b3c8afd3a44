import { listInWords } from '#kit/text.ts'
import { Facts } from '#web/facts.tsx'
import { weightInWords } from '../entry-paper.ts'
import type { FieldHelp as Help } from '../preflight.ts'
import { sourceLink, sourcesInWords } from './words.ts'

type Props = {
  help: Help
  /** Those whose work the innovation is. */
  writers: string[]
  projectCode: string
}

/** Under a field that is empty: what it asks for, what hangs on it, what there is for it already, and whose it is to fill. */
export function FieldHelp({ help: { field, from, missing, evidence }, writers, projectCode }: Props) {
  const held = [
    ...from.map((source) => {
      const { path, label } = sourceLink(source, projectCode)
      return <a href={path}>{label}</a>
    }),
    ...(evidence === 0
      ? []
      : [<a href={`/proyek/${projectCode}/eviden`}>{evidence} eviden yang sudah diverifikasi</a>]),
  ]
  return (
    <Facts
      facts={[
        { term: 'Yang diminta', detail: [field.question, ...field.points.map((point) => `${point}.`)].join(' ') },
        { term: 'Yang bergantung', detail: weightInWords(field) },
        {
          term: 'Bahan di Rintis',
          detail:
            held.length === 0 ? (
              'Tidak ada'
            ) : (
              <ul>
                {held.map((one) => (
                  <li>{one}</li>
                ))}
              </ul>
            ),
        },
        ...(missing.length > 0 ? [{ term: 'Belum ada di Rintis', detail: sourcesInWords(missing) }] : []),
        {
          term: 'Dapat diisi oleh',
          detail: listInWords([...(writers.length > 0 ? writers : ['agen dan tim proyek']), 'sekretariat']),
        },
      ]}
    />
  )
}
