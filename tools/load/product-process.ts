import process from 'node:process';
import { startProduct } from '../../cli/start/start-product.ts';
import { childInput, tell } from '../child.ts';
import { ProductInput } from './product.ts';

/** The process that `startProductProcess` starts. */
const { ports, ...input } = ProductInput.parse(childInput());
const product = await startProduct({ ...input, graphqlPort: ports.graphql, ports, onProgress: console.error });
tell({ pid: process.pid, env: product.stack.env, running: product.running }, () => product.close());
