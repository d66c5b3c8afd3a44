/** A page that is measured: its address, and whether it is opened by somebody who is signed in. */
export type MeasuredPage = {
  name: string
  path: (facts: { projectCode: string; planCode: string }) => string
  isOpen: boolean
}

/** The pages that an office opens most, and the two that anybody may. */
export const pages: MeasuredPage[] = [
  { name: 'sign-in', path: () => '/masuk', isOpen: true },
  { name: 'public-home', path: () => '/', isOpen: true },
  { name: 'overview', path: () => '/beranda', isOpen: false },
  { name: 'project-list', path: () => '/proyek', isOpen: false },
  { name: 'project-page', path: ({ projectCode }) => `/proyek/${projectCode}`, isOpen: false },
  // A plan of 200 activities.
  { name: 'grid', path: ({ planCode }) => `/proyek/${planCode}/rencana/lembar`, isOpen: false },
]
