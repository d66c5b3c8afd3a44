/** A module of an island: takes hold of the HTML that the server drew. */
type IslandModule = { mount: (element: HTMLElement, props: never) => void }

/** Islands by the name that `<Island>` gives them, each loaded only on a page that has it. */
export type Islands = Record<string, () => Promise<IslandModule>>

export const webIslands: Islands = {
  autosave: () => import('./islands/autosave.ts'),
  confirm: () => import('./islands/confirm.ts'),
  copy: () => import('./islands/copy.ts'),
  count: () => import('./islands/count.ts'),
  'file-field': () => import('./islands/file-field.ts'),
  guard: () => import('./islands/guard.ts'),
  password: () => import('./islands/password.ts'),
  suggest: () => import('./islands/suggest.ts'),
}

/** Mounts every island of the page that is open. */
export async function mountIslands(islands: Islands): Promise<void> {
  const elements = document.querySelectorAll<HTMLElement>('[data-island]')
  await Promise.all(Array.from(elements, (element) => mountIsland(islands, element)))
}

async function mountIsland(islands: Islands, element: HTMLElement): Promise<void> {
  const { island = '', props = '{}' } = element.dataset
  const load = islands[island]
  if (load === undefined) throw new Error(`No island is called "${island}".`)
  const { mount } = await load()
  mount(element, JSON.parse(props) as never)
  element.dataset.mounted = ''
}
