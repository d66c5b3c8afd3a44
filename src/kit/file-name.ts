const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name that every system takes as one part of a path: no separators, nothing that Windows refuses, no names of its
 * devices, no dots or spaces at its ends; its extension is kept when it must be cut.
 */
export function safeFileName(given: string, longest = 100): string {
  const plain = given
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
  const trimmed = trimEnds(plain)
  const extension = /\.[^. ]{1,8}$/.exec(trimmed)?.[0] ?? ''
  const stem = trimmed.slice(0, trimmed.length - extension.length)
  // By code points: half of a pair is no letter.
  const cut = trimEnds(
    Array.from(stem)
      .slice(0, longest - extension.length)
      .join(''),
  )
  const name = cut === '' && extension === '' ? 'berkas' : `${cut || 'berkas'}${extension}`
  return reserved.test(name) ? `_${name}` : name
}

const trimEnds = (text: string) => text.replace(/^[. ]+|[. ]+$/g, '')

/** The path, or with the first number before its extension that is free; what differs in capitals alone is the same. */
export function freePath(path: string, taken: Set<string>): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./]*)?$/.exec(path) ?? []
  let free = path
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${extension}`
  taken.add(free.toLowerCase())
  return free
}
