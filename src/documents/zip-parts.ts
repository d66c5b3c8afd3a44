import { unzipSync } from 'fflate'
import { limits } from './workbook.ts'

/** The names in a ZIP file's directory, which is looked at before anything is inflated; else why it is left alone. */
export function directoryOf(bytes: Uint8Array): string[] | 'bomb' | 'damaged' {
  const names: string[] = []
  let inflated = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        inflated += originalSize
        return false
      },
    })
  } catch {
    return 'damaged'
  }
  return names.length > limits.entries || inflated > limits.inflatedBytes ? 'bomb' : names
}
