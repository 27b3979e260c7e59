// The pages of a book by their numbers, one of them chosen; those at work say so.
import type { ClientPage } from "../documents.ts";
import { useWords } from "../words/words.tsx";

interface PageTabsProps {
  pages: readonly ClientPage[];
  at: number;
  isBusy: (page: ClientPage) => boolean;
  onChoose: (number: number) => void;
}

export function PageTabs({ pages, at, isBusy, onChoose }: PageTabsProps) {
  const { t } = useWords();
  if (pages.length < 2) return null;
  return (
    <nav className="page-tabs" aria-label={t("watch.pages")}>
      {pages.map((page) => (
        <button
          key={page.number}
          type="button"
          aria-current={page.number === at ? "page" : undefined}
          aria-label={t(isBusy(page) ? "revise.pageWorking" : "watch.page", { n: page.number })}
          data-busy={isBusy(page) || undefined}
          onClick={() => onChoose(page.number)}
        >
          {page.number}
        </button>
      ))}
    </nav>
  );
}
