// Cards of the models, side by side: the price and time of each for this story, where it sends the story, what it cannot do, and what
// unavailable ones lack.
import "../../styles/models.css";
import { useId } from "react";
import type { ComparedModels } from "../../documents.ts";
import { useModelWords } from "../../words/model-words.ts";
import { useWords } from "../../words/words.tsx";
import { useComparison } from "../revise/use-comparison.ts";
import { isLabelled, type OfferedModels } from "../use-capabilities.ts";

interface ModelChoiceProps {
  models: readonly OfferedModels[];
  value: string;
  /** Notices of the estimate, which are newer than those of the list. */
  notices: readonly string[] | undefined;
  /** What is compared, as JSON; undefined without a usable story. */
  request: string | undefined;
  onChoose: (name: string) => void;
}

export function ModelChoice({ models, value, notices, request, onChoose }: ModelChoiceProps) {
  const { t } = useWords();
  const m = useModelWords();
  const group = useId();
  const compared = useComparison(request);
  const reached = models.filter(({ available }) => available);
  const chosen = reached.find(({ name }) => name === value);
  const said = value === "auto" ? (notices ?? chosen?.notices ?? []) : [];
  // Cloud services have no `auto`, and their users cannot change the settings.
  const isHere = models.some(({ name }) => name === "auto");
  const missing = new Set(isHere ? models.flatMap((one) => one.missing ?? []) : []);
  return (
    <>
      <fieldset className="models">
        <legend>{t("new.models")}</legend>
        {request === undefined ? <p className="soft">{m("models.noStory")}</p> : null}
        <div className="models-grid">
          {reached.map(({ name }) => (
            <label key={name} className="model-card">
              <input
                type="radio"
                name={group}
                value={name}
                checked={name === value}
                aria-labelledby={`${group}-${name}`}
                aria-describedby={`${group}-${name}-about`}
                onChange={() => onChoose(name)}
              />
              <span className="model-body">
                <b id={`${group}-${name}`}>{isLabelled(name) ? t(`new.models.${name}`) : name}</b>
                <ModelFigures
                  id={`${group}-${name}-about`}
                  compared={compared?.find((one) => one.name === name)}
                />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
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

function ModelFigures({
  id,
  compared,
}: {
  id: string;
  compared: ComparedModels["models"][number] | undefined;
}) {
  const { time, money } = useWords();
  const m = useModelWords();
  if (compared === undefined) return <span id={id} className="model-figures" />;
  const { estimate, reason, readsAt, drawsAt, cannot } = compared;
  if (estimate === undefined || readsAt === undefined) {
    return (
      <span id={id} className="soft" lang="en">
        {m("models.not", { reason: reason ?? "" })}
      </span>
    );
  }
  const { priceMicros, seconds } = estimate;
  return (
    <span id={id} className="model-about">
      <span className="model-figures">
        <strong>{priceMicros === 0 ? m("models.free") : money(priceMicros)}</strong>
        <span>{m("models.time", { time: time(seconds) })}</span>
      </span>
      <small>
        {m(`models.${readsAt}`)}
        {drawsAt === undefined || drawsAt === "here" ? "" : ` ${m(`models.pictures.${drawsAt}`)}`}
      </small>
      {cannot.length === 0 ? null : (
        <small>
          {m("models.cannot")} {cannot.map((one) => m(`cannot.${one}`)).join(" · ")}
        </small>
      )}
    </span>
  );
}

/** The service's own text, which is English. */
const paragraph = (line: string) => (
  <p key={line} lang="en">
    {line}
  </p>
);
