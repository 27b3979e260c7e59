// The form of a new book's pages, chosen by pictures that the program itself has drawn: layout, reading direction, colour, and the
// punctuation of Japanese balloons.
import "../../styles/forms.css";
import { type Fullness, pagesFor } from "../../../../lib/manga/page-fullness.ts";
import type { StoryEstimate } from "../../documents.ts";
import { TileChoice } from "../../parts/tile-choice.tsx";
import { useFormWords } from "../../words/form-words.ts";
import { useWords } from "../../words/words.tsx";
import type { Choices } from "./new-choices.tsx";

/** Pixels of the files, as `scripts/draw/choice-pictures.ts` writes them. */
const PAGE_SIZE = [176, 248] as const;
const PANEL_SIZE = [176, 132] as const;

const FULLNESSES: readonly Fullness[] = ["usual", "airier", "airiest"];
const DIRECTIONS = ["auto", "rtl", "ltr"] as const;
const COLOURS = ["monochrome", "color"] as const;
const PUNCTUATIONS = ["kept", "dropped"] as const;

interface FormChoicesProps {
  choices: Choices;
  /** What the story needs, once it is known. */
  found: StoryEstimate | undefined;
  choose: (part: Partial<Choices>) => void;
}

export function FormChoices({ choices, found, choose }: FormChoicesProps) {
  const { t } = useWords();
  /** Only Japanese books have the choice of punctuation. */
  const isJapanese = (choices.language === "auto" ? found?.language : choices.language) === "ja";
  return (
    <>
      <LayoutChoice {...{ choices, found, choose }} />
      <TileChoice
        label={t("new.direction")}
        value={DIRECTIONS.find((one) => one === choices.direction)}
        options={DIRECTIONS.map((one) => ({
          ...{ value: one, label: t(`direction.${one}`), picture: `direction-${one}` },
        }))}
        size={PAGE_SIZE}
        onChoose={(direction) => choose({ direction })}
      />
      <TileChoice
        label={t("new.colour")}
        value={COLOURS.find((one) => one === choices.colorMode)}
        options={COLOURS.map((one) => ({
          ...{ value: one, label: t(`new.colour.${one}`), picture: `colour-${one}` },
        }))}
        size={PANEL_SIZE}
        onChoose={(colorMode) => choose({ colorMode })}
      />
      {isJapanese ? (
        <TileChoice
          label={t("new.punctuation")}
          value={PUNCTUATIONS.find((one) => one === choices.punctuation)}
          options={PUNCTUATIONS.map((one) => ({
            ...{ value: one, label: t(`new.punctuation.${one}`), picture: `punctuation-${one}` },
          }))}
          size={PANEL_SIZE}
          onChoose={(punctuation) => choose({ punctuation })}
        />
      ) : null}
    </>
  );
}

/** Writes the number of pages, which decides how many panels a page has. */
function LayoutChoice({ choices: { pages, style }, found, choose }: FormChoicesProps) {
  const f = useFormWords();
  if (style === "yonkoma") return <p className="soft form-note">{f("layout.strips")}</p>;
  const needed = found?.neededPages;
  const pagesOf = (one: Fullness) => (needed === undefined ? undefined : pagesFor(one, needed));
  return (
    <div className="form-layout">
      <TileChoice
        label={f("layout.title")}
        value={pages === undefined ? "usual" : FULLNESSES.find((one) => pagesOf(one) === pages)}
        options={FULLNESSES.map((one) => {
          const n = pagesOf(one);
          return {
            ...{ value: one, label: f(`layout.${one}`), picture: `pages-${one}` },
            note: n === undefined ? undefined : f("layout.pages", { n }),
            isOff: one !== "usual" && n === undefined,
          };
        })}
        size={PAGE_SIZE}
        onChoose={(one) => choose({ pages: one === "usual" ? undefined : pagesOf(one) })}
      />
      <p className="soft form-note">{f(needed === undefined ? "layout.noStory" : "layout.hint")}</p>
    </div>
  );
}
