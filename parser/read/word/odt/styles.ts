import { childOf, elementAt, elementsOf, type XmlElement } from '../../xml.ts';
import type { List, ListLevel } from '../list-numbers.ts';

/** What the styles of a document say that its text needs. */
export interface OdfStyles {
  /** Whether text of the style is hidden or struck out, by itself or a style it is based on. */
  isHidden(name: string | undefined): boolean;
  /** Whether text, or a cell, of the style is printed in white with no colour of its own behind it; null where it says no colour. */
  isFaint(name: string | undefined): boolean | null;
  /** Whether text of the style is set above or below the line. */
  isSetOff(name: string | undefined): boolean;
  /** The levels of a style of lists; none where it is not known. */
  levelsOf(name: string | undefined): List['levels'];
}

const white = '#ffffff';
/** Styles based on each other in a circle, or deeper than this, are damage. */
const longestChain = 20;

/** Styles stand in two places of each part of a document: those it names, and those made for single paragraphs. */
export function readOdfStyles(roots: readonly XmlElement[]): OdfStyles {
  const styles = roots
    .flatMap((root) => [childOf(root, 'office:styles'), childOf(root, 'office:automatic-styles')])
    .flatMap((group) => (group === undefined ? [] : elementsOf(group)));
  const byName = new Map(styles.map((style) => [`${style.name} ${style.attributes['style:name']}`, style]));
  const find = (kind: string, name: string | undefined) => byName.get(`${kind} ${name}`);
  /** A property of the style, or of the nearest style it is based on that says it. */
  const propertyOf = (name: string | undefined, group: string, property: string): string | undefined => {
    let style = find('style:style', name);
    for (let step = 0; style !== undefined && step < longestChain; step += 1) {
      const value = elementAt(style, group)?.attributes[property];
      if (value !== undefined) return value;
      style = find('style:style', style.attributes['style:parent-style-name']);
    }
    return undefined;
  };
  const textProperty = (name: string | undefined, property: string) =>
    propertyOf(name, 'style:text-properties', property);
  const isColour = (value: string | undefined) => value !== undefined && value !== 'transparent';
  return {
    isHidden(name) {
      const struckOut = textProperty(name, 'style:text-line-through-style');
      return textProperty(name, 'text:display') === 'none' || (struckOut !== undefined && struckOut !== 'none');
    },
    isFaint(name) {
      const colour = textProperty(name, 'color');
      if (colour === undefined) return null;
      const behind = [
        textProperty(name, 'background-color'),
        propertyOf(name, 'style:table-cell-properties', 'background-color'),
      ];
      return colour.toLowerCase() === white && !behind.some(isColour);
    },
    isSetOff: (name) => /^(?:super|sub|-?[1-9]\d*%)/.test(textProperty(name, 'style:text-position') ?? ''),
    levelsOf: (name) => readLevels(find('text:list-style', name)),
  };
}

/** Formats of numbers by how they write the first ones. */
const numberFormats: Readonly<Record<string, string>> = {
  '': 'none',
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCounting',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '１, ２, ３, ...': 'decimalFullWidth',
};

function readLevels(style: XmlElement | undefined): List['levels'] {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of style === undefined ? [] : elementsOf(style)) {
    const level = Number(element.attributes['text:level']);
    if (element.name === 'text:list-level-style-number' && level >= 1 && level <= 10) {
      levels[level - 1] = readLevel(element.attributes, level);
    }
  }
  return levels;
}

function readLevel(attributes: XmlElement['attributes'], level: number): ListLevel {
  const shown = Math.min(level, Number(attributes['text:display-levels'] ?? 1));
  const numbers = Array.from({ length: shown }, (_, index) => level - shown + index);
  const [prefix, suffix] = [attributes['style:num-prefix'] ?? '', attributes['style:num-suffix'] ?? ''];
  return {
    start: Number(attributes['text:start-value'] ?? 1),
    format: numberFormats[attributes['style:num-format'] ?? ''] ?? 'decimal',
    label: [prefix, ...numbers.flatMap((number, index) => (index === 0 ? [number] : ['.', number])), suffix],
    restartsBelow: null,
    isLegal: false,
  };
}
