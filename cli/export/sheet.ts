import type { TextKey } from '../../domain/text/render.ts'

/** `date`: ISO day. `instant`: ISO, in UTC. `money`: integer cents. `number`: as it is. */
export type CellKind = 'text' | 'number' | 'date' | 'instant' | 'money'

export type Value = string | number | null

export interface Column {
  readonly head: TextKey
  readonly kind: CellKind
}

/** A list as a spreadsheet has it: what each column holds, and the rows, which may come page by page. */
export interface Sheet {
  readonly name: TextKey
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>
}

/** Instants are shown as people's clocks had them. */
export const sheetZone = 'Europe/Rome'

/** Pages of a list, one after the other, until one is not full. */
export async function* allPages<Row>(
  size: number,
  page: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined
  for (;;) {
    const rows = await page(last)
    yield* rows
    last = rows.at(-1)
    if (rows.length < size) return
  }
}
