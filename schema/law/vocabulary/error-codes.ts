import type { Bilingual } from '../../record/bilingual.ts';

/** What an error says by its code, and what whoever meets it can do. */
export interface ErrorDescription {
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}

/** Every code of an error of the API, in `extensions.code`, and of the exports, in `error.code`. docs/errors.md is printed from it. */
export const errorCodes = {
  BAD_REQUEST: {
    meaning: {
      en: 'The request is none of GraphQL over HTTP: no query, a body or parameters that are no JSON, a method or parameter that does not exist.',
      zh: '请求不符合 GraphQL over HTTP:缺少 query、请求体或参数不是 JSON,或方法、参数不存在。',
    },
    remedy: {
      en: 'Send query, variables and operationName by POST as JSON, or by GET in the address.',
      zh: '以 POST 发送 JSON(query、variables、operationName),或以 GET 放在地址中。',
    },
  },
  BAD_USER_INPUT: {
    meaning: {
      en: 'An argument or variable cannot be meant: of the wrong type, out of range, no cursor, an unknown rule or agency; extensions.argument says which.',
      zh: '参数或变量不合法:类型不符、超出范围、游标无效、规则或机关不存在;extensions.argument 指出是哪一个。',
    },
    remedy: { en: 'Correct the argument; the message says what it must be.', zh: '按提示更正该参数。' },
  },
  UNAUTHENTICATED: {
    meaning: { en: 'Changes need credentials.', zh: '变更操作需要凭据。' },
    remedy: {
      en: 'Send the token of the stack as Authorization: Bearer; deployed, sign in as the stack is set up.',
      zh: '在 Authorization: Bearer 中发送令牌;已部署的环境按其登录方式。',
    },
  },
  READ_ONLY: {
    meaning: { en: 'This API takes no changes, or has no originals.', zh: '此接口只读,或没有原始文件。' },
    remedy: { en: "Send changes to the API of the province's own stack.", zh: '请向该省自己的接口提交。' },
  },
  FINDING_NOT_FOUND: {
    meaning: {
      en: 'No current report has this finding; a figure it is about may have changed.',
      zh: '现行报告中没有此疑点;所涉数字可能已变。',
    },
    remedy: { en: 'Read the findings of the year again.', zh: '重新读取该年度的疑点。' },
  },
  INGESTION_NOT_FOUND: {
    meaning: { en: 'No ingestion of a stored object version has this id.', zh: '没有此标识的入库记录。' },
    remedy: { en: 'Take the id from ingestions or ingestionOf.', zh: '从 ingestions 或 ingestionOf 取得标识。' },
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: { en: 'The document is no GraphQL.', zh: '查询文档不是合法的 GraphQL。' },
    remedy: { en: 'Correct it at the place in locations.', zh: '按 locations 指出的位置更正。' },
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: {
      en: 'The document asks for what the schema does not have, or contradicts itself.',
      zh: '查询了不存在的字段、参数或取值,或自相矛盾。',
    },
    remedy: { en: 'Compare it with the schema, in GraphiQL.', zh: '在 GraphiQL 中对照模式更正。' },
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: {
      en: 'Which of several operations is meant cannot be told.',
      zh: '无法确定执行哪一个操作。',
    },
    remedy: { en: 'Send operationName, the name of one of them.', zh: '发送 operationName。' },
  },
  REQUEST_ENTITY_TOO_LARGE: {
    meaning: { en: 'The body is longer than 64 KiB.', zh: '请求体超过 64 KiB。' },
    remedy: { en: 'Put less into the variables; ask in parts.', zh: '减少变量,分次查询。' },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: { en: 'The body is of a kind that is not read.', zh: '请求体的媒体类型不受支持。' },
    remedy: { en: 'Send Content-Type: application/json.', zh: '发送 Content-Type: application/json。' },
  },
  NOT_ACCEPTABLE: {
    meaning: { en: 'Answers have none of the media types asked for.', zh: '无法以所要求的媒体类型应答。' },
    remedy: {
      en: 'Accept application/json or application/graphql-response+json.',
      zh: 'Accept 中写 application/json 或 application/graphql-response+json。',
    },
  },
  QUERY_TOO_LARGE: {
    meaning: {
      en: 'The document has too many tokens, aliases or directives, or needs too many lists.',
      zh: '查询文档的词元、别名或指令过多,或需要的列表过多。',
    },
    remedy: {
      en: 'Ask in several requests: a year, or a province, at a time.',
      zh: '分几次查询:一次一年或一省。',
    },
  },
  QUERY_TOO_DEEP: {
    meaning: { en: 'The fields are nested too deep.', zh: '字段嵌套过深。' },
    remedy: { en: 'Ask for what is below by its id, in a request of its own.', zh: '对下层内容按标识另行查询。' },
  },
  QUERY_TOO_COMPLEX: {
    meaning: {
      en: 'The query is estimated to cost too many points; extensions.cost of any answer shows how they are counted.',
      zh: '查询的估计点数超限;每个应答的 extensions.cost 说明点数。',
    },
    remedy: {
      en: 'Ask for fewer items a page (first), fewer years, fewer fields.',
      zh: '减少每页条数(first)、年份或字段。',
    },
  },
  ANSWER_TOO_LARGE: {
    meaning: {
      en: 'The answer turned out larger than one answer may be; nothing of it is sent.',
      zh: '应答超过上限,未返回任何部分。',
    },
    remedy: {
      en: 'Ask for fewer items a page (first), fewer years or fewer fields; whole provinces are in the exports.',
      zh: '减少每页条数(first)、年份或字段;整省数据请用导出文件。',
    },
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: { en: 'The hash of a document is not known here (yet).', zh: '此处(尚)没有该哈希对应的查询文档。' },
    remedy: {
      en: 'Send the document with its hash; clients do so by themselves.',
      zh: '连同查询文档一起发送;客户端会自动完成。',
    },
  },
  PERSISTED_QUERY_HASH_MISMATCH: {
    meaning: { en: 'The hash is not that of the document sent with it.', zh: '哈希与所发查询文档不符。' },
    remedy: { en: 'Send the SHA-256 of the document, in hexadecimal.', zh: '发送该文档的 SHA-256(十六进制)。' },
  },
  SUBSCRIPTIONS_UNSUPPORTED: {
    meaning: { en: 'Answers cannot be streamed here.', zh: '此处不支持订阅。' },
    remedy: { en: 'Ask the query of the same name every second.', zh: '改为每秒查询同名字段。' },
  },
  PROVINCE_UNAVAILABLE: {
    meaning: {
      en: 'A province did not answer in time; extensions.province says which. The rest of the answer stands, without it.',
      zh: '某省未及时应答(extensions.province);其余结果有效,但不含该省。',
    },
    remedy: {
      en: 'Ask again later; do not take the answer for the whole nation.',
      zh: '稍后重试;不可把结果当作全国。',
    },
  },
  NOT_FOUND: {
    meaning: {
      en: 'No export is at this address, or nothing is stored of the province and year, or of the division.',
      zh: '此地址没有导出文件,或该省该年、该区划没有数据。',
    },
    remedy: { en: 'The message says which addresses there are.', zh: '提示中列有可用地址。' },
  },
  METHOD_NOT_ALLOWED: {
    meaning: { en: 'Exports are read, not written.', zh: '导出文件只能读取。' },
    remedy: { en: 'Ask with GET or HEAD.', zh: '使用 GET 或 HEAD。' },
  },
  INTERNAL: {
    meaning: { en: 'Something went wrong on our side; its cause is in the log.', zh: '服务端出错,原因已记入日志。' },
    remedy: {
      en: 'Ask again; if it stays, tell the operator when it was.',
      zh: '请重试;仍然出错时,把时间告知运维人员。',
    },
  },
} as const satisfies Record<string, ErrorDescription>;

export type ErrorCode = keyof typeof errorCodes;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}
