// A panel of a storyboard as a form: shot, angle, the fields of its picture, dialogue.
import type { Figure, Panel, Place, Word } from "../../documents.ts";
import { confirmed, settledBy, without } from "../../guessed.ts";
import { Choice } from "../../parts/choice.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import type { PersonChoice } from "./acting-fields.tsx";
import { ANGLES, SHOTS } from "./camera-options.ts";
import { GuessBadge } from "./guess-bar.tsx";
import { PictureFields } from "./picture-fields.tsx";
import { type Part, withPart } from "./with-part.ts";

type Picture = Panel["picture"];

interface BoardPanelProps {
  panel: Panel;
  cast: readonly PersonChoice[];
  places: readonly Place[];
  onEdit: (panel: Panel) => void;
}

export function BoardPanel({ panel, cast, places, onEdit }: BoardPanelProps) {
  const { t } = useWords();
  const f = useFieldWords();
  const { picture, words } = panel;
  const edit = (next: Panel) => onEdit(without(next, settledBy(panel, next)));
  const show = (part: Part<Picture>) => edit({ ...panel, picture: withPart(picture, part) });
  const say = (texts: Word[]) =>
    edit({
      ...panel,
      picture: { ...picture, figures: withSpeakers(picture.figures, words.texts, texts) },
      words: { ...words, texts },
    });
  return (
    <>
      <GuessBadge guessed={picture.guessed ?? []} onConfirm={() => onEdit(confirmed(panel))} />
      <div className="board-camera">
        <Choice
          label={t("board.shot")}
          value={picture.shot}
          options={SHOTS.map((one) => [one, f(`shot.${one}`)])}
          onChoose={(shot) => show({ shot })}
        />
        <Choice
          label={t("board.angle")}
          value={picture.angle}
          options={ANGLES.map((one) => [one, f(`angle.${one}`)])}
          onChoose={(angle) => show({ angle })}
        />
      </div>
      <PictureFields {...{ picture, cast, places, show }} />
      <Lines texts={words.texts} cast={cast} onEdit={say} />
    </>
  );
}

interface LinesProps {
  texts: readonly Word[];
  cast: readonly PersonChoice[];
  onEdit: (texts: Word[]) => void;
}

const NARRATION = "narration";
const NOBODY = "nobody";

function Lines({ texts, cast, onEdit }: LinesProps) {
  const { t } = useWords();
  const speakers: [string, string][] = [
    ...cast.map(({ id, name }): [string, string] => [id, name]),
    [NOBODY, t("board.nobody")],
    [NARRATION, t("board.narration")],
  ];
  return (
    <fieldset className="board-part">
      <legend>{t("board.lines")}</legend>
      {texts.length === 0 ? <p className="soft">{t("board.noLines")}</p> : null}
      {texts.map((word, index) => {
        const change = (part: Partial<Word>) =>
          onEdit(texts.map((one, at) => (at === index ? { ...one, ...part } : one)));
        const n = index + 1;
        return (
          <div key={word.id} className="board-line">
            <label className="field">
              <span>{t("board.line", { n })}</span>
              <textarea
                rows={2}
                maxLength={500}
                required
                value={word.text}
                onChange={(event) => change({ text: event.target.value, ruby: [] })}
              />
            </label>
            <Choice
              label={t("board.speaker")}
              value={word.kind === "caption" ? NARRATION : (word.speaker ?? NOBODY)}
              options={speakers}
              onChoose={(speaker) => change(spokenBy(speaker))}
            />
            <button
              type="button"
              className="button button-small"
              onClick={() => onEdit(texts.filter((_, at) => at !== index))}
            >
              {t("board.removeLine", { n })}
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className="button button-small"
        onClick={() => onEdit([...texts, newLine(texts, cast[0]?.id ?? null)])}
      >
        {t("board.addLine")}
      </button>
    </fieldset>
  );
}

/** Whoever got a line opens the mouth, and whoever lost the last one shuts it; the others stay as they are drawn. */
function withSpeakers(figures: readonly Figure[], before: readonly Word[], after: readonly Word[]): Figure[] {
  const isSaying = (texts: readonly Word[], id: string) => texts.some(({ speaker }) => speaker === id);
  return figures.map((figure) => {
    const speaks = isSaying(after, figure.character);
    if (speaks === isSaying(before, figure.character)) return figure;
    return withPart<Figure>(figure, { speaks: speaks || undefined });
  });
}

function spokenBy(speaker: string): Partial<Word> {
  if (speaker === NARRATION) return { kind: "caption", speaker: null, guessed: false };
  return { kind: "balloon", speaker: speaker === NOBODY ? null : speaker, guessed: false };
}

function newLine(texts: readonly Word[], speaker: string | null): Word {
  const number = Math.max(0, ...texts.map(({ id }) => Number(id.slice(1)))) + 1;
  return {
    ...{ id: `w${number}`, unit: null, kind: "balloon", voice: "speech" },
    ...{ speaker, guessed: false, text: "……", ruby: [] },
  };
}
