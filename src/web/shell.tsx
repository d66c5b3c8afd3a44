import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Day, Zone } from '#kit/date.ts'

/** One of the at most five places of the navigation. */
export type Place = { path: string; label: string; icon: string }

/** What the frame around a page knows of the request: who asks, where, when, and what is to be said. */
export type Shell = {
  path: string
  nonce: string
  zone: Zone
  today: Day
  toast: string | null
  development: boolean
  signedIn: null | {
    name: string
    agencyName: string
    programmeLabel: string | null
    agencies: { id: string; name: string }[]
    noticeCount: number
    places: Place[]
    accountPath: string
  }
}

const nowhere: Shell = {
  path: '/',
  nonce: '',
  zone: 'Asia/Jakarta',
  today: '2021-04-07',
  toast: null,
  development: false,
  signedIn: null,
}

export const ShellContext = createContext<Shell>(nowhere)

export const useShell = (): Shell => useContext(ShellContext)
