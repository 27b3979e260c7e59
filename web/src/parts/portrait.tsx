// A person's portrait; tone stands in its place until there is one.
import { useWords } from "../words/words.tsx";

export function Portrait({ url, name }: { url: string | undefined; name: string }) {
  const { t } = useWords();
  return (
    <span className="portrait">
      {url === undefined ? <i className="tone" /> : <img src={url} alt={t("watch.portraitAlt", { name })} />}
    </span>
  );
}
