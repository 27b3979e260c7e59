// Tabs for the pages of a book. Pages that are being made are marked.
import { useEffect, useRef } from "react";
import type { ClientPage } from "../documents.ts";
import { useWords } from "../words/words.tsx";

interface PageTabsProps {
  pages: readonly ClientPage[];
  at: number;
  isBusy: (page: ClientPage) => boolean;
  /** Whether a page has unsaved changes. */
  isChanged?: (page: ClientPage) => boolean;
  /** Label of the mark on a page that needs attention; undefined for other pages. */
  markOf?: (page: ClientPage) => string | undefined;
  onChoose: (number: number) => void;
}

export function PageTabs({
  pages,
  at,
  isBusy,
  isChanged = () => false,
  markOf = () => undefined,
  onChoose,
}: PageTabsProps) {
  const { t } = useWords();
  const row = useRef<HTMLElement>(null);
  const count = pages.length;
  // On a phone the tabs are one row, which shows the current page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each current page, and when the tabs appear.
  useEffect(() => {
    const nav = row.current;
    const tab = nav?.querySelector<HTMLElement>("[aria-current]");
    if (nav && tab) nav.scrollTo({ left: tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2 });
  }, [at, count]);
  if (count < 2) return null;
  const labelOf = (page: ClientPage) => {
    const n = page.number;
    if (isBusy(page)) return t("revise.pageWorking", { n });
    return isChanged(page) ? t("board.pageChanged", { n }) : (markOf(page) ?? t("watch.page", { n }));
  };
  return (
    <nav ref={row} className="page-tabs" aria-label={t("watch.pages")}>
      {pages.map((page) => (
        <button
          key={page.number}
          type="button"
          aria-current={page.number === at ? "page" : undefined}
          aria-label={labelOf(page)}
          data-busy={isBusy(page) || undefined}
          data-changed={isChanged(page) || undefined}
          data-marked={markOf(page) !== undefined || undefined}
          onClick={() => onChoose(page.number)}
        >
          {page.number}
        </button>
      ))}
    </nav>
  );
}
