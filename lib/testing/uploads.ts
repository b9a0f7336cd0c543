import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { MemberContext } from "../context";
import { addFile, type addFileInput } from "../files/add-file";
import { mostFileBytes } from "../files/limits";
import { receiveBody } from "../files/receive-body";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import type { Cast } from "./cast";

/** A sample picture or document, good or broken. */
export const fixture = (name: string) => readFileSync(new URL(`../files/fixtures/${name}`, import.meta.url));

/** Sends bytes as the upload's door receives them. */
export function upload(
  ctx: MemberContext,
  body: Uint8Array | ReadableStream,
  as: string | z.output<typeof addFileInput> = "a.jpg",
  job?: number,
) {
  const input = typeof as === "string" ? { name: as, job } : as;
  const request = new Request("http://localhost:3000/api/files", {
    method: "PUT",
    body: body as BodyInit,
    duplex: "half",
  } as RequestInit);
  return receiveBody(request, mostFileBytes, (received) => addFile(ctx, input, received));
}

/** A job with one gate, and the files uploaded for it. */
export async function takeInWith({ office }: Cast, fileIds: string[] = []): Promise<number> {
  const made = await createJob(
    office,
    newJobInput.parse({ newCustomer: { name: "Acme Railings" }, parts: [{ description: "Gate" }], fileIds }),
  );
  return made.number;
}
