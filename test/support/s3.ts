import S3rver from 's3rver'
import { freePort } from '#db/port.ts'
import type { S3Place } from '#files'
import { afterFile } from './after-file.ts'
import { freshFolder } from './folder.ts'

/** An S3 of this process with one empty bucket, gone after the test file; returns where it is. */
export async function startS3(): Promise<S3Place> {
  const port = await freePort()
  const bucket = 'rintis'
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: freshFolder(),
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  await server.run()
  afterFile(() => server.close())
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
    isDirect: true,
  }
}
