/** A queue in which each piece of work starts when the one before it has ended, whatever its end. */
export interface Queue {
  add<T>(work: () => Promise<T>): Promise<T>
  isIdle(): boolean
}

export function oneAtATime(): Queue {
  let tail: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    add(work) {
      waiting += 1
      const run = tail.then(work).finally(() => {
        waiting -= 1
      })
      tail = run.catch(() => undefined)
      return run
    },
    isIdle: () => waiting === 0,
  }
}
