// A table that scrolls in its own frame where it is wider than the screen.
import type { ReactNode } from "react";

interface WideTableProps {
  label: string;
  heads: readonly string[];
  /** Its rows. */
  children: ReactNode;
}

export function WideTable({ label, heads, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
    <section className="operate-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
