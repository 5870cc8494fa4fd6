/** Reads something by its name, together with whoever is reading the same at that moment. */
export type SharedRead = <Value>(name: string, read: () => Promise<Value>) => Promise<Value>;

/** Shares what is under way. Nothing is kept once it is read: a list of the nation is hundreds of megabytes. */
export function createSharedRead(): SharedRead {
  const underWay = new Map<string, Promise<unknown>>();
  return <Value>(name: string, read: () => Promise<Value>) => {
    // A name always comes with reads of one kind: what is under way under it has the type that is read.
    const known = underWay.get(name) as Promise<Value> | undefined;
    if (known !== undefined) return known;
    const reading = read().finally(() => underWay.delete(name));
    underWay.set(name, reading);
    return reading;
  };
}
