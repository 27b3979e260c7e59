// A person's portrait; tone stands in its place until there is one.
import type { StepProgress } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { Steps } from "./steps.tsx";

interface PortraitProps {
  url: string | undefined;
  name: string;
  /** How far it is, while it is made. */
  reached?: StepProgress | undefined;
  /** It is a sheet of four views, wider than high, and shown whole. */
  isSheet?: boolean;
}

export function Portrait({ url, name, reached, isSheet = false }: PortraitProps) {
  const { t } = useWords();
  const alt = t("watch.portraitAlt", { name });
  return (
    <span className={isSheet ? "portrait portrait-sheet" : "portrait"}>
      {url === undefined ? <i className="tone" /> : <img src={url} alt={alt} />}
      <Steps of={alt} reached={reached} />
    </span>
  );
}
