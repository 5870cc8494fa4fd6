import type { ComponentChildren } from 'preact';
import { useAnswer } from '../data/api.ts';
import { ProvincesDocument } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { Choice } from './choice.tsx';
import { Answered, Empty } from './states.tsx';

export interface PlaceAndYear {
  readonly province: string;
  readonly year: number;
}

interface Props {
  readonly params: URLSearchParams;
  /** Further choices that stand in the same line. */
  readonly more?: ComponentChildren;
  readonly children: (chosen: PlaceAndYear) => ComponentChildren;
}

/**
 * Asks for a province and a year of which something is stored: those of the address, else the province with most years and its latest,
 * which is said where the address asks for others.
 */
export function WithPlaceAndYear({ params, more, children }: Props) {
  const { words } = useReader();
  const provinces = useAnswer(ProvincesDocument, {});
  return (
    <Answered answer={provinces} lines={4}>
      {({ provinces: known }) => {
        const stored = known.filter(({ years }) => years.length > 0);
        const widest = stored.toSorted((a, b) => b.years.length - a.years.length)[0];
        const province = stored.find(({ code }) => code === params.get('province')) ?? widest;
        if (province === undefined) return <Empty />;
        const years = province.years.toSorted((a, b) => b - a);
        const year = years.find((one) => String(one) === params.get('year')) ?? years[0];
        if (year === undefined) return <Empty />;
        return (
          <>
            <div class="choices">
              <Choice
                name="province"
                label={words.province}
                value={province.code}
                options={stored.map(({ code, name }) => ({ value: code, text: name }))}
              />
              <Choice
                name="year"
                label={words.year}
                value={String(year)}
                options={years.map((one) => ({ value: String(one), text: String(one) }))}
              />
              {more}
            </div>
            <p class="on-paper">
              {province.name} · {year}
            </p>
            {isOther(params.get('province'), province.code) || isOther(params.get('year'), String(year)) ? (
              <p class="notice notice-doubt">{words.otherPlace(province.name, year)}</p>
            ) : null}
            {children({ province: province.code, year })}
          </>
        );
      }}
    </Answered>
  );
}

/** Whether an address asks for something else than what is shown. */
const isOther = (asked: string | null, shown: string): boolean => asked !== null && asked !== '' && asked !== shown;
