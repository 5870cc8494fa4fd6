/** Names that people type and other stacks compute. They stand here so that none is made in two places. */

const product = 'gongkai';
const usualStage = 'prod';

/** Name of a province's stack: `gongkai-sichuan`, in a stage other than prod `gongkai-sichuan-test`. */
export function stackName(pinyin: string, stage: string): string {
  return [product, pinyin, ...(stage === usualStage ? [] : [stage])].join('-');
}

/** Name of the stack of the national gateway. */
export function nationalStackName(stage: string): string {
  return stackName('national', stage);
}

/** Name of a province's table. It has one, so that the national gateway can be told of it without a link between stacks. */
export function tableNameOf(stack: string): string {
  return `${stack}-records`;
}

/** CloudWatch namespace of the product's own metrics. */
export const metricsNamespace = 'Gongkai';
