/** The other end of `runApart`: answers its one message. An error ends the process, which is answer enough. */
export function workApart<Input, Result>(work: (input: Input) => Promise<Result>): void {
  process.once('message', async (input) => {
    process.send?.(await work(input as Input))
  })
}
