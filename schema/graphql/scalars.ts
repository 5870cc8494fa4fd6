import { builder } from './builder.ts';

/** Strings of a kind, sent as they are. Arguments stay strings: a client's variable is declared with its type. */
interface StringScalar {
  readonly description: string;
  readonly specifiedByURL: string;
  readonly isOne: (text: string) => boolean;
}

const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z`;

function matching(pattern: string): StringScalar['isOne'] {
  const whole = new RegExp(`^${pattern}$`);
  return (text) => whole.test(text);
}

const scalars = {
  Date: {
    description: 'A day in China: full-date of RFC 3339, 2021-03-30 (日期).',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    isOne: matching(day),
  },
  DateTime: {
    description: 'A moment in UTC: date-time of RFC 3339, 2021-03-30T08:00:00.000Z (时间).',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    isOne: matching(`${day}T${time}`),
  },
  URL: {
    description: 'An absolute address, http or https (网址).',
    specifiedByURL: 'https://url.spec.whatwg.org/',
    isOne: (text) => /^https?:/i.test(text) && URL.canParse(text),
  },
} as const satisfies Record<string, StringScalar>;

for (const [name, scalar] of Object.entries(scalars)) {
  builder.scalarType(name as keyof typeof scalars, {
    description: scalar.description,
    specifiedByURL: scalar.specifiedByURL,
    serialize(value) {
      if (typeof value !== 'string' || !scalar.isOne(value))
        throw new TypeError(`not a ${name}: ${JSON.stringify(value)}`);
      return value;
    },
  });
}
