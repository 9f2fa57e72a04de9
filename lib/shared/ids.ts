import { v7, validate, version } from 'uuid';

/** A new UUIDv7. Made on the client for every create, so that a second send of a record is recognised (DESIGN §2). */
export const newId = (): string => v7();

/** Is this text a UUID of version 7? Anything else is refused as an id from outside. */
export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text) && version(text) === 7;
