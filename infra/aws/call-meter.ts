import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';

/** What the calls to the table have cost since the meter was read last. Capacity is in units, reads and writes apart. */
export interface MeterReading {
  readonly calls: number;
  /** Calls by command, `Query`, `BatchGet`. */
  readonly byCommand: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface CallMeter {
  /** The reading since the last one, which starts the next. */
  read(): MeterReading;
}

const Consumed = z.object({ CapacityUnits: z.number().optional() });
const Answer = z.object({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

const writes = /Put|Write|Update|Delete/;

/** Counts every call a client makes from now on, and the capacity DynamoDB says it consumed. For tests and benchmarks. */
export function attachCallMeter(client: DynamoDBDocumentClient): CallMeter {
  let counted = none();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName).replace(/(Item)?Command$/, '');
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      counted = countCall(counted, command);
      const result = await next(args);
      counted = addUnits(counted, command, unitsOf(result.output));
      return result;
    },
    { step: 'initialize', name: 'countCalls' },
  );
  return {
    read() {
      const reading = counted;
      counted = none();
      return reading;
    },
  };
}

function none(): MeterReading {
  return { calls: 0, byCommand: {}, readUnits: 0, writeUnits: 0 };
}

/** A call that is refused counts too: DynamoDB has answered it. */
function countCall(sum: MeterReading, command: string): MeterReading {
  const byCommand = { ...sum.byCommand, [command]: (sum.byCommand[command] ?? 0) + 1 };
  return { ...sum, calls: sum.calls + 1, byCommand };
}

function addUnits(sum: MeterReading, command: string, units: number): MeterReading {
  return writes.test(command)
    ? { ...sum, writeUnits: sum.writeUnits + units }
    : { ...sum, readUnits: sum.readUnits + units };
}

function unitsOf(output: unknown): number {
  const consumed = Answer.parse(output).ConsumedCapacity ?? [];
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
