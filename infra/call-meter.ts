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
      const result = await next(args);
      counted = add(counted, command, unitsOf(result.output));
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

function add(sum: MeterReading, command: string, units: number): MeterReading {
  const isWrite = writes.test(command);
  return {
    calls: sum.calls + 1,
    byCommand: { ...sum.byCommand, [command]: (sum.byCommand[command] ?? 0) + 1 },
    readUnits: sum.readUnits + (isWrite ? 0 : units),
    writeUnits: sum.writeUnits + (isWrite ? units : 0),
  };
}

function unitsOf(output: unknown): number {
  const consumed = Answer.parse(output).ConsumedCapacity ?? [];
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
