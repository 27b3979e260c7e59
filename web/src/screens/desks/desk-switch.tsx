// Opens a desk in place of a page's lines or fields.
import type { EN } from "../../words/en.ts";
import { useWords } from "../../words/words.tsx";

/** The frames of a page, its lettering, or the order of all pages. */
export type Desk = "frames" | "letters" | "order";

const NAMES = {
  ...{ frames: "desk.open", letters: "desk.letters", order: "desk.order" },
} as const satisfies Record<Desk, keyof typeof EN>;

interface DeskSwitchProps<Offered extends Desk> {
  desks: readonly Offered[];
  desk: Offered | undefined;
  pages: readonly unknown[];
  onOpen: (desk: Offered | undefined) => void;
}

export function DeskSwitch<Offered extends Desk>({ desks, desk, pages, onOpen }: DeskSwitchProps<Offered>) {
  const { t } = useWords();
  const offered = desks.filter((one) => one !== "order" || pages.length > 1);
  return (
    <div className="row frames-switch">
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          className="button button-small"
          aria-pressed={one === desk}
          onClick={() => onOpen(one)}
        >
          {t(NAMES[one])}
        </button>
      ))}
      {desk === undefined ? null : (
        <button type="button" className="button button-small" onClick={() => onOpen(undefined)}>
          {t("desk.close")}
        </button>
      )}
    </div>
  );
}
