import type { SectionKey } from '../vocabulary/sections.ts';
import { builder } from './builder.ts';
import { textOf, typical } from './prices.ts';
import { readsTextsExtension } from './reads-texts.ts';
import { SectionKeyEnum } from './section-key.ts';
import type { SectionNode } from './section-node.ts';

builder.interfaceType('Section', {
  description:
    'One section of a document (章节). It has the type of its statutory table where the record holds that table, else it is narrative.',
  resolveType: ({ typeName }) => typeName,
  fields: (t) => ({
    key: t.expose('key', { type: SectionKeyEnum, description: 'What the section is about (章节键).' }),
    ordinal: t.exposeInt('ordinal', {
      description: 'Its printed number, from 1 (序号); the number the form gives it where no heading is printed.',
    }),
    heading: t.exposeString('heading', {
      description: 'The heading as printed, without its number (标题); empty where none is printed.',
    }),
    text: t.exposeString('text', {
      extensions: readsTextsExtension,
      complexity: textOf.section,
      description: "The narrative as printed, a paragraph a line, without the table's cells (正文).",
    }),
    printed: t.exposeBoolean('printed', {
      description:
        'Whether the section is printed; false where only its table was found, without a heading of its own (是否印有标题).',
    }),
  }),
});

builder.objectType('NarrativeSection', {
  interfaces: ['Section'],
  description:
    'A section without a statutory table (文字章节): all of form 2008, and those parts of the later forms that are told in words.',
});

/** Argument of every list of sections. */
export const sectionKeysArgs = builder.args((t) => ({
  keys: t.field({ type: [SectionKeyEnum], description: 'Only sections of these keys. Absent: all.' }),
}));

/** Argument that picks one section. */
export const sectionKeyArgs = builder.args((t) => ({
  key: t.field({
    type: SectionKeyEnum,
    required: true,
    description: 'Which section; the first of several with one key.',
  }),
}));

/** Price of one section and of a list of them alike, see `rowsCharged`. */
export const sectionsPrice = { field: 1, multiplier: typical.sections };

/** The sections asked for, in printed order. */
export function ofKeys(sections: readonly SectionNode[], keys: readonly SectionKey[] | null | undefined) {
  return keys == null ? sections : sections.filter(({ key }) => keys.includes(key));
}
