// Select boxes for the models: available sets, where `auto` sends a story, and what unavailable sets lack.
import { Choice } from "../parts/choice.tsx";
import { useWords } from "../words/words.tsx";
import { isLabelled, type OfferedModels } from "./use-capabilities.ts";

interface ModelChoiceProps {
  models: readonly OfferedModels[];
  value: string;
  /** Notices of the estimate, which are newer than those of the list. */
  notices: readonly string[] | undefined;
  onChoose: (name: string) => void;
}

export function ModelChoice({ models, value, notices, onChoose }: ModelChoiceProps) {
  const { t } = useWords();
  const reached = models.filter(({ available }) => available);
  const chosen = reached.find(({ name }) => name === value);
  const said = value === "auto" ? (notices ?? chosen?.notices ?? []) : [];
  // Cloud services have no `auto`, and their users cannot change the settings.
  const isHere = models.some(({ name }) => name === "auto");
  const missing = new Set(isHere ? models.flatMap((one) => one.missing ?? []) : []);
  return (
    <>
      <Choice
        label={t("new.models")}
        value={value}
        options={reached.map(({ name }) => [name, isLabelled(name) ? t(`new.models.${name}`) : name])}
        onChoose={onChoose}
      />
      <div className="soft models-about">
        {said.map(paragraph)}
        {missing.size === 0 ? null : (
          <details>
            <summary>{t("new.models.others")}</summary>
            {[...missing].map(paragraph)}
          </details>
        )}
      </div>
    </>
  );
}

/** The service's own text, which is English. */
const paragraph = (line: string) => (
  <p key={line} lang="en">
    {line}
  </p>
);
