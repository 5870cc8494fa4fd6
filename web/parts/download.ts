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

/** A chart to save: what is drawn, and what has to be said beside it, for a picture travels alone. */
export interface Picture {
  readonly drawing: SVGSVGElement;
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly dash: string }[];
  /** Why lines break and years are missing, and where the figures are from. */
  readonly notes: readonly string[];
}

/** Saves a chart as SVG. */
export function saveSvg(name: string, picture: Picture | null): void {
  if (picture !== null) save(`${name}.svg`, drawAlone(picture).text, 'image/svg+xml');
}

/** Saves a chart as PNG, three dots a unit: sharp in print at the width of a page. */
export async function savePng(name: string, picture: Picture | null): Promise<void> {
  if (picture === null) return;
  const { text, width, height } = drawAlone(picture);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image(width * 3, height * 3);
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, image.width, image.height);
  URL.revokeObjectURL(url);
  canvas.toBlob((blob) => blob !== null && saveBlob(`${name}.png`, blob), 'image/png');
}

const svg = 'http://www.w3.org/2000/svg';
const styles = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'text-anchor'] as const;
const line = { title: 24, series: 18, note: 15, edge: 12 } as const;

/** The chart as a file of its own: its styles written into it, under its title and legend, above its notes, on the colour of the page. */
function drawAlone({ drawing, title, series, notes }: Picture) {
  const { width, height } = drawing.viewBox.baseVal;
  const page = getComputedStyle(document.documentElement);
  const quiet = page.getPropertyValue('--quiet');
  const whole = document.createElementNS(svg, 'svg');
  let y = line.edge;
  const write = (
    text: string,
    [step, size]: readonly [number, number],
    { x = line.edge as number, fill = page.color } = {},
  ) => {
    y += step;
    const written = whole.appendChild(document.createElementNS(svg, 'text'));
    written.textContent = text;
    for (const [key, value] of Object.entries({ x, y: y - step / 3, fill, 'font-size': size }))
      written.setAttribute(key, String(value));
  };
  const paper = whole.appendChild(document.createElementNS(svg, 'rect'));
  paper.setAttribute('fill', page.backgroundColor);
  write(title, [line.title, 16]);
  const lines = drawing.querySelectorAll('.series');
  for (const [index, { name, dash }] of series.entries()) {
    write(name, [line.series, 13], { x: line.edge + 36 });
    const sign = whole.appendChild(document.createElementNS(svg, 'path'));
    const colour = getComputedStyle(lines[index] ?? drawing).color;
    const at = y - line.series / 3 - 4;
    for (const [key, value] of Object.entries({
      d: `M${line.edge},${at}h28`,
      stroke: colour,
      'stroke-dasharray': dash,
    }))
      sign.setAttribute(key, value);
    sign.setAttribute('stroke-width', '2');
  }
  const chart = whole.appendChild(styled(drawing));
  for (const [key, value] of Object.entries({ y, width, height })) chart.setAttribute(key, String(value));
  y += height;
  for (const note of notes.flatMap((text) => wrapped(text, width - 2 * line.edge)))
    write(note, [line.note, 11], { fill: quiet });
  y += line.edge;
  for (const sized of [whole, paper]) {
    sized.setAttribute('width', String(width));
    sized.setAttribute('height', String(y));
  }
  whole.setAttribute('viewBox', `0 0 ${width} ${y}`);
  whole.setAttribute('font-family', page.fontFamily);
  return { text: new XMLSerializer().serializeToString(whole), width, height: y };
}

/** A copy of what is drawn, with the styles it needs written into it. */
function styled(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement; // A clone of an SVG element is one.
  const drawn = drawing.querySelectorAll<SVGElement>('*');
  for (const [index, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const shown = drawn[index];
    if (shown === undefined) continue;
    const style = getComputedStyle(shown);
    for (const property of styles) element.style.setProperty(property, style.getPropertyValue(property));
  }
  return copy;
}

/** A text in lines that fit a width, in units of the drawing, at 11 units a letter of Han and half of it for others. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  let used = 0;
  for (const letter of text) {
    const wide = /\p{scx=Han}/u.test(letter) ? 11 : 6.2;
    if (used + wide > width) {
      lines.push('');
      used = 0;
    }
    used += wide;
    lines[lines.length - 1] += letter;
  }
  return lines;
}

function save(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type }));
}

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
