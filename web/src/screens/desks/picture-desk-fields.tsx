// The fields of the storyboard from which the offline artist draws a panel, in words.
import type { Figure, Panel, Place, Thing, VocabularyField } from "../../documents.ts";
import { useFieldWords } from "../../words/field-words.ts";
import { shownWord } from "../../words/known-words.ts";
import { useWords } from "../../words/words.tsx";
import { sideOf } from "../reviews/camera-options.ts";

interface PictureDeskFieldsProps {
  picture: Panel["picture"];
  places: readonly Place[];
  nameOf: (character: string) => string;
}

export function PictureDeskFields({ picture, places, nameOf }: PictureDeskFieldsProps) {
  const { t, tongue } = useWords();
  const f = useFieldWords();
  const word = (one: string | undefined, field?: VocabularyField) => one && shownWord(one, tongue, field);
  const figureWords = (figure: Figure) =>
    joined([
      ...[word(figure.doing, "doing"), word(figure.posture, "posture"), word(figure.feeling, "feeling")],
      ...(figure.face ?? []).map((one) => word(one, "face")),
      ...figure.hands.map(({ what, how }) => joined([word(what, "thing"), word(how, "grip")], " ")),
      ...(figure.where ?? []).map((one) => word(one, "where")),
      ...[word(figure.seat, "seat"), figure.mount && nameOf(figure.mount)],
      ...[f(`view.${figure.view}`), t(`board.side.${sideOf(figure.side)}`)],
    ]);
  const thingWords = ({ what, count, where, how, state }: Thing) =>
    joined([count && `${count} ×`, word(state), word(what, "thing"), word(how), word(where)], " ");
  const place = places.find(({ id }) => id === picture.place);
  const rows: (readonly [label: string, words: string])[] = [
    [f("field.camera"), joined([f(`shot.${picture.shot}`), f(`angle.${picture.angle}`)])],
    ...picture.figures.map((figure) => [nameOf(figure.character), figureWords(figure)] as const),
    [
      f("field.place"),
      joined([
        place?.name || word(place?.kind) || picture.place,
        ...[f(`hour.${picture.hour}`), f(`weather.${picture.weather}`)],
        ...[f(`season.${picture.season}`), f(`mood.${picture.mood}`)],
      ]),
    ],
    [f("field.things"), joined(picture.things.map(thingWords))],
    [f("field.ground"), word(picture.ground, "ground") ?? ""],
    [f("field.light"), word(picture.light, "light") ?? ""],
    [f("field.effects"), joined(picture.effects.map((one) => word(one, "effect")))],
  ];
  return (
    <dl className="picture-fields">
      {rows.map(([label, words]) =>
        words === "" ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

const joined = (words: readonly (string | 0 | undefined)[], between = " · ") =>
  words.filter((one) => one !== undefined && one !== "" && one !== 0).join(between);
