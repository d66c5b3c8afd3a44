import type { Hono } from 'hono'
import type { Web } from '#web/request.ts'

const wire = { 'tus-resumable': '1.0.0' }

/** A browser's end of tus, over the application that stands at the moment. */
export const makeSender = (app: () => Hono<Web>) => ({
  create: async (name: string, size: number): Promise<Response> =>
    app().request('/unggah', {
      method: 'POST',
      headers: {
        ...wire,
        'upload-length': `${size}`,
        'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      },
    }),

  add: async (address: string, offset: number, bytes: Buffer): Promise<Response> =>
    app().request(address, {
      method: 'PATCH',
      headers: {
        ...wire,
        'upload-offset': `${offset}`,
        'content-type': 'application/offset+octet-stream',
        'content-length': `${bytes.length}`,
      },
      body: new Uint8Array(bytes),
    }),

  giveUp: async (address: string): Promise<Response> => app().request(address, { method: 'DELETE', headers: wire }),

  /** How far it came, or the status of another answer than that. */
  offsetOf: async (address: string): Promise<number> => {
    const answer = await app().request(address, { method: 'HEAD', headers: wire })
    return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : answer.status
  },
})

export const placeOf = (answer: Response): string => answer.headers.get('location') ?? ''
export const idOf = (address: string): string => address.split('/').at(-1) ?? ''
