import { buildSite } from '../../infra/site.ts';
import { describeBundle } from './bundle-content.ts';
import { bundleFunction } from './bundle-function.ts';
import { bundledFunctions } from './bundled-function.ts';

// Run by `cdk` before every synthesis (`build` in cdk.json): the stacks then take what lies in `dist/` and `web/dist/`.
for (const bundled of Object.values(bundledFunctions)) {
  console.error(describeBundle(await bundleFunction('dist', bundled)));
}
await buildSite();
