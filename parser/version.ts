/** Version of what the parser makes of a document. Raise it with every change that can alter a record. */
export const parserVersion = '0.1.0';
