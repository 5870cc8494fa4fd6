import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createContext, runInContext } from 'node:vm';
import type { Template } from 'aws-cdk-lib/assertions';
import sirv from 'sirv';

interface EdgeOptions {
  /** The stack whose distribution is rehearsed. */
  readonly template: Template;
  /** The built explorer, as it lies in the site's bucket. */
  readonly files: string;
  /** Where the API answers, which the stack's behaviours lead to. */
  readonly api: string;
  /** Where documents lie, in place of the bucket that the stack's policy names. */
  readonly originals: string;
}

/** What CloudFront hands to a function at a viewer's request, and what of it the function gives on. */
interface ViewerRequest {
  readonly method: string;
  uri: string;
  readonly querystring: Record<string, { value: string }>;
  readonly headers: Record<string, { value: string }>;
  readonly cookies: Record<string, { value: string }>;
}

/**
 * The distribution of a stack on this machine: its function runs at each request for a file, its headers stand on each answer, its
 * behaviours lead to the API, and a key that the bucket does not hold is refused as S3 refuses it.
 */
export async function startEdge({ template, files, api, originals }: EdgeOptions) {
  const { DefaultCacheBehavior, CacheBehaviors, DefaultRootObject } = onlyOne(
    template,
    'AWS::CloudFront::Distribution',
  ).DistributionConfig;
  const toApi: string[] = CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
  const [{ EventType }] = DefaultCacheBehavior.FunctionAssociations;
  const atRequest = functionOf(onlyOne(template, 'AWS::CloudFront::Function').FunctionCode);
  const headers = headersOf(onlyOne(template, 'AWS::CloudFront::ResponseHeadersPolicy'), originals);
  const bucket = sirv(files, { etag: true, extensions: [] });

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://edge');
    if (toApi.some((pattern) => matches(pattern, url.pathname))) return forward(request, response, api + request.url);
    const asked = EventType === 'viewer-request' ? atRequest(url, request) : url.pathname;
    // The bucket holds the root object under its own name.
    request.url = asked === '/' ? `/${DefaultRootObject}` : asked;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    bucket(request, response, () => {
      response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error/>');
    });
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port.
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

/** The code of a CloudFront function, run with the globals of the language alone: it has no Node and no browser around it. */
function functionOf(code: string): (url: URL, request: IncomingMessage) => string {
  const edge = createContext({});
  runInContext(code, edge);
  return (url, { method = 'GET', headers }) => {
    const valued = (entries: Iterable<[string, string]>) =>
      Object.fromEntries([...entries].map(([name, value]) => [name, { value }]));
    const request: ViewerRequest = {
      ...{ method, uri: url.pathname, querystring: valued(url.searchParams), cookies: {} },
      headers: valued(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])),
    };
    const context = {
      distributionDomainName: 'd1.cloudfront.net',
      distributionId: 'E1',
      eventType: 'viewer-request',
      requestId: '1',
    };
    const event = { version: '1.0', context, viewer: { ip: '192.0.2.7' }, request };
    Object.assign(edge, { event: JSON.stringify(event) });
    return JSON.parse(runInContext('JSON.stringify(handler(JSON.parse(event)))', edge)).uri;
  };
}

/** The headers of a policy, with documents on this machine. */
function headersOf({ ResponseHeadersPolicyConfig }: Properties, originals: string): Record<string, string> {
  const { ContentSecurityPolicy, ContentTypeOptions, ReferrerPolicy } =
    ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  const [, parts] = ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'];
  const policy = parts.map((part: unknown) => (typeof part === 'string' ? part : 'x')).join('');
  return {
    'content-security-policy': policy.replace(/https:\/\/gongkai-[^ ;]*/, originals),
    ...(ContentTypeOptions.Override ? { 'x-content-type-options': 'nosniff' } : {}),
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a template is JSON of any shape.
type Properties = Record<string, any>;

function onlyOne(template: Template, type: string): Properties {
  const [found, ...others] = Object.values(template.findResources(type));
  if (found === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return found.Properties;
}

/** Whether a path is one of a behaviour's pattern, in which `*` is any text. */
function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(path);
}

async function forward(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = request.headers;
  const sent = await buffer(request);
  const { method = 'GET' } = request;
  const answer = await fetch(to, {
    ...{ method, headers: headers as Record<string, string> },
    ...(sent.length === 0 ? {} : { body: sent }),
  });
  const kept = [...answer.headers].filter(
    ([name]) => !/^(?:content-encoding|content-length|transfer-encoding|connection)$/.test(name),
  );
  response.writeHead(answer.status, Object.fromEntries(kept)).end(Buffer.from(await answer.arrayBuffer()));
}
