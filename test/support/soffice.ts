import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { canCage } from '../../src/documents/office-cage.ts'
import { findOffice } from '../../src/processes/tools.ts'
import { freshFolder } from './folder.ts'

/** Whether this machine lets a program be put in a cage; without that no office file is given to any. */
export const hasCage = process.platform === 'linux' && (await canCage())

const found = await findOffice(process.env.SOFFICE_PATH)

/** LibreOffice of this machine; undefined where none can be used, and tests of what it makes are skipped. */
export const soffice = 'program' in found ? found.program : undefined

/** For the name of a test: empty, or why it is skipped. */
export const noOffice = 'program' in found ? '' : `, skipped: ${found.obstacle}`

/** A program in LibreOffice's place that does as told: what it makes belongs to `$out`. `pdf` lies beside it. */
export async function makeProgram(does: string[], pdf: Uint8Array = Buffer.from('%PDF-1.7 x')): Promise<string> {
  const folder = freshFolder()
  const place = path.join(folder, 'soffice')
  await writeFile(path.join(folder, 'a.pdf'), pdf)
  await writeFile(place, ['#!/bin/sh', 'out="$HOME/out"', `pdf="${folder}/a.pdf"`, ...does].join('\n'))
  await chmod(place, 0o755)
  return place
}
