/**
 * One part of a document: what Word and PDF are written from alike. Text is plain; a line break in it stays one. A plain
 * table shows neither its headers nor its lines: what stands below each other in a letter.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; entries: string[] }
  | { kind: 'table'; caption: string; columns: Column[]; rows: string[][]; isPlain?: boolean }

/** A column of a table; `share` is its part of the width against the others' (1 where left out). */
type Column = { header: string; share?: number; align?: 'start' | 'end' }

/** A document as data. The same paper gives the same bytes. */
export type Paper = {
  title: string
  /** Who issues it: the agency. */
  author: string
  /** What the file says of its making. */
  createdAt: Date
  orientation: 'portrait' | 'landscape'
  /** A letter that is printed on the agency's letterhead: room is left for it at the top, and the title is its middle. */
  onLetterhead?: boolean
  blocks: Block[]
}
