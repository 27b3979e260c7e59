// The second factor on the account's screen, in a browser, with Identity Platform's answers.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../component-test.tsx";
import { SecondFactorPart } from "./second-factor.tsx";

const PROVIDER = "https://identitytoolkit.googleapis.com/";

let shown: Shown | undefined;
/** Requests to Identity Platform, and its answers by method. */
let asked: { method: string; body: Record<string, unknown> }[];
let answers: Record<string, { status?: number; body: object }>;
const fetched = window.fetch;
beforeEach(() => {
  freshBrowser();
  asked = [];
  answers = {};
  window.fetch = async (input, init = {}) => {
    const address = String(input);
    if (address === "/__/firebase/init.json") return Response.json({ apiKey: "key" });
    if (!address.startsWith(PROVIDER)) return fetched(input, init);
    const method = address.slice(PROVIDER.length).replace("?key=key", "");
    asked.push({ method, body: JSON.parse(String(init.body)) });
    const { status = 200, body } = answers[method] ?? { body: {} };
    return Response.json(body, { status });
  };
});
afterEach(() => {
  shown?.close();
  window.fetch = fetched;
});

describe("the second factor of an account of Identity Platform", () => {
  const signInAt = "v1/accounts:signInWithPassword";
  const enrolled = { mfaEnrollmentId: "f1", enrolledAt: "2026-12-03T00:00:00Z", totpInfo: {} };
  const status = (words: RegExp) => expect.element(page.getByText(words)).toBeVisible();
  async function openFactor(): Promise<void> {
    shown = show(<SecondFactorPart email="mina@example.com" isVerified />);
    await page.getByRole("button", { name: "Protect with an authenticator app" }).click();
    await page.getByLabelText(/^Your password, once more/).fill("correct horse");
    await page.getByRole("button", { name: "Continue" }).click();
  }

  it("is enrolled with the password again, a key that is shown in three ways, and the app’s first code", async () => {
    answers[signInAt] = { body: { idToken: "id-1" } };
    answers["v1/accounts:lookup"] = { body: { users: [{}] } };
    const totpSessionInfo = { sharedSecretKey: "ABCDEFGH", sessionInfo: "s1", periodSec: 30 };
    answers["v2/accounts/mfaEnrollment:start"] = { body: { totpSessionInfo } };
    await openFactor();
    await status(/has none yet/);
    expect(asked[0]?.body).toMatchObject({ email: "mina@example.com", password: "correct horse" });
    await page.getByRole("button", { name: "Add an authenticator app" }).click();
    await expect.element(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await expect.element(page.getByLabelText(/^The key, to type it/)).toHaveValue("ABCD EFGH");
    const link = page.getByRole("link", { name: "Open in the app" });
    await expect
      .element(link)
      .toHaveAttribute(
        "href",
        expect.stringContaining("otpauth://totp/Mekuri:mina%40example.com?secret=ABCDEFGH&"),
      );
    const finish = page.getByRole("button", { name: "Turn it on" });
    answers["v2/accounts/mfaEnrollment:finalize"] = {
      status: 400,
      body: { error: { message: "INVALID_CODE" } },
    };
    await page.getByLabelText("The code that the app shows now").fill("12 34 56");
    await finish.click();
    await status(/^The code is wrong/);
    answers["v2/accounts/mfaEnrollment:finalize"] = { body: { idToken: "id-2", totpAuthInfo: {} } };
    answers["v1/accounts:lookup"] = { body: { users: [{ mfaInfo: [enrolled] }] } };
    await finish.click();
    await status(/^It is on/);
    await expect.element(page.getByRole("list", { name: "Your second factors" })).toBeVisible();
    const sent = asked.filter(({ method }) => method.endsWith("finalize")).at(-1);
    expect(sent?.body).toMatchObject({
      ...{ idToken: "id-1", totpVerificationInfo: { sessionInfo: "s1", verificationCode: "123456" } },
    });
    // No token stays behind: the next change asks for the password again.
    await page.getByRole("button", { name: "Done" }).click();
    await expect.element(page.getByRole("list", { name: "Your second factors" })).not.toBeInTheDocument();
  });

  it("is withdrawn with the password and a code, after a question", async () => {
    answers[signInAt] = { body: { mfaPendingCredential: "half", mfaInfo: [enrolled] } };
    answers["v2/accounts/mfaSignIn:finalize"] = { body: { idToken: "id-3" } };
    answers["v1/accounts:lookup"] = { body: { users: [{ mfaInfo: [enrolled] }] } };
    answers["v2/accounts/mfaEnrollment:withdraw"] = { body: { idToken: "id-4" } };
    await openFactor();
    await page.getByLabelText("Code of your authenticator app").fill("654321");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: /^Withdraw the second factor since/ }).click();
    const dialog = page.getByRole("dialog");
    expect(asked.some(({ method }) => method.endsWith("withdraw"))).toBe(false);
    answers["v1/accounts:lookup"] = { body: { users: [{}] } };
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await status(/^The second factor is withdrawn/);
    const sent = asked.find(({ method }) => method.endsWith("withdraw"));
    expect(sent?.body).toEqual({ idToken: "id-3", mfaEnrollmentId: "f1" });
    await status(/has none yet/);
  });
});
