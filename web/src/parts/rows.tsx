// A list whose rows are edited in place and can be added and removed: things, held things, outfits.
import type { ReactNode } from "react";

interface RowsProps<Row> {
  legend: string;
  rows: readonly Row[];
  /** Maximum number of rows in the book's schema. */
  most: number;
  addLabel: string;
  /** `n` counts from 1. */
  removeLabel: (n: number) => string;
  newRow: () => Row;
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (row: Row) => void, n: number) => ReactNode;
}

export function Rows<Row>(props: RowsProps<Row>) {
  const { legend, rows, most, addLabel, removeLabel, newRow, onChange, children } = props;
  return (
    <fieldset className="rows">
      <legend>{legend}</legend>
      {[...rows.entries()].map(([at, row]) => (
        <div key={at} className="rows-row">
          {children(row, (next) => onChange(rows.with(at, next)), at + 1)}
          <button
            type="button"
            className="button button-small"
            onClick={() => onChange(rows.toSpliced(at, 1))}
          >
            {removeLabel(at + 1)}
          </button>
        </div>
      ))}
      {rows.length >= most ? null : (
        <button type="button" className="button button-small" onClick={() => onChange([...rows, newRow()])}>
          {addLabel}
        </button>
      )}
    </fieldset>
  );
}
