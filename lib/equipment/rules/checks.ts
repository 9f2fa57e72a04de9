export const attentionStates = ['failed', 'overdue', 'due'] as const;
/** Why an item asks for attention, the gravest first: what was found last is wrong (not in use, damaged, not found), a check is overdue, or falls due within `noticeDays`. */
export type Attention = (typeof attentionStates)[number];

/** Days before a due date from which a check is on the list. When one is due at all is said by the view check_schedule. */
export const noticeDays = 30;
