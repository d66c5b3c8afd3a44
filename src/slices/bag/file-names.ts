/** Where in a bag a file of a recording lies, by which part of it it is. */
export function folderOf(part: string): string {
  if (part === 'master' || part === 'picture') return 'original'
  if (part.startsWith('caption')) return 'captions'
  return `other/${part || 'file'}`
}

/**
 * A file's name as it may lie on any disk: in one form of Unicode, without what some system forbids, and another than
 * those that are there, whatever their capitals. `taken` learns it.
 */
export function fileNameIn(taken: Set<string>, given: string): string {
  const plain = given
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '_')
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(plain || 'berkas') ?? []
  let name = `${stem}${extension}`
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}${extension}`
  taken.add(name.toLowerCase())
  return name
}
