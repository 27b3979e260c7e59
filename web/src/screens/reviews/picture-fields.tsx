// Fields of a panel's picture besides its camera: what happens, the people and their acting, place and time, and things.
import type { Figure, Panel, Place } from "../../documents.ts";
import { Choice } from "../../parts/choice.tsx";
import { More } from "../../parts/more.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { ActingFields, type PersonChoice } from "./acting-fields.tsx";
import { atSide, FACINGS, SIDES, sideOf, VIEWS } from "./camera-options.ts";
import { MomentFields } from "./moment-fields.tsx";
import type { Part } from "./with-part.ts";

type Picture = Panel["picture"];

const HOURS: readonly Picture["hour"][] = ["dawn", "day", "dusk", "night"];
const WEATHERS: readonly Picture["weather"][] = ["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"];
const SEASONS: readonly Picture["season"][] = ["spring", "summer", "autumn", "winter"];
const MOODS: readonly Picture["mood"][] = [
  ...(["neutral", "warm", "tense", "sad", "comic", "eerie", "heroic", "lonely", "romantic"] as const),
];

interface PictureFieldsProps extends SettingProps {
  cast: readonly PersonChoice[];
}

export function PictureFields({ picture, cast, places, show }: PictureFieldsProps) {
  const { t } = useWords();
  return (
    <>
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
