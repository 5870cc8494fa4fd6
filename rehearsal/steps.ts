import type { Stage } from './stage.ts';
import { bootstrap, deploy, lookAtEmptyStacks } from './steps/deploy.ts';
import { destroy } from './steps/destroy.ts';
import { queryGateway } from './steps/gateway.ts';
import { reprocess, ringAlarm } from './steps/operate.ts';
import { redeploy } from './steps/redeploy.ts';
import { redrive, showDeadLetter } from './steps/redrive.ts';
import { querySeparately, sendPoison } from './steps/separate.ts';
import { uploadAsAwsCli, uploadWithGongkai } from './steps/upload.ts';

/** One thing that must work. It throws what was expected and what was seen instead. */
export interface Step {
  readonly title: string;
  readonly run: (stage: Stage) => Promise<void>;
}

/** From an empty account to an empty account. A message takes a minute to die, so it is sent before it is needed. */
export const steps: readonly Step[] = [
  { title: 'bootstrap the account', run: bootstrap },
  { title: 'deploy two provinces and the gateway', run: deploy },
  { title: 'find both provinces empty', run: lookAtEmptyStacks },
  { title: 'upload to Sichuan as the AWS CLI does, and wait for its function', run: uploadAsAwsCli },
  { title: 'upload to Guizhou with gongkai upload, twice', run: uploadWithGongkai },
  { title: 'query both over HTTP: neither has the other’s data', run: querySeparately },
  { title: 'query the gateway: it has both', run: queryGateway },
  { title: 'tell Sichuan of a document of Guizhou’s', run: sendPoison },
  { title: 'reprocess one document', run: reprocess },
  { title: 'see an alarm ring in gongkai status', run: ringAlarm },
  { title: 'find no difference and deploy again: nothing is replaced', run: redeploy },
  { title: 'see the document that is Guizhou’s refused, as a dead letter', run: showDeadLetter },
  { title: 'redrive it, and see it refused again', run: redrive },
  { title: 'destroy the stacks: documents and records are kept', run: destroy },
];
