/** Media types of the documents that are read, as the parser tells them from the bytes. A reader of another type does not compile. */
export const documentTypes = [
  'text/html',
  'text/plain',
  'text/markdown',
  'text/csv',
  'multipart/related',
  'application/pdf',
  'application/ofd',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/rtf',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** The same from the format that keeps most of what was published to the one that keeps least: of equally read copies the first is shown. */
export const renditionOrder: readonly string[] = [
  'text/html',
  'multipart/related',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/vnd.oasis.opendocument.text',
  'application/rtf',
  'application/pdf',
  'application/ofd',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'text/markdown',
  'text/plain',
] satisfies readonly DocumentType[];

/** Archives of documents. */
const archiveTypes = ['application/zip', 'application/gzip'] as const;

/** What browsers, mail and office programs call the same files; `application/octet-stream` where they cannot tell. */
const otherNames = [
  'application/octet-stream',
  'application/xhtml+xml',
  'application/xml',
  'text/xml',
  'text/rtf',
  'message/rfc822',
  'application/vnd.ms-works',
  'application/wps-office.wps',
  'application/wps-office.et',
  'application/wps-office.doc',
  'application/wps-office.docx',
  'application/wps-office.xls',
  'application/wps-office.xlsx',
  'application/vnd.oasis.opendocument.text-flat-xml',
  'application/x-zip-compressed',
  'application/x-gzip',
] as const;

/** Media types under which a document may be sent. They are labels: what a file is its bytes say. */
export const uploadTypes: readonly string[] = [...documentTypes, ...archiveTypes, ...otherNames];
