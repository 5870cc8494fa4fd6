/** One line of a CSV file by RFC 4180. A text that a spreadsheet program would take for a formula begins with an apostrophe. */
function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return values.map(csvValue).join(',');
}

function csvValue(value: string | number | null | undefined): string {
  if (value == null) return '';
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^[-+]?\d+(?:\.\d+)?$/.test(value)
      ? `'${value}`
      : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Saves a table as CSV, with the byte order mark by which spreadsheet programs know UTF-8. */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null | undefined)[])[]): void {
  save(`${name}.csv`, `\uFEFF${rows.map(csvLine).join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
}

/** Saves a chart as it is drawn, with the styles it needs written into it. */
export function saveSvg(name: string, svg: SVGSVGElement): void {
  const copy = svg.cloneNode(true) as SVGSVGElement; // A clone of an SVG element is one.
  const drawn = svg.querySelectorAll<SVGElement>('*');
  for (const [index, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const shown = drawn[index];
    if (shown === undefined) continue;
    const style = getComputedStyle(shown);
    for (const property of [
      'fill',
      'stroke',
      'stroke-width',
      'stroke-dasharray',
      'font-size',
      'font-family',
      'text-anchor',
    ])
      element.style.setProperty(property, style.getPropertyValue(property));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  save(`${name}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml');
}

function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
