import { openLocalFolder } from '../../src/files/local-folder.ts'
import { moveBlobs } from '../../src/files/move.ts'
import { openS3Bucket } from '../../src/files/s3-bucket.ts'

// A process of its own that moves all from a folder to a bucket, so that a test can kill it: node mover.ts <what>.
const { folder, place, options } = JSON.parse(process.argv[2] ?? '')
await moveBlobs({
  from: openLocalFolder(folder),
  to: openS3Bucket(place, options),
  isDeleted: true,
  stopped: new AbortController().signal,
  placed: async () => undefined,
  progress: () => undefined,
})
