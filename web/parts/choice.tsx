import { go, here } from '../data/address.ts';

interface ChoiceProps {
  /** The parameter of the address that it sets. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** A choice that is kept in the address, so that a link restores it. */
export function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => go(here({ [name]: event.currentTarget.value }))}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
