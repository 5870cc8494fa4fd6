import { notText } from '../../wording/figure.ts';
import { attribute, descendants, type Element, isElement, rawText } from './nodes.ts';

/** Elements that show something of their own, whatever text stands in them. */
const objects = new Set('svg math iframe object embed canvas audio video button meter progress'.split(' '));
/** Fields that show their value as text: the figures of some pages stand in fields. */
const textFields = new Set([null, '', 'text', 'number', 'tel', 'search']);
/** Attributes that name the file of a picture, those among them from which scripts load it. */
const sources = ['src', 'srcset', 'data-src', 'data-original'];

/**
 * What an element shows that is not the text in it: the value of a field, the option that is chosen, or that something stands there
 * which is no text (`notText`). Null for elements that show what is in them, or nothing.
 */
export function shownInstead(element: Element): string | null {
  const { tagName } = element;
  if (objects.has(tagName)) return notText;
  if (tagName === 'img') return isSeen(element) ? notText : null;
  if (tagName === 'input') return fieldText(element);
  if (tagName === 'textarea') return orHint(element, rawText(element));
  return tagName === 'select' ? chosen(element) : null;
}

function fieldText(input: Element): string {
  const type = attribute(input, 'type')?.toLowerCase() ?? null;
  if (type === 'hidden') return '';
  return textFields.has(type) ? orHint(input, attribute(input, 'value') ?? '') : notText;
}

/** An empty field may show what belongs into it, which nobody filled in. */
function orHint(field: Element, value: string): string {
  return value.trim() === '' && (attribute(field, 'placeholder') ?? '') !== '' ? notText : value;
}

/** A list that is folded shows the option that is chosen, or else its first. */
function chosen(list: Element): string {
  if (attribute(list, 'multiple') !== null || attribute(list, 'size') !== null) return notText;
  const options = [...descendants(list)].filter(isElement).filter((element) => element.tagName === 'option');
  const option = options.findLast((each) => attribute(each, 'selected') !== null) ?? options[0];
  return option === undefined ? '' : (attribute(option, 'label') ?? rawText(option));
}

/** Points of the screen, up to which a picture only keeps a distance. */
const leastSeen = 3;
const spacerName = /(?:^|[/_-])(?:spacer|blank|transparent|pixel|space)\.(?:gif|png)(?:[?#]|$)/i;
/** The head of a GIF of one point, in base64: its signature, then 1 and 1. */
const onePoint = /^data:image\/gif;base64,R0lGOD[a-z0-9+/]{2}AQABA/i;

/** Whether a picture is more than a spacer: no larger than a few points, by its size or its name. */
function isSeen(picture: Element): boolean {
  const named = sources.map((name) => attribute(picture, name) ?? '').filter((source) => source !== '');
  if (named.length === 0 || named.every((source) => spacerName.test(source) || onePoint.test(source))) return false;
  return !(['width', 'height'] as const).some((side) => (sizeOf(picture, side) ?? leastSeen + 1) <= leastSeen);
}

function sizeOf(picture: Element, side: 'width' | 'height'): number | null {
  const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)(?:px)?\\s*(?:;|$|!)`, 'i');
  const size = styled.exec(attribute(picture, 'style') ?? '')?.[1] ?? attribute(picture, side);
  const points = Number.parseFloat(size ?? '');
  return Number.isNaN(points) || size?.endsWith('%') ? null : points;
}
