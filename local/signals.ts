export interface StopSignals {
  /** Resolves at the first Ctrl-C, SIGTERM or SIGHUP. */
  readonly asked: Promise<void>
  /** What a second one does, for who does not want to wait. */
  onSecond(force: () => void): void
  release(): void
}

const names: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Takes over the signals that ask this process to end, so that it can first stop what it has started. */
export function onStopSignals(onFirst: () => void): StopSignals {
  // Until there is something better to do: ends at once, and the servers are told to (see crew.ts).
  let force: () => void = () => process.exit(130)
  let first = true
  let resolve: () => void = () => undefined
  const asked = new Promise<void>((settle) => {
    resolve = settle
  })
  const listener = () => {
    if (!first) return force()
    first = false
    onFirst()
    resolve()
  }
  for (const name of names) process.on(name, listener)
  return {
    asked,
    onSecond(action) {
      force = action
    },
    release() {
      for (const name of names) process.off(name, listener)
    },
  }
}
