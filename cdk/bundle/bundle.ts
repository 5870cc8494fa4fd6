import { buildSite } from '../../infra/site.ts';
import { bundledFunctions, bundleFunction, describeBundle } from './bundle-function.ts';

// Run by `cdk` before every synthesis (`build` in cdk.json): the stacks then take what lies in `dist/` and `web/dist/`.
for (const bundled of Object.values(bundledFunctions)) {
  console.error(describeBundle(await bundleFunction('dist', bundled)));
}
await buildSite();
