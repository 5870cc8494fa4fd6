import { expect, test } from 'vitest';
import { parseS3Event } from '../../../functions/ingest/s3-event.ts';

function record(change: Record<string, unknown>, key = 'raw/report.html', name = 'ObjectCreated:Put') {
  return {
    eventTime: '2022-01-28T03:04:05.678Z',
    eventName: name,
    s3: { bucket: { name: 'reports' }, object: { key, versionId: 'v1', sequencer: '0055AED6DCD90281E5', ...change } },
  };
}

const message = (...records: unknown[]) => JSON.stringify({ Records: records });

test('a created object is told by its bucket, key, version, sequencer and time', () => {
  expect(parseS3Event(message(record({})))).toEqual([
    {
      bucket: 'reports',
      key: 'raw/report.html',
      versionId: 'v1',
      sequencer: '0055AED6DCD90281E5',
      eventTime: '2022-01-28T03:04:05.678Z',
    },
  ]);
});

test('a key comes decoded: percent signs, a plus for a blank, and a percent-encoded plus for a plus', () => {
  const encoded = 'raw/%E5%86%85%E6%B1%9F+2020%2B%E5%B9%B4.html';
  expect(parseS3Event(message(record({}, encoded)))[0]?.key).toBe('raw/内江 2020+年.html');
});

test('a message may tell of several objects, created in any way', () => {
  const kinds = ['ObjectCreated:Post', 'ObjectCreated:Copy', 'ObjectCreated:CompleteMultipartUpload'];
  const notices = parseS3Event(message(...kinds.map((kind, index) => record({}, `raw/${index}`, kind))));
  expect(notices.map(({ key }) => key)).toEqual(['raw/0', 'raw/1', 'raw/2']);
});

test('the test event, removals and objects elsewhere tell of no document', () => {
  expect(parseS3Event(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'reports' }))).toEqual([]);
  expect(parseS3Event(message(record({}, 'raw/gone.html', 'ObjectRemoved:DeleteMarkerCreated')))).toEqual([]);
  expect(parseS3Event(message(record({}, 'exports/2020.csv')))).toEqual([]);
  expect(parseS3Event(message(record({ size: 0 }, 'raw/2020/')))).toEqual([]);
  expect(parseS3Event(message(record({ size: 1 }, 'raw/2020/')))).toHaveLength(1);
  expect(parseS3Event(message(record({ size: 0 }, 'raw/empty.html')))).toHaveLength(1);
});

test('an object of a bucket without versioning has no version', () => {
  expect(parseS3Event(message(record({ versionId: undefined })))[0]?.versionId).toBeNull();
});

test.each([
  ['no JSON', 'not json'],
  ['another message', '{"hello":"world"}'],
  ['an event without a key', message(record({ key: undefined }))],
  ['a key with a broken escape', message(record({}, 'raw/%E5%'))],
])('%s is no notification and throws', (_, body) => {
  expect(() => parseS3Event(body)).toThrow();
});
