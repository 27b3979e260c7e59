// What the offline artist makes of a person's own words about the style, loaded when somebody writes some.
import { useFieldWords } from "../words/field-words.ts";

export default function DirectionHint() {
  return useFieldWords()("style.artDirectionOffline");
}
