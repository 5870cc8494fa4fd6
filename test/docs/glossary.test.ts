import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../tools/glossary.ts';

describe('docs/glossary.md', () => {
  it('is what the vocabulary says; print it anew with npm run print-glossary', () => {
    expect(readFileSync('docs/glossary.md', 'utf8')).toBe(glossary());
  });
});
