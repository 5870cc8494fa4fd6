import { posix } from 'node:path';
import type { Archive } from '../archive/zip-archive.ts';
import type { Box } from '../pdf/geometry.ts';
import { Unreadable } from '../reader.ts';
import { childOf, elementAt, elementsOf, parseXml, textOf, type XmlElement } from '../xml.ts';
import { boxOf } from './values.ts';

/**
 * The parts of an OFD package (GB/T 33190-2016, chapter 7): OFD.xml names its documents, each of which names its pages, the pages it
 * prints below or above them, and its resources. Elements are known by their local names, for writers give them namespaces of their own.
 */

/** What objects on pages refer to by its number. */
export interface Resources {
  readonly drawParams: ReadonlyMap<string, XmlElement>;
  readonly colourSpaces: ReadonlyMap<string, XmlElement>;
  readonly composites: ReadonlyMap<string, XmlElement>;
}

/** A page with all that is drawn on it, from below to above. */
export interface OfdPage {
  /** In millimetres. */
  readonly area: Box;
  /** Elements that hold the objects drawn: layers, and the appearances of annotations. */
  readonly layers: readonly XmlElement[];
  /** Where seals are set on it. */
  readonly seals: readonly Box[];
  readonly resources: Resources;
}

/** Parts that only an encrypted package has (GM/T 0099-2020). */
const encryption = /(?:^|\/)(?:encryptions?\.xml|decrypt?seed[^/]*\.dat|entriesmap\.dat)$/i;

/** A page as a document lists it: it is read when its turn comes. */
export interface PageEntry {
  readonly read: () => OfdPage;
}

/** The pages of all documents in a package, in their order. An encrypted package, and one that names parts it has not, is refused. */
export function pagesIn(archive: Archive): PageEntry[] {
  if (archive.names.some((name) => encryption.test(name))) throw new Unreadable('encrypted');
  const parts = new Parts(archive);
  const root = parts.element('OFD.xml');
  return childrenOf(root, 'DocBody').flatMap((body) => documentPages(parts, body));
}

/** The parts of a package by their paths, which may begin at its root or at the part that names them. */
class Parts {
  readonly #archive: Archive;
  /** Names as the directory has them, by the name that is asked for: some writers begin them with a slash, or write them otherwise. */
  readonly #names: ReadonlyMap<string, string>;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#names = new Map(archive.names.map((name) => [plainName(name), name]));
  }

  has(path: string): boolean {
    return this.#names.has(plainName(path));
  }

  /** The root element of a part; without that part the package is damaged. */
  element(path: string): XmlElement {
    const bytes = this.#archive.read(this.#names.get(plainName(path)) ?? '');
    const root = bytes === null ? undefined : elementsOf(parseXml(bytes))[0];
    if (root === undefined) throw new Unreadable('damaged');
    return root;
  }
}

function plainName(name: string): string {
  return posix
    .normalize(name.replaceAll('\\', '/'))
    .replace(/^(?:\.?\/)+/, '')
    .toLowerCase();
}

/** The path that one part gives of another. */
function locate(from: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/');
  return path.startsWith('/') ? path : posix.join(posix.dirname(from), path);
}

function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : elementsOf(element).filter((child) => child.name === name);
}

function documentPages(parts: Parts, body: XmlElement): PageEntry[] {
  const path = documentRoot(parts, body);
  const document = parts.element(path);
  const common = childOf(document, 'CommonData');
  const resources = readResources(
    parts,
    ['PublicRes', 'DocumentRes'].flatMap((name) => childrenOf(common, name)).map((each) => locate(path, textOf(each))),
  );
  const templates = new Map(
    childrenOf(common, 'TemplatePage').map(({ attributes }) => [
      attributes.ID ?? '',
      { path: locate(path, attributes.BaseLoc ?? ''), zOrder: attributes.ZOrder },
    ]),
  );
  const annotations = annotationPaths(parts, document, path);
  const seals = sealsOf(parts, body);
  const setting = { parts, resources, templates, area: areaOf(childOf(common, 'PageArea')) };
  return childrenOf(childOf(document, 'Pages'), 'Page').map(({ attributes }) => ({
    read: () =>
      readPage(locate(path, attributes.BaseLoc ?? ''), {
        ...setting,
        annotations: annotations.filter(({ page }) => page === attributes.ID).map((each) => each.path),
        seals: seals.filter(({ page }) => page === attributes.ID).map(({ box }) => box),
      }),
  }));
}

/** Where the document begins: in the version of it that is said to be current, where it has several. */
function documentRoot(parts: Parts, body: XmlElement): string {
  const versions = childrenOf(childOf(body, 'Versions'), 'Version');
  const current = versions.find(({ attributes }) => attributes.Current === 'true');
  const version = current?.attributes.BaseLoc?.trim();
  const root = version === undefined ? undefined : childOf(parts.element(version), 'DocRoot');
  const named = root === undefined ? childOf(body, 'DocRoot') : root;
  if (named === undefined) throw new Unreadable('damaged');
  return locate(root === undefined ? '' : (version ?? ''), textOf(named));
}

interface PageSetting {
  readonly parts: Parts;
  readonly resources: Resources;
  readonly templates: ReadonlyMap<string, { readonly path: string; readonly zOrder: string | undefined }>;
  /** The area of pages that name none. */
  readonly area: Box | null;
  /** Parts with the page's annotations. */
  readonly annotations: readonly string[];
  readonly seals: readonly Box[];
}

/** The order in which layers lie on each other (7.7, table 15). */
const layerOrder = ['Background', 'Body', 'Foreground'];

function readPage(path: string, setting: PageSetting): OfdPage {
  const { parts, resources, annotations, seals } = setting;
  const page = parts.element(path);
  const area = areaOf(childOf(page, 'Area')) ?? setting.area;
  if (area === null) throw new Unreadable('damaged');
  const templates = childrenOf(page, 'Template').map(({ attributes }) => {
    const template = setting.templates.get(attributes.TemplateID ?? '');
    if (template === undefined) throw new Unreadable('damaged');
    const zOrder = attributes.ZOrder ?? template.zOrder ?? 'Background';
    return { zOrder, path: template.path, page: parts.element(template.path) };
  });
  const of = (zOrder: string) => templates.filter((each) => each.zOrder === zOrder);
  const layers = [...of('Background').flatMap((each) => layersOf(each.page)), ...layersOf(page)];
  const above = templates.filter((each) => each.zOrder !== 'Background').flatMap((each) => layersOf(each.page));
  const own = [{ path, page }, ...templates].flatMap((each) =>
    childrenOf(each.page, 'PageRes').map((element) => locate(each.path, textOf(element))),
  );
  return {
    area,
    layers: [...layers, ...above, ...annotations.flatMap((each) => appearancesOf(parts.element(each)))],
    seals,
    resources: own.length === 0 ? resources : merged([resources, readResources(parts, own)]),
  };
}

function layersOf(page: XmlElement): XmlElement[] {
  const rank = ({ attributes }: XmlElement) => layerOrder.indexOf(attributes.Type ?? 'Body');
  return childrenOf(childOf(page, 'Content'), 'Layer').sort((one, other) => rank(one) - rank(other));
}

function areaOf(area: XmlElement | undefined): Box | null {
  const physical = childOf(area, 'PhysicalBox');
  return physical === undefined ? null : boxOf(textOf(physical));
}

function readResources(parts: Parts, paths: readonly string[]): Resources {
  // Viewers draw a page though a part of its resources is missing: what refers to it is of no known colour.
  const roots = paths.filter((path) => parts.has(path)).map((path) => parts.element(path));
  const byId = (list: string, name: string) =>
    new Map(
      roots
        .flatMap((root) => childrenOf(root, list))
        .flatMap((each) => childrenOf(each, name))
        .map((each): [string, XmlElement] => [each.attributes.ID ?? '', each]),
    );
  return {
    drawParams: byId('DrawParams', 'DrawParam'),
    colourSpaces: byId('ColorSpaces', 'ColorSpace'),
    composites: byId('CompositeGraphicUnits', 'CompositeGraphicUnit'),
  };
}

function merged(all: readonly Resources[]): Resources {
  return {
    drawParams: new Map(all.flatMap(({ drawParams }) => [...drawParams])),
    colourSpaces: new Map(all.flatMap(({ colourSpaces }) => [...colourSpaces])),
    composites: new Map(all.flatMap(({ composites }) => [...composites])),
  };
}

interface AnnotationPath {
  readonly page: string | undefined;
  readonly path: string;
}

function annotationPaths(parts: Parts, document: XmlElement, path: string): AnnotationPath[] {
  return childrenOf(document, 'Annotations').flatMap((element) => {
    const list = locate(path, textOf(element));
    return childrenOf(parts.element(list), 'Page').flatMap((page) =>
      childrenOf(page, 'FileLoc').map((file) => ({ page: page.attributes.PageID, path: locate(list, textOf(file)) })),
    );
  });
}

/** What annotations draw, as far as they are shown; a watermark is no text of the document. */
function appearancesOf(annotations: XmlElement): XmlElement[] {
  return childrenOf(annotations, 'Annot')
    .filter(({ attributes }) => attributes.Visible !== 'false' && attributes.Type !== 'Watermark')
    .flatMap((annotation) => childrenOf(annotation, 'Appearance'));
}

interface Seal {
  readonly page: string | undefined;
  readonly box: Box;
}

/** Where signatures set their seals (chapter 18). Whether they hold is not asked: nothing of the text depends on it. */
function sealsOf(parts: Parts, body: XmlElement): Seal[] {
  return childrenOf(body, 'Signatures').flatMap((element) => {
    const list = textOf(element).trim();
    if (!parts.has(list)) return [];
    return childrenOf(parts.element(list), 'Signature').flatMap(({ attributes }) => {
      const path = locate(list, attributes.BaseLoc ?? '');
      const signed = parts.has(path) ? elementAt(parts.element(path), 'SignedInfo') : undefined;
      return childrenOf(signed, 'StampAnnot').map((stamp) => ({
        page: stamp.attributes.PageRef,
        box: boxOf(stamp.attributes.Boundary ?? ''),
      }));
    });
  });
}
