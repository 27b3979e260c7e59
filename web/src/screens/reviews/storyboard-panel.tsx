// A panel of a storyboard as a form: shot, angle, people and their acting, action, dialogue. Fields that most panels do not need are under
// "More".
import type { Figure, Panel, Place, Word } from "../../documents.ts";
import { confirmed, settledBy, without } from "../../guessed.ts";
import { Choice } from "../../parts/choice.tsx";
import { More } from "../../parts/more.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { ActingFields, type PersonChoice } from "./acting-fields.tsx";
import { ANGLES, atSide, FACINGS, SHOTS, SIDES, sideOf, VIEWS } from "./camera-options.ts";
import { GuessBadge } from "./guess-bar.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { type Part, withPart } from "./with-part.ts";

type Picture = Panel["picture"];

const HOURS: readonly Picture["hour"][] = ["dawn", "day", "dusk", "night"];
const WEATHERS: readonly Picture["weather"][] = ["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"];
const SEASONS: readonly Picture["season"][] = ["spring", "summer", "autumn", "winter"];
const MOODS: readonly Picture["mood"][] = [
  ...(["neutral", "warm", "tense", "sad", "comic", "eerie", "heroic", "lonely", "romantic"] as const),
];

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
      <SentenceField
        label={t("board.action")}
        value={picture.action}
        onChange={(action) => show({ action })}
      />
      <Figures figures={picture.figures} cast={cast} onEdit={(figures) => show({ figures })} />
      <More>
        {() => (
          <>
            <Setting {...{ picture, places, show }} />
            <MomentFields moment={picture} onChange={show} />
          </>
        )}
      </More>
      <Lines texts={words.texts} cast={cast} onEdit={say} />
    </>
  );
}

interface SettingProps {
  picture: Picture;
  places: readonly Place[];
  show: (part: Part<Picture>) => void;
}

/** Place and time. A place that is not in the plot stays selectable while the panel has it. */
function Setting({ picture, places, show }: SettingProps) {
  const f = useFieldWords();
  const known = places.map(({ id, name, kind }) => [id, name || kind] as const);
  const isKnown = places.some(({ id }) => id === picture.place);
  return (
    <>
      <Choice
        label={f("field.place")}
        value={picture.place}
        options={isKnown ? known : [[picture.place, picture.place], ...known]}
        onChoose={(place) => show({ place })}
      />
      <Choice
        label={f("field.hour")}
        value={picture.hour}
        options={HOURS.map((one) => [one, f(`hour.${one}`)])}
        onChoose={(hour) => show({ hour })}
      />
      <Choice
        label={f("field.weather")}
        value={picture.weather}
        options={WEATHERS.map((one) => [one, f(`weather.${one}`)])}
        onChoose={(weather) => show({ weather })}
      />
      <Choice
        label={f("field.season")}
        value={picture.season}
        options={SEASONS.map((one) => [one, f(`season.${one}`)])}
        onChoose={(season) => show({ season })}
      />
      <Choice
        label={f("field.mood")}
        value={picture.mood}
        options={MOODS.map((one) => [one, f(`mood.${one}`)])}
        onChoose={(mood) => show({ mood })}
      />
    </>
  );
}

interface FiguresProps {
  figures: readonly Figure[];
  cast: readonly PersonChoice[];
  onEdit: (figures: Figure[]) => void;
}

function Figures({ figures, cast, onEdit }: FiguresProps) {
  const { t } = useWords();
  const f = useFieldWords();
  const absent = cast.filter(({ id }) => !figures.some(({ character }) => character === id));
  const nameOf = (id: string) => cast.find((one) => one.id === id)?.name ?? id;
  return (
    <fieldset className="board-part">
      <legend>{t("board.cast")}</legend>
      {figures.map((figure, index) => {
        const put = (next: Figure) => onEdit(figures.with(index, next));
        return (
          <div key={figure.character} className="board-figure">
            <b>{nameOf(figure.character)}</b>
            <ActingFields
              acting={figure}
              cast={cast}
              there={figures.map(({ character }) => character)}
              onChange={put}
              further={
                <>
                  <Choice
                    label={f("field.view")}
                    value={figure.view}
                    options={VIEWS.map((one) => [one, f(`view.${one}`)])}
                    onChoose={(view) => put({ ...figure, view })}
                  />
                  <Choice
                    label={f("field.facing")}
                    value={figure.facing}
                    options={FACINGS.map((one) => [one, t(`board.side.${one}`)])}
                    onChoose={(facing) => put({ ...figure, facing })}
                  />
                </>
              }
            >
              <Choice
                label={t("board.side")}
                value={sideOf(figure.side)}
                options={SIDES.map(([side]) => [side, t(`board.side.${side}`)])}
                onChoose={(side) => put(atSide(figure, side))}
              />
            </ActingFields>
            <button
              type="button"
              className="button button-small"
              onClick={() => onEdit(figures.filter((_, at) => at !== index))}
            >
              {t("board.remove", { name: nameOf(figure.character) })}
            </button>
          </div>
        );
      })}
      <div className="row">
        {absent.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button button-small"
            onClick={() => onEdit([...figures, newFigure(id, figures.length)])}
          >
            {t("board.add", { name })}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** A new figure gets a free position and faces inwards. */
function newFigure(character: string, others: number): Figure {
  const side = others === 0 ? 0.5 : others % 2 === 1 ? 0.25 : 0.75;
  return {
    ...{ character, doing: "stand", feeling: "calm", hands: [], view: "three-quarter", side },
    facing: side > 0.5 ? "left" : "right",
    depth: Math.min(3, others),
  };
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
