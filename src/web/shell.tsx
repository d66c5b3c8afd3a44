import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Day, Zone } from '#kit/date.ts'
import type { IconName } from './icon.tsx'

/** An entry of the navigation. */
export type Place = { path: string; label: string; icon: IconName }

/** What a page shows around its content, whatever it is about; made once a request by the app. */
export type Shell = {
  /** The path of this request, by which the navigation knows where one is. */
  path: string
  /** The public origin, for addresses that are copied and sent on. */
  url: string
  /** Nonce of this answer's content security policy. */
  nonce: string
  zone: Zone
  today: Day
  /** A sentence about what was just done, said once. */
  toast: string | null
  /** Whether pages for developers may be linked. */
  development: boolean
  signedIn: null | {
    name: string
    agencyName: string
    programmeLabel: string | null
    /** All agencies that the account may act for. */
    agencies: { id: string; name: string }[]
    noticeCount: number
    /** At most five, by role. */
    places: Place[]
    accountPath: string
  }
}

export const ShellContext = createContext<Shell | null>(null)

/** The shell around the component being drawn; throws where a page is drawn without one. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (shell === null) throw new Error('A page is drawn inside <ShellContext.Provider>.')
  return shell
}
