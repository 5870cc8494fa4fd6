/** A cursor that no page of this list can have given. The asker's fault, never a fault of the service. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super('The cursor is of another list');
  }
}
