import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseS3Event } from '../../../functions/ingest/s3-event.ts';
import { createSequencer, creationMessage } from '../../../infra/local/s3/object-version.ts';

const versionId = createSequencer(null, () => Date.UTC(2022, 0, 28)).next();

test('whatever the key, the ingest function reads it back from the message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const version = { bucket: 'b', key: `raw/${name}`, versionId, size: 1, eTag: 'e' };
      const notices = parseS3Event(creationMessage(version, 'Put'));
      expect(notices).toMatchObject([{ key: `raw/${name}`, versionId, sequencer: versionId }]);
    }),
  );
});
