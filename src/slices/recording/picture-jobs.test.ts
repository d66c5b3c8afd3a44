import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Blobs, bytesOf, openS3Bucket } from '#files'
import { testNow } from '#test/app.ts'
import { upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { media, noMedia } from '#test/media.ts'
import { makePhotograph } from '#test/pictures.ts'
import { startS3 } from '#test/s3.ts'
import type { Scene } from '#test/scene.ts'
import { makeWorkshop } from './make-workshop.ts'
import { addPictures, takeOutPicture } from './picture-commands.ts'
import { madeNames } from './picture-set.ts'
import { listPictures } from './picture-store.ts'

const workshop = await makeWorkshop()
const { database, files, sent, tools, behind, jobOf, takeNext, takeAll, addFilm } = workshop

const bring = (bytes: Buffer, name: string, { db, agent }: Scene) => upload(files, db, agent, { name, bytes }, testNow)

describe.skipIf(!media)(`pictures${noMedia}`, () => {
  const formOf = async (made: Response) => sharp(Buffer.from(await made.arrayBuffer())).metadata()

  test('get a light copy each, turned as they were held, that says nothing of where they were taken', async () => {
    const photograph = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#204060' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'TeleponDinas' }, IFD3: { GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer()
    const { scene, code, id, states, derived, open } = await addFilm(photograph, 'foto.jpg')
    const [cover] = await listPictures(scene.db, id)
    await takeAll()
    expect(await states()).toEqual(['look done'])
    const { small, large } = madeNames(cover?.fileId ?? '')
    expect(await derived()).toEqual([large, small, 'poster.webp'].toSorted())
    const seen = await formOf(await open(`/media/${code}/${large}`))
    expect(seen).toMatchObject({ format: 'webp', width: 800, height: 1600 })
    expect([seen.exif, seen.orientation]).toEqual([undefined, undefined])
    expect(await formOf(await open(`/media/${code}/${small}`))).toMatchObject({ width: 240, height: 480 })
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain(`src="/media/${code}/${large}"`)
  })

  test('that come later are worked on alone; one that cannot be read is named, and keeps no other waiting', async () => {
    const colour = (background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .jpeg()
        .toBuffer()
    const { scene, code, id, states, derived, open } = await addFilm(await colour('#204060'), 'foto.jpg')
    await takeAll()
    const broken = (await colour('#101010')).subarray(0, 100)
    const uploadIds = [await bring(broken, 'putus.jpg', scene), await bring(await colour('#a0a0a0'), 'baik.jpg', scene)]
    await addPictures(scene.db, scene.agent, code, { revision: 1, uploadIds, isSamePeople: true }, testNow)
    await takeAll()
    expect(await states()).toEqual(['look failed'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toMatch(/Tidak dapat dibaca di sini: putus\.jpg/)
    const made = await derived()
    expect(made).toHaveLength(5)
    expect(made).toContain(madeNames(uploadIds[1] ?? '').small)
    const [cover] = await listPictures(scene.db, id)
    const out = { revision: 2, fileId: cover?.fileId ?? '', reason: 'Buram.' }
    await takeOutPicture(scene.db, scene.agent, code, out, testNow)
    // The cover was of a picture that is there no more.
    expect(await derived()).toEqual(Object.values(madeNames(uploadIds[1] ?? '')).toSorted())
  })
})

describe.skipIf(!media)(`pictures of which one is not there${noMedia}`, () => {
  test('keep the others from nothing: the next is the cover, and whose is missing is said', async () => {
    const { scene, code, id, states, derived, open } = await addFilm(
      Buffer.from(await makePhotograph('#112233')),
      'hilang.jpg',
    )
    const uploadIds = [await bring(await makePhotograph('#223344'), 'ada.jpg', scene)]
    await addPictures(scene.db, scene.agent, code, { revision: 1, uploadIds, isSamePeople: true }, testNow)
    const [first] = await listPictures(scene.db, id)
    await files.blobs.remove(scene.agencyId, first?.sha256 ?? '')
    await takeAll()
    expect(await states()).toEqual(['look failed'])
    expect(await derived()).toEqual([...Object.values(madeNames(uploadIds[0] ?? '')), 'poster.webp'].toSorted())
    const page = await (await open(`/dokumentasi/${code}`)).text()
    expect(page).toMatch(/Hilang atau rusak di tempat simpan: hilang\.jpg/)
    expect(page).not.toContain('Tidak dapat dibaca')
  })

  test('wait where the disk is full, and are copied once from a bucket', async () => {
    const { scene, code, states, derived, open } = await addFilm(
      Buffer.from(await makePhotograph('#334455')),
      'foto.jpg',
    )
    const [asked] = sent
    const full = ['sh', '-c', 'echo "drawn.png: No space left on device" >&2; exit 1', 'sh']
    await takeNext(tools({ findMedia: async () => behind(full) }))
    expect(await states()).toEqual(['look waiting'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toMatch(/Disk server tidak cukup[\s\S]*dengan sendirinya/)
    const bucket = openS3Bucket(await startS3(), { prefix: 'files', spoolFolder: freshFolder() })
    await bucket.put(scene.agencyId, bytesOf(await makePhotograph('#334455')))
    const copied: string[] = []
    const withLocalCopy: Blobs['withLocalCopy'] = (agencyId, sha256, work) => {
      copied.push(sha256)
      return bucket.withLocalCopy(agencyId, sha256, work)
    }
    await jobOf('recording.look').take(
      ...([database, asked?.data, testNow] as const),
      tools({ files: { ...files, blobs: { ...bucket, withLocalCopy } } }),
    )
    expect([await states(), copied.length, (await derived()).length]).toEqual([['look done'], 1, 3])
  })
})
