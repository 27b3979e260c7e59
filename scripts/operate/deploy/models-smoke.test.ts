import { describe, expect, it } from "vitest";
import { accountBehind, impersonation, operatorCredentials, smokeModels } from "./models-smoke.ts";

describe("the models in the smoke test", () => {
  it("are checked as a function's account in the project that the address names", () => {
    expect(accountBehind("https://mekuri-prod.web.app")).toEqual({
      project: "mekuri-prod",
      email: "mekuri-artwork@mekuri-prod.iam.gserviceaccount.com",
    });
    expect(accountBehind("https://manga.example.com")).toBeUndefined();
    expect(accountBehind("http://127.0.0.1:4000")).toBeUndefined();
  });

  it("are not checked, with a hint at the command, if the address names no project", async () => {
    const lines: string[] = [];
    await smokeModels("http://127.0.0.1:4000", (line) => lines.push(line));
    expect(lines).toEqual([expect.stringMatching(/^models: not checked.*--access vertex$/)]);
  });

  it("are called with credentials that impersonate that account", () => {
    expect(impersonation("a@p.iam.gserviceaccount.com", { type: "authorized_user" })).toMatchObject({
      type: "impersonated_service_account",
      service_account_impersonation_url: expect.stringContaining(
        "/a@p.iam.gserviceaccount.com:generateAccessToken",
      ),
      source_credentials: { type: "authorized_user" },
    });
    const places = { CLOUDSDK_CONFIG: "/c", GOOGLE_APPLICATION_CREDENTIALS: "" };
    expect(operatorCredentials(places)).toBe("/c/application_default_credentials.json");
    expect(operatorCredentials({ ...places, GOOGLE_APPLICATION_CREDENTIALS: "/own.json" })).toBe("/own.json");
  });
});
