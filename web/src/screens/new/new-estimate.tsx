// The people and places found in a text, and the book's estimate.
import type { StoryEstimate } from "../../documents.ts";
import { useWords } from "../../words/words.tsx";
import type { Estimate } from "../use-estimate.ts";

interface StoryFoundProps {
  estimate: Estimate;
  /** Whether what was found is shown to be corrected; undefined where there is no story to read. */
  isChecking: boolean | undefined;
  onCheck: (isChecking: boolean) => void;
}

export function StoryFound({ estimate: { found, isReading }, isChecking, onCheck }: StoryFoundProps) {
  const { t } = useWords();
  const people = found?.people.map(({ name }) => name) ?? [];
  const places = found?.places.map(({ name, kind }) => name || kind) ?? [];
  return (
    <section className="koma new-found" aria-live="polite" aria-busy={isReading}>
      <h2 className="koma-label">{isReading ? t("new.reading") : t("new.found")}</h2>
      <dl className="found">
        <dt>{t("new.people")}</dt>
        <dd>{found === undefined ? <Dots /> : <Names names={people} none={t("new.nobody")} />}</dd>
        <dt>{t("new.places")}</dt>
        <dd>{found === undefined ? <Dots /> : <Names names={places} none={t("new.nowhere")} />}</dd>
        <dt>{t("new.lines")}</dt>
        <dd>{found?.lines ?? <Dots />}</dd>
        <dt>{t("new.language")}</dt>
        <dd>{found === undefined ? <Dots /> : t(`language.${found.language}`)}</dd>
      </dl>
      {found !== undefined && found.readCharacters < found.characters ? (
        <p className="soft">{t("new.readSome", { n: found.readCharacters.toLocaleString() })}</p>
      ) : null}
      {isChecking === undefined ? null : (
        <button
          type="button"
          className="button button-small"
          aria-expanded={isChecking}
          onClick={() => onCheck(!isChecking)}
        >
          {t(isChecking ? "new.checkClose" : "new.checkOpen")}
        </button>
      )}
    </section>
  );
}

function Names({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <span className="soft">{none}</span>;
  return (
    <ul className="names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function Dots() {
  return (
    <span className="dots" aria-hidden="true">
      ……
    </span>
  );
}

interface StoryTakesProps {
  estimate: Estimate;
  /** The chosen limit in US dollars. */
  most: number | undefined;
}

export function StoryTakes({ estimate: { found }, most }: StoryTakesProps) {
  const { t, time, money } = useWords();
  const price =
    found === undefined ? "……" : found.priceMicros === 0 ? t("new.free") : money(found.priceMicros);
  return (
    <div className="takes">
      <h2 className="takes-title">
        {t("new.takes")} <small>{t("new.takesNote")}</small>
      </h2>
      <dl>
        <div>
          <dt>{t("new.pages")}</dt>
          <dd>{found?.pages ?? "……"}</dd>
        </div>
        <div>
          <dt>{t("new.time")}</dt>
          <dd>{found === undefined ? "……" : time(found.seconds)}</dd>
        </div>
        <div>
          <dt>{t("new.price")}</dt>
          <dd>{price}</dd>
        </div>
      </dl>
      {found !== undefined && isLimitLow(found, most) ? (
        <p className="takes-low" role="alert">
          {t("new.limitLow", { price: money(found.priceMicros), enough: money(found.enoughMicros) })}
        </p>
      ) : null}
    </div>
  );
}

/** The service's warning is about its own limit; the limit in the form is compared here. */
const isLimitLow = ({ warning, enoughMicros }: StoryEstimate, most: number | undefined): boolean =>
  warning !== undefined || (most !== undefined && most * 1_000_000 < enoughMicros);
