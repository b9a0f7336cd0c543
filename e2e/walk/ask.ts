import type { Actor } from "../actor";

export const foreignOrigins = ["https://evil.example", "null", null];
export const asked = { calls: 0 };

/** What an action came to: "ok" or the code of its refusal. */
export async function codeOf(
  by: Actor,
  name: string,
  input: unknown,
  origin?: string | null,
): Promise<string> {
  asked.calls += 1;
  const answer = await by.call(name, input, origin === undefined ? {} : { origin });
  return answer.ok ? "ok" : answer.code;
}

/** What a request came to; being sent to the portal's sign-in is 401. */
export async function statusOf(
  by: Actor,
  path: string,
  init: RequestInit & { origin?: string | null } = {},
): Promise<number> {
  asked.calls += 1;
  const response = await by.fetch(path, init);
  const isAway = response.status === 307 && /\/portal\/sign-in/.test(response.headers.get("location") ?? "");
  await response.arrayBuffer();
  return isAway ? 401 : response.status;
}
