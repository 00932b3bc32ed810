const width = 20

/** How far one number has come on the way to another: nothing to reach is reached; beyond it the bar is full. */
export function bar(done: number, whole: number): string {
  const part = whole === 0 ? 1 : Math.min(1, done / whole)
  const filled = Math.floor(part * width)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}
