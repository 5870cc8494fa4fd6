import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How LibreOffice opens a file and what it writes; filters by its own names. */
export interface Conversion {
  readonly from: string;
  readonly open?: string;
  readonly to: string;
}

export const conversions = {
  textToDocx: { from: 'txt', open: 'Text (encoded):UTF8', to: 'docx:MS Word 2007 XML' },
  textToDoc: { from: 'txt', open: 'Text (encoded):UTF8', to: 'doc:MS Word 97' },
  pageToDocx: { from: 'html', open: 'HTML (StarWriter)', to: 'docx:MS Word 2007 XML' },
  pageToDoc: { from: 'html', open: 'HTML (StarWriter)', to: 'doc:MS Word 97' },
  pageToXlsx: { from: 'html', open: 'HTML (StarCalc)', to: 'xlsx:Calc MS Excel 2007 XML' },
  pageToXls: { from: 'html', open: 'HTML (StarCalc)', to: 'xls:MS Excel 97' },
  pageToOds: { from: 'html', open: 'HTML (StarCalc)', to: 'ods:calc8' },
  pageToXmlWorkbook: { from: 'html', open: 'HTML (StarCalc)', to: 'xml:MS Excel 2003 XML' },
  pageToSheetPage: { from: 'html', open: 'HTML (StarCalc)', to: 'html:HTML (StarCalc)' },
  /** Commas, double quotes, UTF-8, from the first row. */
  pageToCsv: { from: 'html', open: 'HTML (StarCalc)', to: 'csv:Text - txt - csv (StarCalc):44,34,76,1' },
  pageToFodt: { from: 'html', open: 'HTML (StarWriter)', to: 'fodt:OpenDocument Text Flat XML' },
  docxToRtf: { from: 'docx', to: 'rtf:Rich Text Format' },
  docxToOdt: { from: 'docx', to: 'odt:writer8' },
  docxToDoc: { from: 'docx', to: 'doc:MS Word 97' },
  docxToDocx: { from: 'docx', to: 'docx:MS Word 2007 XML' },
  drawnToDocx: { from: 'fodt', to: 'docx:MS Word 2007 XML' },
  drawnToDoc: { from: 'fodt', to: 'doc:MS Word 97' },
} satisfies Record<string, Conversion>;

/** Converts a document with LibreOffice, which has to be installed. */
export function convert(content: string | Uint8Array, { from, open, to }: Conversion): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'convert-corpus-'));
  try {
    const source = join(folder, `source.${from}`);
    writeFileSync(source, content);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = open === undefined ? [] : [`--infilter=${open}`];
    const args = [profile, '--headless', ...filter, '--convert-to', to, '--outdir', join(folder, 'out'), source];
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`LibreOffice failed: ${stderr}`);
    return readFileSync(join(folder, 'out', `source.${to.split(':', 1)[0]}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
