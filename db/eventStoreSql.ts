import { type RowModel, rowModels } from './readModels/rowModels.ts'

/**
 * The three statements of the hot path, prepared by name on each connection. Every value is a
 * parameter; the texts are constants.
 */
const commandColumns = [
  ['command_id', 'text'],
  ['region_id', 'text'],
  ['type', 'text'],
  ['body', 'jsonb'],
  ['body_hash', 'text'],
  ['received_at', 'timestamptz'],
  ['recorded_at', 'timestamptz'],
  ['outcome', 'text'],
  ['refusal', 'jsonb'],
  ['notices', 'jsonb'],
  ['from_version', 'integer'],
  ['to_version', 'integer'],
] as const

const eventColumns = [
  ['version', 'integer'],
  ['command_id', 'text'],
  ['type', 'text'],
  ['schema_version', 'smallint'],
  ['data', 'jsonb'],
  ['act', 'jsonb'],
  ['notices', 'jsonb'],
  ['on_date', 'date'],
  ['recorded_at', 'timestamptz'],
  ['prev_hash', 'text'],
  ['hash', 'text'],
] as const

const overviewColumns = [
  'region_id',
  'programme_id',
  'title',
  'phase',
  'version',
  'proposed_on',
  'in_force_on',
  'concluded_on',
  'next_kind',
  'next_effective',
  'next_passes_at',
  'missed',
]

type Columns = readonly (readonly [name: string, type: string])[]
const names = (columns: Columns) => columns.map(([name]) => name).join(', ')
const typed = (columns: Columns) => columns.map(([name, type]) => `${name} ${type}`).join(', ')
const replaced = (columns: readonly string[]) =>
  columns.map((column) => `${column} = excluded.${column}`).join(', ')

/**
 * $1 accord, $2 command, $3 version: one row per event after that version, each with the stream's head
 * and the known command; one row without event where there is none.
 */
export const loadSql = `
select e.version, e.command_id, e.type, e.schema_version, e.data, e.act, e.notices, e.recorded_at,
  e.prev_hash, h.version as head_version, h.head_hash,
  (select to_jsonb(c) from commands c where c.accord_id = $1 and c.command_id = $2) as known
from (select $1::text as accord_id) s
  left join streams h on h.accord_id = s.accord_id
  left join events e on e.accord_id = s.accord_id and e.version > $3
order by e.version`

const writtenRows = ({ table, key, columns }: RowModel, place: number) => `, written_${table} as (
  insert into ${table} select r.* from head, jsonb_populate_recordset(null::${table}, $${place + 10}::jsonb) r
  on conflict (accord_id, ${key.join(', ')}) do update set ${replaced(columns)}
)`

const recordset = (parameter: string, columns: Columns) =>
  `jsonb_to_recordset(${parameter}::jsonb) as r(${typed(columns)})`

/**
 * $1 accord, $2 region, $3 new version, $4 head hash, $5 finished, $6 expected version, $7 events, $8 commands,
 * $9 overview row, from $10 on the rows of each row model in its order. Everything hangs on \`head\`: no head, no rows.
 */
export const appendSql = `
with head as (
  insert into streams (accord_id, region_id, version, head_hash, finished)
  values ($1, $2, $3, decode($4, 'hex'), $5)
  on conflict (accord_id) do update
    set version = excluded.version, head_hash = excluded.head_hash, finished = excluded.finished
    where streams.version = $6
  returning accord_id
), written_events as (
  insert into events (accord_id, region_id, ${names(eventColumns)})
  select $1, $2, ${names(eventColumns).replace('prev_hash, hash', "decode(prev_hash, 'hex'), decode(hash, 'hex')")}
  from head, ${recordset('$7', eventColumns)} order by r.version
), written_commands as (
  insert into commands (accord_id, ${names(commandColumns)})
  select $1, ${names(commandColumns)} from head, ${recordset('$8', commandColumns)}
), written_overview as (
  insert into accord_overview select r.* from head, jsonb_populate_record(null::accord_overview, $9::jsonb) r
  on conflict (accord_id) do update set ${replaced(overviewColumns)}
)${rowModels.map(writtenRows).join('')}
select count(*)::integer as written from head`

/** $1 accord, $2 commands. */
export const logSql = `
with written as (
  insert into commands (accord_id, ${names(commandColumns)})
  select $1, ${names(commandColumns)} from ${recordset('$2', commandColumns)}
  returning 1
)
select count(*)::integer as written from written`
