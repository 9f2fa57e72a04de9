import type { CustodyKind, MoveKind } from '@/lib/shared/vocabulary';

/** What a custody row says, as far as the rules ask. `remaining` is what it has not passed on yet. */
export type Holding = {
  id: string;
  previousId: string | null;
  kind: CustodyKind;
  quantity: number;
  remaining: number;
  since: string;
  /** null: the project itself */
  institutionId: string | null;
  personId: string | null;
};

export type Place = 'project' | 'hands' | 'loan' | 'damaged' | 'repair' | 'lost' | 'disposed';

/** Where the pieces of a row are. */
export function placeOf({ kind, institutionId }: Pick<Holding, 'kind' | 'institutionId'>): Place {
  if (kind === 'received') return 'project';
  if (kind === 'return') return institutionId === null ? 'project' : 'hands';
  const places = { handed_over: 'hands', transfer: 'hands', loan: 'loan', damage: 'damaged', repair: 'repair', loss: 'lost', disposal: 'disposed' } as const;
  return places[kind];
}

/** The state machine: what can be recorded from where. Disposal is the end; what is lost can only be found again, which is a return. */
const moves: Record<Place, readonly MoveKind[]> = {
  project: ['transfer', 'loan', 'damage', 'repair', 'loss', 'disposal'],
  hands: ['transfer', 'loan', 'return', 'damage', 'repair', 'loss', 'disposal'],
  loan: ['return', 'damage', 'repair', 'loss'],
  damaged: ['return', 'repair', 'loss', 'disposal'],
  repair: ['return', 'loss', 'disposal'],
  lost: ['return'],
  disposed: [],
};

const rowOf = (rows: readonly Holding[], id: string | null) => rows.find((row) => row.id === id);
const settled = (row: Holding) => placeOf(row) === 'project' || placeOf(row) === 'hands';

/** The row that a loan, a repair or a loss began from: where the pieces belong. */
export function baseOf(rows: readonly Holding[], holding: Holding): Holding {
  const before = rowOf(rows, holding.previousId);
  return settled(holding) || !before ? holding : baseOf(rows, before);
}

/** Who gets the pieces when they come back: the lender or former holder; what its holder gives up goes to the project. */
export const returnsTo = (rows: readonly Holding[], holding: Holding): string | null => (placeOf(holding) === 'hands' ? null : baseOf(rows, holding).institutionId);

/** Did these pieces pass in a hand-over at some time? */
const wasHandedOver = (rows: readonly Holding[], holding: Holding): boolean => {
  const before = rowOf(rows, holding.previousId);
  return holding.kind === 'handed_over' || (before !== undefined && wasHandedOver(rows, before));
};

/** What can be recorded about the pieces of a row, in the order of the word list. A first transfer is a hand-over and needs its certificate. */
export const possibleMoves = (rows: readonly Holding[], holding: Holding): MoveKind[] =>
  holding.remaining === 0 ? [] : moves[placeOf(holding)].filter((kind) => kind !== 'transfer' || wasHandedOver(rows, holding));

export type MoveRequest = { holdingId: string; kind: MoveKind; quantity: number; since: string; institutionId: string | null; personId: string | null; dueBack: string | null };
export type Moved = { institutionId: string | null; personId: string | null; dueBack: string | null };
export type MoveRefusal = { refused: string; field: string };

const receives = (kind: MoveKind): boolean => kind === 'transfer' || kind === 'loan';

function impossible(rows: readonly Holding[], holding: Holding, kind: MoveKind): string | null {
  if (possibleMoves(rows, holding).includes(kind)) return null;
  const place = placeOf(holding);
  if (place === 'disposed') return 'itemDisposed';
  if (kind === 'return' && place === 'project') return 'notOut';
  if (kind === 'transfer' && place === 'project') return 'handOverFirst';
  return 'moveImpossible';
}

function contradiction(holding: Holding, wanted: MoveRequest, today: string): MoveRefusal | null {
  if (wanted.quantity > holding.remaining) return { refused: `splitTooMany:${holding.remaining}`, field: 'quantity' };
  if (wanted.since > today) return { refused: 'dateInFuture', field: 'since' };
  if (wanted.since < holding.since) return { refused: 'beforeHolding', field: 'since' };
  if (!receives(wanted.kind)) return null;
  if (wanted.institutionId === null) return { refused: 'required', field: 'institutionId' };
  const same = wanted.institutionId === holding.institutionId && (wanted.kind === 'loan' || wanted.personId === holding.personId);
  if (same) return { refused: 'sameHolder', field: 'institutionId' };
  return wanted.dueBack !== null && wanted.dueBack < wanted.since ? { refused: 'endBeforeStart', field: 'dueBack' } : null;
}

/** Who holds the pieces after a move, or why it cannot be: one row gives, so nothing is ever in two hands or in none. */
export function decideMove(rows: readonly Holding[], wanted: MoveRequest, today: string): Moved | MoveRefusal {
  const holding = rowOf(rows, wanted.holdingId);
  if (!holding || holding.remaining === 0) return { refused: 'nothingLeft', field: 'holdingId' };
  const cannot = impossible(rows, holding, wanted.kind);
  if (cannot) return { refused: cannot, field: 'kind' };
  const wrong = contradiction(holding, wanted, today);
  if (wrong) return wrong;
  if (receives(wanted.kind)) return { institutionId: wanted.institutionId, personId: wanted.personId, dueBack: wanted.kind === 'loan' ? wanted.dueBack : null };
  const holder = wanted.kind === 'return' ? returnsTo(rows, holding) : holding.institutionId;
  return { institutionId: holder, personId: null, dueBack: null };
}
