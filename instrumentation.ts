import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startProcess } = await import("./lib/worker/start-process");
  await startProcess();
}

/** A page or route that crashed: the error page shows the digest, and this line has it beside the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log");
  const requestId = request.headers["x-request-id"];
  const { digest } = error as { digest?: string };
  log.error({ err: error, digest, requestId, route: routePath, method: request.method }, "failed");
};
