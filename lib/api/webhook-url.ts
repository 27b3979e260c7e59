// Validates the address of a webhook receiver, as far as the URL alone shows it. Host names are resolved and checked again when the webhook
// is sent.
import { isIP } from "node:net";
import { ApiProblem } from "./problems.ts";
import { isLoopbackAddress, isPublicAddress } from "./public-address.ts";

export interface WebhookRules {
  /** Whether receivers on this machine are allowed, by plain http too: for a local service. */
  allowLoopback: boolean;
}

/** The host without the brackets of an IPv6 address. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** Throws `ApiProblem` (422) with the field's name. */
export function checkWebhookUrl(text: string, { allowLoopback }: WebhookRules): void {
  const refuse = (why: string) =>
    new ApiProblem(422, "webhook-refused", `webhookUrl: ${why}`, { field: "webhookUrl" });
  if (!URL.canParse(text)) throw refuse("this is not a URL");
  const url = new URL(text);
  const host = bareHost(url);
  const isHere = allowLoopback && (isLoopbackAddress(host) || host === "localhost");
  if (url.protocol !== "https:" && !(isHere && url.protocol === "http:"))
    throw refuse("it must begin with https://");
  if (url.username !== "" || url.password !== "")
    throw refuse("it must not contain a user name or a password");
  if (isIP(host) !== 0 && !isHere && !isPublicAddress(host)) throw refuse("the address is not public");
  if (isIP(host) === 0 && !isHere && !host.includes("."))
    throw refuse("the host must be a public domain name");
}
