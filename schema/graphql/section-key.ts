import { type SectionKey, sectionNames } from '../vocabulary/sections.ts';
import { builder } from './builder.ts';

const section = <Key extends SectionKey>(value: Key) => ({
  value,
  description: `${sectionNames[value].en} (${sectionNames[value].zh}).`,
});

const sections = {
  overview: section('overview'),
  proactiveDisclosure: section('proactiveDisclosure'),
  keyAreas: section('keyAreas'),
  applications: section('applications'),
  fees: section('fees'),
  reviewAndLitigation: section('reviewAndLitigation'),
  proposals: section('proposals'),
  interaction: section('interaction'),
  organization: section('organization'),
  problemsAndImprovements: section('problemsAndImprovements'),
  other: section('other'),
  statistics: section('statistics'),
  unclassified: section('unclassified'),
} as const satisfies Record<SectionKey, unknown>;

export const SectionKeyEnum = builder.enumType('SectionKey', {
  description:
    'What a section is about (章节主题). Forms 2019 and 2021 prescribe six; form 2008 leaves the headings free and the nearest of these is given.',
  values: sections,
});
