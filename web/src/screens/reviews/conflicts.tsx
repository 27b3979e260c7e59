import { type FieldWords, isFieldKey, useFieldWords } from "../../words/field-words.ts";
import { useWords, type Words } from "../../words/words.tsx";
import type { Draft } from "./use-draft.ts";

interface ConflictsProps {
  draft: Pick<Draft<unknown>, "conflicts" | "choose" | "isRebased">;
  /** Label of a field by its path: `c1.name`. */
  labelOf: (path: string) => string;
  language: string;
}

export function Conflicts({ draft: { conflicts, choose, isRebased }, labelOf, language }: ConflictsProps) {
  const { t } = useWords();
  const f = useFieldWords();
  return (
    <div role="status">
      {conflicts.length > 0 ? <p className="moved">{t("gate.conflict")}</p> : null}
      {conflicts.length === 0 && isRebased ? <p className="moved">{t("gate.rebased")}</p> : null}
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.path}>
            <b>{t("gate.conflictAt", { where: labelOf(conflict.path) })}</b>
            <div className="row">
              <button
                type="button"
                className="button"
                lang={language}
                onClick={() => choose(conflict, "mine")}
              >
                {t("gate.mine", { text: shownOf(conflict.mine, { t, f }) })}
              </button>
              <button
                type="button"
                className="button"
                lang={language}
                onClick={() => choose(conflict, "theirs")}
              >
                {t("gate.theirs", { text: shownOf(conflict.theirs, { t, f }) })}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Maximum number of characters shown of a value. */
const MOST_SHOWN = 120;
const TABLES = ["shot", "angle", "hour", "weather", "season", "mood", "sex", "view"] as const;

/** A value as text: an option by its label, an object by its name or text. */
export function shownOf(value: unknown, { t, f }: { t: Words["t"]; f: FieldWords }): string {
  if (value === undefined) return t("gate.removed");
  if (typeof value === "string") {
    const key = TABLES.map((table) => `${table}.${value}`).find(isFieldKey);
    return cut(key === undefined ? value : f(key));
  }
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return cut(value.map((one) => shownOf(one, { t, f })).join(" / "));
  if (typeof value !== "object" || value === null) return "–";
  const { name, text, action, picture, words, pages, beats, texts, what, worn, preset } = value as Record<
    string,
    unknown
  >;
  const said =
    name ?? text ?? action ?? picture ?? pages ?? beats ?? texts ?? what ?? worn ?? preset ?? words;
  return said === undefined ? "…" : shownOf(said, { t, f });
}

const cut = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
