export class FileRefusal extends Error {
  constructor(reason: string, n?: number);
  /** key of errors.json, with a number after a colon */
  reason: string;
}
