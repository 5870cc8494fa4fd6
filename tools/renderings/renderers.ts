import { execFileSync, type StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A way in which a tool that is not ours makes a file of a page. */
export interface Renderer {
  readonly name: string;
  /** The program it needs. */
  readonly tool: string;
  readonly extension: string;
  /** The renderer whose file it starts from, where that is not the page itself. */
  readonly from?: string;
  /** Writes a file of the same stem to `folder` for each of `files`. */
  readonly render: (files: readonly string[], folder: string) => void;
}

/** Where the Python tools of `requirements.txt` are installed: `python3 -m venv`, then `pip install -r`. */
const python = join(process.env.RENDER_VENV ?? '.render-venv', 'bin/python');

const quiet: { stdio: StdioOptions; maxBuffer: number } = { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 };

type Named = readonly [name: string, extension: string];

/** A program that prints what it makes of one file. */
function prints([name, extension]: Named, tool: string, args: (file: string) => string[], from?: string): Renderer {
  return {
    name,
    tool,
    extension,
    ...(from === undefined ? {} : { from }),
    render: (files, folder) => {
      for (const file of files) writeFileSync(outOf(file, folder, extension), execFileSync(tool, args(file), quiet));
    },
  };
}

/** Pandoc writes any of its formats; `+` and `-` after one switch what it may use. */
function pandoc(format: string, extension: string): Renderer {
  return {
    name: `pandoc-${format.replace(/\W.*/, '')}`,
    tool: 'pandoc',
    extension,
    render: (files, folder) => {
      for (const file of files) {
        const out = outOf(file, folder, extension);
        execFileSync('pandoc', ['--from=html', `--to=${format}`, '--standalone', '--output', out, file], quiet);
      }
    },
  };
}

/** LibreOffice opens the page as a text document and saves it as another. */
function libreOffice(extension: string, filter: string): Renderer {
  return {
    name: `libreoffice${extension.replace('.', '-')}`,
    tool: 'soffice',
    extension,
    render: (files, folder) => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const to = ['--convert-to', `${extension.slice(1)}:${filter}`, '--outdir', folder];
      execFileSync('soffice', [profile, '--headless', '--infilter=HTML (StarWriter)', ...to, ...files], quiet);
    },
  };
}

function inPython(name: string, extension: string, from?: string): Renderer {
  return {
    name,
    tool: python,
    extension,
    ...(from === undefined ? {} : { from }),
    render: (files, folder) => {
      const script = [`${import.meta.dirname}/render.py`, name.replaceAll('-', '_'), folder, extension];
      execFileSync(python, [...script, ...files], quiet);
    },
  };
}

/** What is rendered with, in an order in which each comes after the one it starts from. */
export const renderers: readonly Renderer[] = [
  pandoc('gfm', '.md'),
  pandoc('markdown', '.md'),
  pandoc('plain', '.txt'),
  pandoc('rst', '.txt'),
  pandoc('html', '.html'),
  pandoc('docx', '.docx'),
  pandoc('odt', '.odt'),
  pandoc('rtf', '.rtf'),
  libreOffice('.docx', 'MS Word 2007 XML'),
  libreOffice('.doc', 'MS Word 97'),
  libreOffice('.odt', 'writer8'),
  libreOffice('.rtf', 'Rich Text Format'),
  libreOffice('.pdf', 'writer_pdf_Export'),
  prints(['w3m', '.txt'], 'w3m', (file) => [
    '-dump',
    '-cols',
    '160',
    '-I',
    'UTF-8',
    '-O',
    'UTF-8',
    '-T',
    'text/html',
    file,
  ]),
  prints(['lynx', '.txt'], 'lynx', (file) => ['-dump', '-nolist', '-width=200', '-display_charset=UTF-8', file]),
  prints(['html2text', '.txt'], 'html2text', (file) => ['-utf8', '-nobs', '-width', '200', file]),
  prints(['catdoc', '.txt'], 'catdoc', (file) => ['-dutf-8', '-w', file], 'libreoffice-doc'),
  prints(['antiword', '.txt'], 'antiword', (file) => ['-m', 'UTF-8.txt', '-w', '0', file], 'libreoffice-doc'),
  prints(['pdftotext', '.txt'], 'pdftotext', (file) => [file, '-'], 'libreoffice-pdf'),
  prints(['pdftotext-layout', '.txt'], 'pdftotext', (file) => ['-layout', file, '-'], 'libreoffice-pdf'),
  inPython('python-docx', '.docx'),
  inPython('python-docx-text', '.txt'),
  inPython('openpyxl', '.xlsx'),
  inPython('markdownify', '.md'),
  inPython('trafilatura', '.md'),
  inPython('beautifulsoup-lines', '.txt'),
  inPython('pdfminer', '.txt', 'libreoffice-pdf'),
  inPython('easyofd', '.ofd', 'libreoffice-pdf'),
];

/** The renderers whose program this machine has, and the names of the others. */
export function installed(): { readonly here: readonly Renderer[]; readonly missing: readonly string[] } {
  const found = (tool: string) =>
    tool.includes('/')
      ? existsSync(tool)
      : (process.env.PATH ?? '').split(':').some((path) => existsSync(join(path, tool)));
  const here = renderers.filter(({ tool }) => found(tool));
  return { here, missing: renderers.filter((each) => !here.includes(each)).map(({ name }) => name) };
}

/** Renders pages with one renderer, and with those it starts from, inside a folder for them: the files it made. */
export function renderWith(renderer: Renderer, pages: readonly string[], folder: string): string[] {
  const source = renderers.find(({ name }) => name === renderer.from);
  const files = source === undefined ? pages : renderWith(source, pages, folder);
  const own = join(folder, renderer.name);
  mkdirSync(own, { recursive: true });
  renderer.render(files, own);
  return files.map((file) => outOf(file, own, renderer.extension));
}

function outOf(file: string, folder: string, extension: string): string {
  return join(folder, basename(file).replace(/\.\w+$/, extension));
}
