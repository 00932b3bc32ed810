import { sql } from 'kysely'
import type { Connection } from './connect.ts'

/**
 * The schema as Postgres understands it, in one canonical text: tables with their columns and rights,
 * constraints, indexes, policies, triggers, functions. For comparing, not for running: pg_dump is not
 * among the programs that the embedded Postgres brings.
 */
export async function dumpSchema({ db }: Connection): Promise<string> {
  const parts: string[] = []
  for (const [title, query] of queries) {
    const { rows } = await sql.raw<{ line: string }>(query).execute(db)
    parts.push(`-- ${title}`, ...rows.map(({ line }) => line), '')
  }
  return parts.join('\n')
}

const ours = `n.nspname = 'accordi' and c.relname not like 'kysely%'`

const queries: readonly (readonly [title: string, query: string])[] = [
  [
    'columns',
    `select format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' generated always as identity' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where ${ours} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`,
  ],
  [
    'constraints',
    `select format('%s %s: %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and k.contype <> 'n' order by c.relname, k.conname`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} order by 1`,
  ],
  [
    'row-level security',
    `select format('%s enabled=%s forced=%s', c.relname, c.relrowsecurity, c.relforcerowsecurity) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relkind = 'r' order by 1`,
  ],
  [
    'policies',
    `select format('%s %s for %s to %s using (%s) check (%s)', tablename, policyname, cmd,
        array_to_string(roles, ','), qual, with_check) as line
     from pg_policies where schemaname = 'accordi' order by tablename, policyname`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and not t.tgisinternal order by 1`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'accordi' order by p.proname`,
  ],
  [
    'rights on tables',
    `select format('%s: %s to %s', table_name, string_agg(privilege_type, ', ' order by privilege_type), grantee) as line
     from information_schema.role_table_grants
     where table_schema = 'accordi' and grantee <> 'accordi_owner' and table_name not like 'kysely%'
     group by table_name, grantee order by table_name, grantee`,
  ],
  [
    'rights on columns',
    `select format('%s.%s: UPDATE to %s', table_name, column_name, grantee) as line
     from information_schema.column_privileges
     where table_schema = 'accordi' and privilege_type = 'UPDATE' and grantee <> 'accordi_owner'
       and table_name = 'streams'
     order by 1`,
  ],
]
