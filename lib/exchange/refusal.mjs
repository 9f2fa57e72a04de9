/** Why a file is not read: a key of errors.json with an optional number. */
export class FileRefusal extends Error {
  constructor(reason, n) {
    super(reason);
    this.name = 'FileRefusal';
    this.reason = n === undefined ? reason : `${reason}:${n}`;
  }
}
