const lineLength = 74;

/** A page as browsers save it in one file, its bytes quoted; a picture is saved with it. */
export function savePage(html: Uint8Array): string {
  const boundary = '----=_NextPart_000_0000_01D8F2A0';
  return [
    'From: <Saved by a browser>',
    'Subject: =?gb2312?B?1f7Mrw==?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    'This is a multi-part message in MIME format.',
    `--${boundary}`,
    'Content-Type: text/html;',
    '\tcharset="gb2312"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: http://www.example.gov.cn/report.html',
    '',
    quoted(html),
    `--${boundary}`,
    'Content-Type: image/gif',
    'Content-Transfer-Encoding: base64',
    'Content-Location: http://www.example.gov.cn/line.gif',
    '',
    'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** Quoted-printable: bytes beyond ASCII as =XX, and no line longer than 76. */
function quoted(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push(line);
      line = '';
      continue;
    }
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
    const next = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + next.length > lineLength) {
      lines.push(`${line}=`);
      line = '';
    }
    line += next;
  }
  return [...lines, line].join('\r\n');
}
