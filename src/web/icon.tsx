import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The pictures that our pages use, by Lucide's names; only these are read, once, when the process starts. */
const names = [
  'archive',
  'arrow-left',
  'arrow-right',
  'award',
  'bell',
  'book-open',
  'building-2',
  'calendar-days',
  'chart-no-axes-column',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-question-mark',
  'clock',
  'download',
  'ellipsis',
  'external-link',
  'eye',
  'file-text',
  'film',
  'flag',
  'folder-kanban',
  'gavel',
  'globe',
  'history',
  'house',
  'image',
  'info',
  'layout-grid',
  'link',
  'list-checks',
  'lock',
  'log-out',
  'mail',
  'message-square-text',
  'messages-square',
  'paperclip',
  'pencil',
  'plus',
  'presentation',
  'printer',
  'scroll-text',
  'search',
  'settings',
  'square-pen',
  'trash-2',
  'trophy',
  'undo-2',
  'upload',
  'user-round',
  'users',
  'x',
] as const
export type IconName = (typeof names)[number]

const folder = path.dirname(createRequire(import.meta.url).resolve('lucide-static/package.json'))
const drawings = new Map<IconName, string>(names.map((name) => [name, strokesOf(name)]))

/** A picture beside words, 1.25 em wide, in the colour of the text. Screen readers pass over it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    // Lucide's own file: nothing that anybody typed.
    dangerouslySetInnerHTML={{ __html: drawings.get(name) ?? '' }}
  />
)

function strokesOf(name: IconName): string {
  const svg = readFileSync(path.join(folder, 'icons', `${name}.svg`), 'utf8')
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\n\s*/g, '')
    .replaceAll(' />', '/>')
}
