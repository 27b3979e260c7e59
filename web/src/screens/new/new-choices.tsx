// Options of a new book: its style and form, its price, and its gates.
import { lazy, Suspense } from "react";
import { PHASES, type PhaseName, type Tier } from "../../documents.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { ArtDirection } from "../../parts/art-direction.tsx";
import { Choice } from "../../parts/choice.tsx";
import { StylePicker } from "../../parts/style-picker.tsx";
import { useWords } from "../../words/words.tsx";
import { type OfferedModels, useCapabilities } from "../use-capabilities.ts";
import type { Estimate } from "../use-estimate.ts";

export interface Choices {
  pages: number | undefined;
  language: string;
  /** Name of a style in the capabilities. */
  style: string;
  artDirection: string;
  direction: string;
  colorMode: string;
  punctuation: string;
  models: string;
  /** Price tier of the pictures. */
  tier: Tier;
  /** Whether the vendor's half-price mode is used. */
  slow: boolean;
  review: readonly PhaseName[];
  /** Minutes that a gate waits, or `usual`. */
  waits: string;
  /** Spending limit in US dollars. */
  most: number | undefined;
}

export const FIRST_CHOICES: Choices = {
  ...{ pages: undefined, language: "auto", style: "manga", direction: "auto", colorMode: "monochrome" },
  artDirection: "",
  ...{ punctuation: "kept", models: "offline", tier: "standard", slow: false, review: [] },
  ...{ waits: "usual", most: undefined },
};

/** Validates stored options; invalid ones are left out. */
export function readChoices(kept: unknown): Choices | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const fits = Object.entries(FIRST_CHOICES).filter(([name, first]) => {
    const value: unknown = Reflect.get(kept, name);
    if (name === "tier") return TIERS.some((tier) => tier === value);
    if (name === "review") return Array.isArray(value) && value.every((one) => REVIEWED.includes(one));
    return first === undefined ? typeof value === "number" : typeof value === typeof first;
  });
  const read = Object.fromEntries(fits.map(([name]) => [name, Reflect.get(kept, name)]));
  return { ...FIRST_CHOICES, ...read };
}

/** Converts the options to the API's request. */
export function requestOf(choices: Choices): Record<string, unknown> {
  const { pages, language, style, direction, colorMode, punctuation, models, review, waits, most } = choices;
  const { tier, slow } = choices;
  const artDirection = choices.artDirection.trim();
  return {
    ...{ style, colorMode, models, review },
    ...(tier === "standard" ? {} : { tier }),
    ...(slow ? { slow } : {}),
    ...(artDirection === "" ? {} : { artDirection }),
    ...(pages === undefined ? {} : { pages }),
    ...(language === "auto" ? {} : { language }),
    ...(direction === "auto" ? {} : { direction }),
    ...(punctuation === "dropped" ? { dropPunctuation: true } : {}),
    ...(review.length === 0 || waits === "usual" ? {} : { reviewTimeoutMinutes: Number(waits) }),
    ...(most === undefined ? {} : { budgetMicros: Math.round(most * 1_000_000) }),
  };
}

const TIERS: readonly Tier[] = ["draft", "standard", "final"];
const REVIEWED = PHASES.filter((phase) => phase !== "finish");
const WAITS_MINUTES = [30, 120, 1440];

const ModelChoice = lazy(() =>
  importWithRetry(() => import("./model-choice.tsx")).then((module) => ({ default: module.ModelChoice })),
);

const FormChoices = lazy(() =>
  importWithRetry(() => import("./form-choices.tsx")).then((module) => ({ default: module.FormChoices })),
);

/** What the models are compared for. */
function comparedRequest(text: string, { pages, language, style }: Choices): string {
  return JSON.stringify({ text, style, pages, ...(language === "auto" ? {} : { language }) });
}

interface NewChoicesProps {
  /** Undefined where it cannot become a book. */
  text: string | undefined;
  choices: Choices;
  estimate: Estimate;
  onChange: (choices: Choices) => void;
}

export function NewChoices({ text, choices, estimate: { found }, onChange }: NewChoicesProps) {
  const { t } = useWords();
  const { models: offered, styles } = useCapabilities();
  const { pages, models, most } = choices;
  const choose = (part: Partial<Choices>) => onChange({ ...choices, ...part });
  return (
    <section className="koma new-choices">
      <StylePicker
        label={t("new.style")}
        styles={styles}
        value={choices.style}
        onChoose={(style) => choose({ style })}
      />
      <ArtDirection
        value={choices.artDirection}
        isDrawnOffline={models === "offline"}
        onChange={(words = "") => choose({ artDirection: words })}
      />
      <label className="field">
        <span>{t("new.pages")}</span>
        <input
          type="number"
          min={1}
          max={100}
          value={pages ?? ""}
          placeholder={found === undefined ? t("new.pagesAuto") : String(found.pages)}
          onChange={({ target }) => choose({ pages: numberIn(target) })}
        />
      </label>
      <Choice
        label={t("new.language")}
        value={choices.language}
        options={[
          ["auto", t("language.auto")],
          ["ja", t("language.ja")],
          ["en", t("language.en")],
        ]}
        onChoose={(language) => choose({ language })}
      />
      <Suspense fallback={null}>
        <FormChoices {...{ choices, found, choose }} />
        <ModelChoice
          models={offered}
          value={models}
          notices={found?.notices}
          request={text === undefined ? undefined : comparedRequest(text, choices)}
          onChoose={(chosen) => choose({ models: chosen, tier: "standard", slow: false, most: undefined })}
        />
      </Suspense>
      <TierChoice offered={offered.find(({ name }) => name === models)} {...{ choices, choose }} />
      {models === "offline" || models === "auto" ? null : (
        <label className="field">
          <span>{t("new.most")}</span>
          <input
            type="number"
            min={0.01}
            step={0.01}
            value={most ?? ""}
            placeholder={t("new.mostAuto")}
            onChange={({ target }) => choose({ most: numberIn(target) })}
          />
        </label>
      )}
      <Reviews choices={choices} choose={choose} />
    </section>
  );
}

interface PartProps {
  choices: Choices;
  choose: (part: Partial<Choices>) => void;
}

/** Select box for the price tier; hidden if the models have only one. */
function TierChoice({
  offered,
  choices: { tier, slow },
  choose,
}: PartProps & { offered: OfferedModels | undefined }) {
  const { t } = useWords();
  const { tiers = [], slow: hasSlow = false } = offered ?? {};
  return (
    <>
      {tiers.length < 2 ? null : (
        <Choice
          label={t("new.tier")}
          value={tier}
          options={tiers.map((one) => [one, t(`new.tier.${one}`)] as const)}
          onChoose={(chosen) => choose({ tier: chosen })}
        />
      )}
      {hasSlow ? (
        <Choice
          label={t("new.speed")}
          value={slow ? "slow" : "usual"}
          options={[
            ["usual", t("new.speed.usual")],
            ["slow", t("new.speed.slow")],
          ]}
          onChoose={(chosen) => choose({ slow: chosen === "slow" })}
        />
      ) : null}
    </>
  );
}

function Reviews({ choices: { review, waits }, choose }: PartProps) {
  const { t, time } = useWords();
  return (
    <fieldset className="review">
      <legend>{t("new.review")}</legend>
      <div className="pills">
        {REVIEWED.map((phase) => (
          <label key={phase} className="pill">
            <input
              type="checkbox"
              checked={review.includes(phase)}
              onChange={({ target }) =>
                choose({
                  review: target.checked ? [...review, phase] : review.filter((one) => one !== phase),
                })
              }
            />
            <span>{t(`phase.${phase}`)}</span>
          </label>
        ))}
      </div>
      <p className="soft">{t("new.reviewHint")}</p>
      {review.length === 0 ? null : (
        <Choice
          label={t("new.waits")}
          value={waits}
          options={[
            ["usual", t("new.waits.usual")],
            ...WAITS_MINUTES.map((minutes): [string, string] => [String(minutes), time(minutes * 60)]),
          ]}
          onChoose={(chosen) => choose({ waits: chosen })}
        />
      )}
    </fieldset>
  );
}

/** Undefined if the field is empty or invalid. */
function numberIn({ value, valueAsNumber }: HTMLInputElement): number | undefined {
  return value === "" || Number.isNaN(valueAsNumber) ? undefined : valueAsNumber;
}
