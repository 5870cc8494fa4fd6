import type { VersionHead } from '../record-store.ts';
import type { Source } from '../report.ts';

/** What was read, and where the object lies. */
export interface SourceNode extends Source {
  readonly bucket: VersionHead['bucket'];
  readonly key: VersionHead['key'];
  readonly versionId: VersionHead['objectVersionId'];
}
