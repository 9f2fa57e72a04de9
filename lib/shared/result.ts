/** A message key of messages/<language>/errors.json, with an optional parameter after a colon: 'tooLong:200'. */
export type MessageKey = string;
export type MessageParams = Record<string, string | number>;

export type ActionFailure = {
  ok: false;
  /** key in errors.json: why the action was refused */
  reason: MessageKey;
  params?: MessageParams;
  /** path of the field ('sessions.0.date') to the message key */
  fieldErrors?: Record<string, MessageKey>;
  /** for 'stale': the record as it stands now, so that nothing typed is lost */
  current?: unknown;
};
export type ActionSuccess<T> = { ok: true; value: T; repeated?: boolean };
/** What every action returns: expected refusals are values, only surprises throw (DESIGN §2). */
export type ActionResult<T = unknown> = ActionSuccess<T> | ActionFailure;

/** An expected refusal inside a mutation: rolls the transaction back and becomes a message the user can act on. */
export class Refusal extends Error {
  readonly failure: ActionFailure;
  constructor(reason: MessageKey, options: { params?: MessageParams; field?: string; fieldErrors?: Record<string, MessageKey>; current?: unknown } = {}) {
    super(reason);
    this.name = 'Refusal';
    const fieldErrors = options.fieldErrors ?? (options.field ? { [options.field]: reason } : undefined);
    this.failure = { ok: false, reason, params: options.params, fieldErrors, current: options.current };
  }
}

/** Says that a record does not exist for this viewer: 404, not 403 (DOMAIN §4). */
export const notFound = () => new Refusal('notFound');
