import { previewRoster } from '@/lib/people/queries/roster';
import type { Cell } from '@/lib/exchange/table';
import { receiveImport } from '@/lib/imports/mutations';
import { commitRoster } from '@/lib/people/mutations/roster';
import type { PlannedRow } from '@/lib/people/rules/roster/plan';
import type { RosterChoice } from '@/lib/people/schema/roster';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/shared/ids';
import type { World } from './builders';

/** An uploaded list of a project: what a browser does with it, without one. */
export class Roster {
  readonly id = newId();
  readonly rows: { number: number; cells: Cell[] }[];
  constructor(
    private readonly world: World,
    lines: Cell[][],
    private readonly activityId: string | null = null,
    private readonly sha256 = newId().replaceAll('-', '').padEnd(64, '0'),
  ) {
    this.rows = lines.map((cells, at) => ({ number: at + 1, cells }));
  }

  async upload(actor: Viewer = this.world.staff, now?: Date): Promise<this> {
    const kind = this.activityId ? ('participants' as const) : ('people' as const);
    await this.world.as(actor, (work) => receiveImport(work, { id: this.id, kind, activityId: this.activityId, fileName: 'list.xlsx', sha256: this.sha256, rows: this.rows }), now);
    return this;
  }

  async preview(actor: Viewer = this.world.staff) {
    const plan = await previewRoster(actor, { id: this.world.projectId }, { activityId: this.activityId, rows: this.rows });
    if (!plan) throw new Error('no preview');
    return plan;
  }

  /** Commits what the preview shows, as it proposes it; `choose` may decide otherwise. */
  async commit({ choose = proposed, presentInAll = false, actor = this.world.staff, digest }: { choose?: (row: PlannedRow) => RosterChoice | null; presentInAll?: boolean; actor?: Viewer; digest?: string } = {}) {
    const plan = await this.preview(actor);
    const choices = plan.rows.filter((row) => !['same', 'rejected'].includes(row.state)).map(choose).filter((choice) => choice !== null);
    return this.world.as(actor, (work) => commitRoster(work, { importId: this.id, digest: digest ?? plan.digest, presentInAll, choices }));
  }
}

/** The first proposal of a line with all its changes. */
export const proposed = (row: PlannedRow): RosterChoice => ({ row: row.number, personId: row.options[0]?.personId ?? null, changes: (row.options[0]?.changes ?? []).map((change) => change.key) });
