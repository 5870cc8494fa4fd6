import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** How a crash shows itself to the code under test. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

const writes = /Put|Write|Update|Delete/;

/** Lets a client make so many writes and then fail at every one, as if the process had been killed there. */
export function crashAfterWrites(dynamo: DynamoDBDocumentClient, count: number): void {
  let made = 0;
  dynamo.middlewareStack.add(
    (next, context) => async (args) => {
      if (writes.test(String(context.commandName))) {
        if (made === count) throw new Crash(`Crashed after ${count} writes`);
        made += 1;
      }
      return next(args);
    },
    { step: 'initialize', name: 'crash', priority: 'high' },
  );
}
