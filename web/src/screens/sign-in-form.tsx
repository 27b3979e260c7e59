// The form by which a guest becomes an account or joins one: with Google, or with an address and a password. Where the service has Identity
// Platform, that proves it; without, the password is the service's own.
import { type FormEvent, useState } from "react";
import { enterAccount, exchange, type Ways } from "../account.ts";
import {
  finishSecondFactor,
  IdentityError,
  leaveForGoogle,
  type Proof,
  type SecondFactor,
  sendReset,
  signInWithPassword,
  signUp,
} from "../identity.ts";
import { useAccountWords } from "../words/account-words.ts";
import { useWords } from "../words/words.tsx";
import { Reason } from "./account-reason.tsx";

interface SignInFormProps {
  ways: Ways;
  /** Whether this browser has a guest, whose books come along. */
  hasGuest: boolean;
  /** What a sign-in with Google still needs, or why it failed. */
  arrived: { factor?: SecondFactor | undefined; error?: unknown };
  onEntered: () => Promise<void>;
}

type How = "register" | "login";

export function SignInForm({ ways, hasGuest, arrived, onEntered }: SignInFormProps) {
  const a = useAccountWords();
  const { tongue } = useWords();
  const [how, setHow] = useState<How>(hasGuest ? "register" : "login");
  const [email, setEmail] = useState("");
  const [factor, setFactor] = useState(arrived.factor);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(arrived.error);
  const [said, setSaid] = useState("");
  const isNew = how === "register";

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    setSaid("");
    try {
      await work();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const take = async (proof: Proof) => {
    if ("secondFactor" in proof) {
      setFactor(proof.secondFactor);
      return;
    }
    await exchange(proof.idToken);
    await onEntered();
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    void run(async () => {
      if (ways.identityPlatform && isNew) return take(await signUp(email, password, tongue));
      if (ways.identityPlatform) {
        const proof = await proofOrOwn(email, password);
        if (proof !== undefined) return take(proof);
      } else {
        await enterAccount(how, { email, password });
      }
      await onEntered();
    });
  };
  const reset = () =>
    run(async () => {
      await sendReset(email, tongue);
      setSaid(a("resetSent", { email }));
    });

  if (factor !== undefined) {
    return (
      <FactorForm
        {...{ factor, isBusy, error }}
        onCode={(code) => void run(async () => take(await finishSecondFactor(factor, code)))}
        onBack={() => {
          setFactor(undefined);
          setError(undefined);
        }}
      />
    );
  }
  return (
    <form className="koma account-form" onSubmit={send}>
      <h2>{a(hasGuest ? "form" : "formAlone")}</h2>
      {ways.google ? (
        <>
          <button
            type="button"
            className="button account-google"
            disabled={isBusy}
            onClick={() => void run(leaveForGoogle)}
          >
            {a("google")}
          </button>
          <p className="account-or">
            <span>{a("or")}</span>
          </p>
        </>
      ) : null}
      <fieldset className="row account-how">
        <legend className="unseen">{a("form")}</legend>
        {(["register", "login"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button button-small"
            aria-pressed={how === one}
            onClick={() => setHow(one)}
          >
            {a(one === "register" ? "new" : "known")}
          </button>
        ))}
      </fieldset>
      <label className="field">
        <span>{a("email")}</span>
        <input
          type="email"
          name="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          required
        />
      </label>
      <label className="field">
        <span>{a("password")}</span>
        <input
          type="password"
          name="password"
          autoComplete={isNew ? "new-password" : "current-password"}
          minLength={isNew ? 8 : 1}
          maxLength={128}
          aria-describedby="password-hint"
          required
        />
        <small id="password-hint">{isNew ? a("passwordHint") : null}</small>
      </label>
      {hasGuest ? <p>{a(isNew ? "newHint" : "knownHint")}</p> : null}
      <Reason error={error} />
      <p role="status" className={said === "" ? "unseen" : ""}>
        {said}
      </p>
      <div className="account-out">
        <button type="submit" className="button button-hot" disabled={isBusy}>
          {isBusy ? a("working") : a(isNew ? "create" : "signIn")}
        </button>
        {ways.identityPlatform && !isNew ? (
          <button
            type="button"
            className="button button-small"
            disabled={isBusy || !email.includes("@")}
            onClick={() => void reset()}
          >
            {a("forgot")}
          </button>
        ) : null}
      </div>
    </form>
  );
}

/**
 * Identity Platform's proof. Undefined if it has no such account and the person is signed in to one from before it was used, with a password
 * of the service's own.
 */
async function proofOrOwn(email: string, password: string): Promise<Proof | undefined> {
  try {
    return await signInWithPassword(email, password);
  } catch (error) {
    if (!(error instanceof IdentityError) || error.refusal !== "wrongLogin") throw error;
    await enterAccount("login", { email, password });
    return undefined;
  }
}

interface FactorFormProps {
  factor: SecondFactor;
  isBusy: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onBack: () => void;
}

function FactorForm({ factor, isBusy, error, onCode, onBack }: FactorFormProps) {
  const a = useAccountWords();
  const [code, setCode] = useState("");
  const canAsk = factor.enrollmentId !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.replaceAll(/\D/g, ""));
  };
  return (
    <form className="koma account-form" onSubmit={send}>
      <h2>{a("factor")}</h2>
      <p>{a(canAsk ? "factorHint" : "factorOther")}</p>
      {canAsk ? (
        <label className="field">
          <span>{a("code")}</span>
          <input
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            value={code}
            onChange={({ target }) => setCode(target.value)}
            required
          />
        </label>
      ) : null}
      <Reason error={error} />
      <div className="row">
        <button type="button" className="button" onClick={onBack}>
          {a("back")}
        </button>
        {canAsk ? (
          <button type="submit" className="button button-hot" disabled={isBusy || !/\d/.test(code)}>
            {isBusy ? a("working") : a("signIn")}
          </button>
        ) : null}
      </div>
    </form>
  );
}
