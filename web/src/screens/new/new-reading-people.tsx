// The people of a reading: each can be renamed, described, merged with another one, or left out; others can be added.
import {
  isStanding,
  nameIn,
  type Sex,
  sameNames,
  withAdded,
  withMerged,
  withoutPerson,
  withPerson,
} from "../../reading-draft.ts";
import { Guessed, type ReadingPartProps } from "./reading-part.tsx";

const SEXES: readonly Sex[] = ["female", "male", "unknown"];
type Found = ReadingPartProps["found"]["people"][number];

export function ReadingPeople(props: ReadingPartProps) {
  const { found, draft, onChange, r } = props;
  const people = new Map(found.people.map((person) => [person.name, person]));
  const keys = [...people.keys(), ...draft.added];
  const same = sameNames(draft, keys);
  return (
    <section aria-label={r("people.title")}>
      <h3 className="reading-part">{r("people.title")}</h3>
      {keys.length === 0 ? <p className="soft">{r("people.none")}</p> : null}
      <ul className="reading-people">
        {keys.map((key) => (
          <li
            key={key}
            data-changed={draft.people[key] !== undefined || draft.added.includes(key) || undefined}
          >
            {isStanding(draft, key) ? (
              <PersonCard
                {...props}
                {...{ key_: key, keys, person: people.get(key), isSame: same.has(key) }}
              />
            ) : (
              <PersonGone {...props} key_={key} />
            )}
          </li>
        ))}
        <li className="reading-add">
          <button type="button" className="button" onClick={() => onChange(withAdded(draft))}>
            + {r("people.add")}
          </button>
        </li>
      </ul>
    </section>
  );
}

interface PersonProps extends ReadingPartProps {
  key_: string;
}

function PersonGone({ draft, onChange, r, key_: key }: PersonProps) {
  const name = nameIn(draft, key);
  const { into } = draft.people[key] ?? {};
  return (
    <div className="reading-gone">
      <p>
        {into === undefined
          ? r("people.left", { name })
          : r("people.merged", { name, other: nameIn(draft, into) || r("people.new") })}
      </p>
      <button
        type="button"
        className="button button-small"
        aria-label={r("people.backOf", { name })}
        onClick={() => onChange(withPerson(draft, key, { removed: undefined, into: undefined }))}
      >
        {r("people.back")}
      </button>
    </div>
  );
}

interface PersonCardProps extends PersonProps {
  keys: readonly string[];
  /** Undefined for an added person. */
  person: Found | undefined;
  isSame: boolean;
}

function PersonCard({ draft, onChange, r, key_: key, keys, person, isSame }: PersonCardProps) {
  const edit = draft.people[key] ?? {};
  const name = nameIn(draft, key) || r("people.new");
  const put = (part: Parameters<typeof withPerson>[2]) => onChange(withPerson(draft, key, part));
  const others = keys.filter((one) => one !== key && isStanding(draft, one) && nameIn(draft, one) !== "");
  const trouble = isSame ? r("people.taken") : nameIn(draft, key) === "" ? r("people.unnamed") : "";
  const known = (told: string | undefined) => (told === undefined || told === "unknown" ? "" : told);
  return (
    <fieldset className="reading-person">
      <legend className="reading-legend">{name}</legend>
      <p className="reading-marks">
        {person === undefined ? (
          <span className="stamp">{r("people.new")}</span>
        ) : (
          <>
            <span className="stamp">{r(`role.${person.role}`)}</span>
            <span className="soft">{r("people.lines", { n: person.lines })}</span>
            <Guessed sure={person.sure} r={r} />
          </>
        )}
      </p>
      <label className="field reading-name">
        <span>{r("people.name")}</span>
        <input
          value={edit.name ?? (person?.name || "")}
          maxLength={60}
          aria-invalid={trouble !== ""}
          onChange={({ target }) => put({ name: target.value === person?.name ? undefined : target.value })}
        />
      </label>
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <label className="field">
        <span>{r("people.age")}</span>
        <input
          value={edit.age ?? known(person?.age)}
          placeholder={r("people.ageHint")}
          maxLength={40}
          onChange={({ target }) =>
            put({ age: target.value === known(person?.age) ? undefined : target.value })
          }
        />
      </label>
      <label className="field">
        <span>{r("people.sex")}</span>
        <select
          value={edit.sex ?? person?.sex ?? "unknown"}
          onChange={({ target }) => {
            const sex = SEXES[target.selectedIndex];
            put({ sex: sex === (person?.sex ?? "unknown") ? undefined : sex });
          }}
        >
          {SEXES.map((one) => (
            <option key={one} value={one}>
              {r(`sex.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field reading-name">
        <span>{r("people.traits")}</span>
        <input
          value={edit.traits ?? ""}
          placeholder={r("people.traitsHint")}
          maxLength={200}
          onChange={({ target }) => put({ traits: target.value || undefined })}
        />
      </label>
      {others.length === 0 ? null : (
        <label className="field reading-name">
          <span>{r("people.same")}</span>
          <select value="" onChange={({ target }) => onChange(withMerged(draft, key, target.value))}>
            <option value="">{r("people.nobodyElse")}</option>
            {others.map((one) => (
              <option key={one} value={one}>
                {nameIn(draft, one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className="button button-small reading-name"
        aria-label={r("people.leaveOutOf", { name })}
        onClick={() => onChange(withoutPerson(draft, key))}
      >
        {r("people.leaveOut")}
      </button>
    </fieldset>
  );
}
