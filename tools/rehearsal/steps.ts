import type { Stage } from './stage.ts';
import { bootstrap, deploy, ingestFirst, showWhatWillBeMade } from './steps/deploy.ts';
import { destroy } from './steps/destroy.ts';
import { exportYear } from './steps/export.ts';
import { ringFirstAlarm } from './steps/first-alarm.ts';
import { deployGateway, queryGateway } from './steps/gateway.ts';
import { doubtStray, reprocess } from './steps/operate.ts';
import { becomeOperator } from './steps/operator.ts';
import { redrive, showDeadLetter } from './steps/redrive.ts';
import { searchTexts } from './steps/search.ts';
import { querySeparately, sendPoison } from './steps/separate.ts';
import { upgrade } from './steps/upgrade.ts';
import { uploadAsAwsCli, uploadWithGongkai } from './steps/upload.ts';

/** One thing that must work. It throws what was expected and what was seen instead. */
export interface Step {
  readonly title: string;
  /** Section of `docs/deploy.md` whose commands it follows. */
  readonly follows?: string;
  /** `blocks` are the commands of that section. */
  readonly run: (stage: Stage, blocks: readonly string[]) => Promise<void>;
}

/** From an empty account to an empty account, as the guide goes, and between its sections what else must work. */
export const steps: readonly Step[] = [
  { title: 'bootstrap the account', follows: 'Before you begin', run: bootstrap },
  { title: 'see what will be made', follows: 'What will be made', run: showWhatWillBeMade },
  { title: 'deploy Sichuan', follows: 'Deploy', run: deploy },
  { title: 'let an operator operate Sichuan', follows: 'Who operates', run: becomeOperator },
  { title: 'upload and query', follows: 'The first document and the first query', run: ingestFirst },
  { title: 'see a message die', follows: 'The first alarm and the first redrive', run: ringFirstAlarm },
  { title: 'deploy Guizhou and the gateway', follows: 'The national gateway', run: deployGateway },
  { title: 'upload to Sichuan with the AWS CLI, and wait for its function', run: uploadAsAwsCli },
  { title: 'upload to Guizhou with gongkai upload, twice', run: uploadWithGongkai },
  { title: 'query both over HTTP: neither has the other’s data', run: querySeparately },
  { title: 'query the gateway: it has both', run: queryGateway },
  { title: 'export a year of Sichuan', run: exportYear },
  { title: 'search the texts of Sichuan', run: searchTexts },
  { title: 'tell Sichuan of a document of Guizhou’s', run: sendPoison },
  { title: 'reprocess one document', run: reprocess },
  { title: 'find no difference, deploy again, reprocess all: nothing is replaced', follows: 'Upgrade', run: upgrade },
  { title: 'see the document that is Guizhou’s refused, as a dead letter', run: showDeadLetter },
  { title: 'redrive it, and see it refused again', run: redrive },
  { title: 'send Guizhou a document of Sichuan’s, and see it doubted', run: doubtStray },
  { title: 'destroy the stacks: documents and records are kept', follows: 'Remove', run: destroy },
];
