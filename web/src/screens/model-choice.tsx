// Who writes and draws: the sets of models that the service reaches, where `auto` sends a story, and what the other sets lack.
import { Choice } from "../parts/choice.tsx";
import { useWords } from "../words/words.tsx";
import { isLabelled, type OfferedModels } from "./use-capabilities.ts";

interface ModelChoiceProps {
  models: readonly OfferedModels[];
  value: string;
  /** Of the estimate, which is newer than the list. */
  notices: readonly string[] | undefined;
  onChoose: (name: string) => void;
}

export function ModelChoice({ models, value, notices, onChoose }: ModelChoiceProps) {
  const { t } = useWords();
  const reached = models.filter(({ available }) => available);
  const chosen = reached.find(({ name }) => name === value);
  const lacks = Map.groupBy(
    models.filter(({ available }) => !available),
    ({ missing = [] }) => missing.join("; "),
  );
  return (
    <>
      <Choice
        label={t("new.models")}
        value={value}
        options={reached.map(({ name }) => [name, isLabelled(name) ? t(`new.models.${name}`) : name])}
        onChoose={onChoose}
      />
      {(value === "auto" ? (notices ?? chosen?.notices ?? []) : []).map((line) => (
        <p key={line} className="soft" lang="en">
          {line}
        </p>
      ))}
      {lacks.size === 0 ? null : (
        <details className="soft">
          <summary>{t("new.models.others")}</summary>
          {[...lacks].map(([missing, sets]) => (
            <p key={missing} lang="en">
              {sets.map(({ name }) => name).join(", ")}: {missing}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
