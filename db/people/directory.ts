import type { Kysely } from 'kysely'
import type { DeadlineKind } from '../../domain/accord/events.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { RegionId } from '../../domain/regions.ts'
import type { LocalDate } from '../../domain/time/localDate.ts'
import type { Database } from '../database.ts'

/** Everybody, without names and addresses: some hundreds of rows, read anew by each dispatch. */
export async function loadDirectory(db: Kysely<Database>): Promise<Directory> {
  const offices = await db.selectFrom('offices').selectAll().orderBy('office_id').execute()
  const contacts = await db
    .selectFrom('contacts')
    .select(['contact_id', 'office_id', 'role', 'language', 'valid_from', 'valid_until', 'absent_from'])
    .select(['absent_until', 'stand_in', 'unreachable_at', 'erased_at'])
    .orderBy('contact_id')
    .execute()
  const responsibilities = await db
    .selectFrom('responsibilities')
    .selectAll()
    .orderBy('responsibility_id')
    .execute()
  return {
    offices: offices.map((row) => ({
      officeId: row.office_id,
      party: row.party,
      ...(row.region_id && { regionId: row.region_id as RegionId }),
      ...(row.above && { above: row.above }),
      ...(row.ended_on && { endedOn: row.ended_on as LocalDate }),
    })),
    contacts: contacts.map((row) => ({
      ...{ contactId: row.contact_id, officeId: row.office_id, role: row.role, language: row.language },
      validFrom: row.valid_from as LocalDate,
      ...(row.valid_until && { validUntil: row.valid_until as LocalDate }),
      ...(row.absent_from && { absentFrom: row.absent_from as LocalDate }),
      ...(row.absent_until && { absentUntil: row.absent_until as LocalDate }),
      ...(row.stand_in && { standIn: row.stand_in }),
      isUnreachable: row.unreachable_at !== null || row.erased_at !== null,
    })),
    responsibilities: responsibilities.map((row) => ({
      ...{ officeId: row.office_id, party: row.party },
      ...(row.region_id && { regionId: row.region_id as RegionId }),
      ...(row.programme_id && { programmeId: row.programme_id }),
      ...(row.accord_id && { accordId: row.accord_id }),
      ...(row.kind && { kind: row.kind as DeadlineKind }),
      validFrom: row.valid_from as LocalDate,
      ...(row.valid_until && { validUntil: row.valid_until as LocalDate }),
    })),
  }
}
