// The second factor on the account's screen: asks for the password again, shows the account's factors, enrols an authenticator app and
// withdraws one. Only for accounts of Identity Platform with a password.
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { finishSecondFactor, type Proof, type SecondFactor, signInWithPassword } from "../identity.ts";
import { ConfirmDialog } from "../parts/dialog.tsx";
import {
  type Enrolment,
  type Factor,
  finishEnrolment,
  listFactors,
  startEnrolment,
  withdrawFactor,
} from "../second-factor.ts";
import { useAccountWords } from "../words/account-words.ts";
import { useFactorWords } from "../words/factor-words.ts";
import { useWords } from "../words/words.tsx";
import { Reason } from "./account-reason.tsx";
import { EnrolmentForm } from "./enrolment-form.tsx";

/** What the person has shown so far, and what is open. */
type Stage =
  | { at: "closed" | "password" }
  | { at: "code"; factor: SecondFactor }
  | { at: "open"; idToken: string; factors: Factor[]; enrolment?: Enrolment | undefined };

export function SecondFactorPart({ email, isVerified }: { email: string; isVerified: boolean }) {
  const f = useFactorWords();
  const [stage, setStage] = useState<Stage>({ at: "closed" });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);

  const run = async (work: () => Promise<Stage>) => {
    setBusy(true);
    setError(undefined);
    setSaid("");
    try {
      setStage(await work());
      // The control that had the focus is gone.
      heading.current?.focus();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const opened = async (idToken: string): Promise<Stage> => ({
    at: "open",
    idToken,
    factors: await listFactors(idToken),
  });
  const shown = async (proof: Proof): Promise<Stage> =>
    "secondFactor" in proof ? { at: "code", factor: proof.secondFactor } : opened(proof.idToken);

  return (
    <section className="koma account-factor">
      <h2 tabIndex={-1} ref={heading}>
        {f("title")}
      </h2>
      <p>{f("hint")}</p>
      {isVerified ? null : <p className="account-unverified">{f("unverified")}</p>}
      {stage.at === "closed" && isVerified ? (
        <button type="button" className="button" onClick={() => setStage({ at: "password" })}>
          {f("begin")}
        </button>
      ) : null}
      {stage.at === "password" ? (
        <PasswordForm
          isBusy={isBusy}
          onPassword={(password) => void run(async () => shown(await signInWithPassword(email, password)))}
        />
      ) : null}
      {stage.at === "code" && stage.factor.enrollmentId === undefined ? <p>{f("phone")}</p> : null}
      {stage.at === "code" && stage.factor.enrollmentId !== undefined ? (
        <CodeForm
          {...{ isBusy, label: f("ask"), button: f("go") }}
          onCode={(code) => void run(async () => shown(await finishSecondFactor(stage.factor, code)))}
        />
      ) : null}
      {stage.at === "open" ? (
        <>
          <FactorList
            factors={stage.factors}
            onWithdraw={(id) =>
              void run(async () => {
                const next = await opened(await withdrawFactor(stage.idToken, id));
                setSaid(f("withdrawn"));
                return next;
              })
            }
          />
          {stage.enrolment === undefined ? (
            <div className="row">
              <button
                type="button"
                className={stage.factors.length === 0 ? "button button-hot" : "button"}
                disabled={isBusy}
                onClick={() =>
                  void run(async () => ({
                    ...stage,
                    enrolment: await startEnrolment(stage.idToken, email),
                  }))
                }
              >
                {f("add")}
              </button>
              <button type="button" className="button" onClick={() => setStage({ at: "closed" })}>
                {f("close")}
              </button>
            </div>
          ) : (
            <EnrolmentForm enrolment={stage.enrolment}>
              <CodeForm
                {...{ isBusy, label: f("code"), button: f("finish") }}
                onCode={(code) =>
                  void run(async () => {
                    const { enrolment, idToken } = stage;
                    const next = await opened(
                      enrolment === undefined ? idToken : await finishEnrolment(idToken, enrolment, code),
                    );
                    setSaid(f("done"));
                    return next;
                  })
                }
              />
            </EnrolmentForm>
          )}
        </>
      ) : null}
      <Reason error={error} />
      <p role="status" className={said === "" ? "unseen" : ""}>
        {said}
      </p>
    </section>
  );
}

function PasswordForm({ isBusy, onPassword }: { isBusy: boolean; onPassword: (password: string) => void }) {
  const f = useFactorWords();
  const a = useAccountWords();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onPassword(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form className="account-factor-form" onSubmit={send}>
      <label className="field">
        <span>{f("password")}</span>
        <input
          type="password"
          name="password"
          autoComplete="current-password"
          maxLength={128}
          aria-describedby="factor-password-hint"
          required
        />
        <small id="factor-password-hint">{f("passwordHint")}</small>
      </label>
      <button type="submit" className="button button-hot" disabled={isBusy}>
        {isBusy ? a("working") : f("go")}
      </button>
    </form>
  );
}

interface CodeFormProps {
  label: ReactNode;
  button: ReactNode;
  isBusy: boolean;
  /** Digits alone. */
  onCode: (code: string) => void;
}

function CodeForm({ label, button, isBusy, onCode }: CodeFormProps) {
  const a = useAccountWords();
  const [code, setCode] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.replaceAll(/\D/g, ""));
  };
  return (
    <form className="account-factor-form" onSubmit={send}>
      <label className="field">
        <span>{label}</span>
        <input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          required
        />
      </label>
      <button type="submit" className="button button-hot" disabled={isBusy || !/\d/.test(code)}>
        {isBusy ? a("working") : button}
      </button>
    </form>
  );
}

function FactorList({ factors, onWithdraw }: { factors: Factor[]; onWithdraw: (id: string) => void }) {
  const f = useFactorWords();
  const { tongue } = useWords();
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const days = new Intl.DateTimeFormat(tongue, { dateStyle: "long" });
  const dayOf = ({ since }: Factor) => (since === undefined ? "?" : days.format(new Date(since)));
  if (factors.length === 0) return <p>{f("none")}</p>;
  return (
    <>
      <ul className="sign-ins" aria-label={f("enrolled")}>
        {factors.map((factor) => (
          <li key={factor.id}>
            <p>
              <b>{f(factor.isApp ? "app" : "other")}</b>
              <small>{f("since", { day: dayOf(factor) })}</small>
            </p>
            <button
              type="button"
              className="button button-small"
              aria-label={f("withdrawOne", { day: dayOf(factor) })}
              onClick={() => setAsked(factor.id)}
            >
              {f("withdraw")}
            </button>
          </li>
        ))}
      </ul>
      {asked === undefined ? null : (
        <ConfirmDialog
          question={f("withdrawSure")}
          yes={f("withdraw")}
          no={f("keep")}
          onYes={() => {
            setAsked(undefined);
            onWithdraw(asked);
          }}
          onNo={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
