// One of a few values, each a card with a title and a hint.
import "../styles/option-cards.css";

interface OptionCardsProps<Value extends string> {
  label: string;
  /** Name of the radio buttons. Unique on the page. */
  name: string;
  value: Value | undefined;
  options: readonly { value: Value; title: string; hint: string }[];
  onChoose: (value: Value) => void;
}

/** In several columns where there is room. */
export function OptionCards<Value extends string>(props: OptionCardsProps<Value>) {
  const { label, name, value, options, onChoose } = props;
  return (
    <fieldset className="option-cards">
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={name}
            checked={value === one.value}
            onChange={() => onChoose(one.value)}
            required
          />
          <span>
            <b>{one.title}</b>
            <small>{one.hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
