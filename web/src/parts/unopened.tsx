// Placeholder for a book that is not loaded yet or does not exist.

import { reasonOf } from "../problem-words.ts";
import { Link } from "../router.tsx";
import { useWords } from "../words/words.tsx";
import { Bubble } from "./bubble.tsx";
import { Loading } from "./states.tsx";

export function Unopened({ isMissing, error }: { isMissing: boolean; error: unknown }) {
  const { t } = useWords();
  if (isMissing) {
    return (
      <Bubble isWhole sound="シーン…" title={t("error.notFound")}>
        <p>{t("error.notFoundHint")}</p>
        <Link to="/shelf" className="button">
          {t("nav.shelf")}
        </Link>
      </Bubble>
    );
  }
  if (error === undefined) return <Loading />;
  return (
    <Bubble isWhole sound="プツッ" title={t("error.title")} isAlert>
      <p>{reasonOf(error, t)}</p>
    </Bubble>
  );
}
