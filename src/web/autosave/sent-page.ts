const sentPage = 'rintis-sent-page'

/** A form that comes back goes on with the draft of the page that sent it. Where nothing is stored, there is none. */
export function leaveSentPage(path: string, page: string): void {
  try {
    sessionStorage.setItem(sentPage, JSON.stringify([path, page]))
  } catch {}
}

export function takeSentPage(path: string): string | undefined {
  try {
    const [sentPath, page] = JSON.parse(sessionStorage.getItem(sentPage) ?? '[]') as string[]
    sessionStorage.removeItem(sentPage)
    return sentPath === path ? page : undefined
  } catch {
    return undefined
  }
}
