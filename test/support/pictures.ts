import { randomUUIDv7 } from 'node:crypto'
import sharp from 'sharp'
import type { Files } from '#files'
import { addRecording } from '#recording'
import { testNow } from './app.ts'
import { upload } from './files.ts'
import type { Scene } from './scene.ts'

/** A photograph of one colour that says where it was taken, and with what. */
export const makePhotograph = (colour: string, [width, height] = [8, 8]): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: 'TeleponDinas' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1' } })
    .jpeg()
    .toBuffer()

const three = Promise.all(
  ['802020', '208020', '202080'].map(async (name) => [`${name}.jpg`, await makePhotograph(`#${name}`)] as const),
)

type Added = Parameters<typeof addRecording>[3]

/** Adds a set of three photographs to a project of the scene's agent; returns the ids of its pictures too. */
export async function addPictureSet(
  { db, agent }: Pick<Scene, 'db' | 'agent'>,
  files: Files,
  projectCode: string,
  but: Partial<Added> = {},
): Promise<{ id: string; code: string; pictures: string[] }> {
  const pictures: string[] = []
  for (const [name, bytes] of await three) pictures.push(await upload(files, db, agent, { name, bytes }, testNow))
  const [uploadId = '', ...moreIds] = pictures
  const added = { id: randomUUIDv7(), title: 'Hari pertama', uploadId, moreIds, ...but }
  return { id: added.id, code: await addRecording(db, agent, projectCode, added, testNow), pictures }
}
