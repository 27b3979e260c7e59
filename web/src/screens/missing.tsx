// The screen of an address that does not exist.
import { Bubble } from "../parts/bubble.tsx";
import { Link } from "../router.tsx";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";

export function Missing() {
  const { t } = useWords();
  useTitle(t("error.missingPage"));
  return (
    <Bubble isWhole sound="シーン…" title={t("error.missingPage")}>
      <Link to="/" className="button">
        {t("error.home")}
      </Link>
    </Bubble>
  );
}
