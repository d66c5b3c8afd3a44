/** The little of it that tests use; it brings no types. */
declare module 's3rver' {
  type Options = {
    address: string
    port: number
    silent: boolean
    directory: string
    configureBuckets: { name: string; configs: string[] }[]
  }
  class S3rver {
    constructor(options: Options)
    httpServer: import('node:http').Server
    run(): Promise<unknown>
    close(): Promise<void>
  }
  export = S3rver
}
