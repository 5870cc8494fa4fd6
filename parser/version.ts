/**
 * Version of what the parser and the rules make of a document; of the product's version it is independent. Greater than the
 * released one (`released/records.json`) as soon as any record of the corpus is another: a test asks for it. Records of the same version
 * are taken to be the same, so `gongkai reprocess` reads again only what another version has read.
 */
export const parserVersion = '0.3.0';
