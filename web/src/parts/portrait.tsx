// A person's portrait, or a placeholder until it is made.
import type { StepProgress } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { Steps } from "./steps.tsx";

interface PortraitProps {
  url: string | undefined;
  name: string;
  /** Progress while it is made. */
  reached?: StepProgress | undefined;
  /** It is a sheet of four views, wider than high, and is not cropped. */
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
