import type { CellShape } from '../word/table-builder.ts';

/** A row's definition as control words build it up: marks of merging, then the right edge of each cell. */
export class RowDefinition {
  #cells: CellShape[] = [];
  #left = 0;
  #continuesDown = false;
  #continuesAcross = false;

  get cells(): readonly CellShape[] {
    return this.#cells;
  }

  /** Takes a control word if it is one of a row's definition. */
  take(name: string, value: number): void {
    if (name === 'trowd') this.#begin();
    else if (name === 'trleft') this.#left = value;
    else if (name === 'clvmrg') this.#continuesDown = true;
    else if (name === 'clmrg') this.#continuesAcross = true;
    else if (name === 'cellx') this.#endCell(value);
  }

  #begin(): void {
    this.#cells = [];
    this.#left = 0;
    this.#continuesDown = false;
    this.#continuesAcross = false;
  }

  #endCell(right: number): void {
    const left = this.#cells.at(-1)?.right ?? this.#left;
    const merges = { continuesDown: this.#continuesDown, continuesAcross: this.#continuesAcross };
    this.#cells.push({ left, right, ...merges });
    this.#continuesDown = false;
    this.#continuesAcross = false;
  }
}
