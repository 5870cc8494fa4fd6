import { z } from 'zod';
import { Agency } from '../../schema/agency.ts';
import { FormId } from '../../schema/forms/form.ts';
import type { VersionHead } from '../../schema/record-store.ts';
import { Outcome } from '../../schema/report.ts';
import { headIndexKeys, headKey, versionKey } from '../table.ts';
import type { Item } from './batch.ts';
import type { RankedItem } from './put-if-newer.ts';

const count = z.int().nonnegative();

const StoredHead = z.object({
  agencyId: z.string(),
  year: z.int(),
  kind: z.enum(['annual-report', 'work-plan']),
  slot: z.string(),
  version: z.string(),
  agencyName: z.string(),
  divisionCode: z.string().nullable(),
  form: FormId.nullable(),
  title: z.string().nullable(),
  outcome: Outcome,
  complete: z.boolean(),
  publishedOn: z.string().nullable(),
  findings: z.object({ error: count, warning: count, info: count }),
  figures: z.record(z.string(), z.number()),
  ingestionId: z.string(),
  bucket: z.string(),
  key: z.string(),
  objectVersionId: z.string().nullable(),
  arrival: z.string(),
}) satisfies z.ZodType<VersionHead>;

/** The agency as the version's document names it stands beside the head, so a list of reports can be one of agencies. */
const StoredAgency = z.object({ agency: Agency });

/** The current version of a year: the item whose change makes a new report visible. `level` is there for lists to filter by. */
export function headItem(head: VersionHead, agency: Agency, rank: string): RankedItem {
  return { ...headKey(head), ...headIndexKeys(head), ...head, agency, level: agency.level, rank };
}

/** A version that is stored whole. */
export function versionItem(head: VersionHead, agency: Agency, rank: string): RankedItem {
  return { ...versionKey(head), ...head, agency, rank };
}

/** Throws where an item is not a head: the table holds what this code did not write. */
export function headOf(item: Item): VersionHead {
  return StoredHead.parse(item);
}

/** The agency named by a head or a version. */
export function agencyOfHead(item: Item): Agency {
  return StoredAgency.parse(item).agency;
}
