/** A part of a section's text: a paragraph, or a list of the lines that begin with "- ". */
export type TextBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; ordered: false; entries: string[] }

/** The text of a section in blocks: empty lines part paragraphs, lines that begin with "- " are a list. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let isOpen = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const last = isOpen ? blocks.at(-1) : undefined
    const entry = /^\s*- +(.*\S)\s*$/.exec(line)?.[1]
    if (entry !== undefined && last?.kind === 'list') last.entries.push(entry)
    else if (entry !== undefined) blocks.push({ kind: 'list', ordered: false, entries: [entry] })
    else if (line.trim() !== '' && last?.kind === 'paragraph') last.text += `\n${line.trim()}`
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() })
    isOpen = line.trim() !== ''
  }
  return blocks
}

type Contents = {
  version: { version: number; title: string; number: string | null }
  sections: { heading: string; text: string }[]
  agencyName: string
  /** "Nomor … tanggal …", or how the version stands. */
  standing: string
  at: Date
}

/** A version as a document for Word and PDF. */
export const paperOf = ({ version, sections, agencyName, standing, at }: Contents) => ({
  title: version.title,
  author: agencyName,
  createdAt: at,
  orientation: 'portrait' as const,
  blocks: [
    { kind: 'paragraph' as const, text: `${agencyName}\nVersi ${version.version}. ${standing}` },
    ...sections.flatMap(({ heading, text }, at) => [
      { kind: 'heading' as const, level: 1 as const, text: `${at + 1}. ${heading}` },
      ...blocksOf(text),
    ]),
  ],
})
